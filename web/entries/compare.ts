import { startCompare } from '../looking/compare';

/** The page of two works: curtain, fade, and both moved together. */
const compare = document.querySelector<HTMLElement>('[data-compare]');
if (compare) startCompare(compare);
