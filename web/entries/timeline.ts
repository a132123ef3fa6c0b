import { offerPrint } from '../state/printing';
import { startTimeline } from '../components/timeline/timeline-script';

startTimeline(document);
offerPrint();
