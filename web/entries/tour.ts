import { startTour } from '../components/tour/tour-script';

startTour(document);

const here = document.querySelector('[data-stop][data-here]');
if (here && !location.hash) here.scrollIntoView();
