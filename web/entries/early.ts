import { markInLesson } from '../state/in-lesson';
import { applyKeptModes, storedEntry } from '../state/kept-modes';

/** A plain script in the head: the page is drawn for the first time as this visitor reads it. */
markInLesson(window);
applyKeptModes(document.documentElement, storedEntry());
