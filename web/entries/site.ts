import { startRecorder } from '../engagement/recorder';
import { keepPlace } from '../state/place';
import { watchPictures } from '../state/pictures';
import { offerLargeText } from '../state/text-size';
import { offerSingleKeys } from '../state/single-keys';
import { closeMenus } from '../state/menus';

/** Runs on every page. Pages are complete without it. */
document.documentElement.dataset['scripted'] = '';
offerLargeText();
offerSingleKeys();
keepPlace();
watchPictures();
closeMenus();
startRecorder();
