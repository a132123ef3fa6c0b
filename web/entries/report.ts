import { hearPrint, sendOnChange } from '../state/forms';

/** The report sends its choice at once, and prints. */
sendOnChange(document.querySelector('#period'));
hearPrint(document);
