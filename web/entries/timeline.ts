import { startTimeline } from '../components/timeline/timeline-script';

startTimeline(document);
