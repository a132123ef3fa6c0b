import { startRecorder } from '../engagement/recorder';
import { offerContrast } from '../state/contrast';
import { collectSeals } from '../engagement/seals';
import { carryTour } from './tour/strip-script';
import { closeMenus } from '../state/menus';
import { watchPictures } from '../state/pictures';
import { keepPlace } from '../state/place';
import { offerSingleKeys } from '../state/single-keys';
import { offerLargeText } from '../state/text-size';

/** Runs on every page, once its elements are there. Pages are complete without it. */
export function startSite(): void {
  document.documentElement.dataset['scripted'] = '';
  offerLargeText();
  offerContrast();
  offerSingleKeys();
  keepPlace();
  collectSeals();
  watchPictures();
  closeMenus();
  startRecorder();
  carryTour();
  if ('inLesson' in document.documentElement.dataset) {
    void import('../lessons/in-frame').then(({ joinLesson }) => joinLesson());
  }
}
