import { expectGallery } from '../components/gallery/expect-gallery';
import { startGallery } from '../components/gallery/gallery-script';
import { startSite } from '../components/site-script';
import { markInLesson } from '../state/in-lesson';
import { applyKeptModes, storedEntry } from '../state/kept-modes';
import '../components/gallery/stage.css';
import '../components/gallery/stops.css';
import '../components/gallery/panel.css';
import '../components/gallery/tour.css';
import '../components/gallery/settings.css';

/**
 * The one script of the gallery's page. It runs before the page is whole (`document.ts`), so that a list the room will
 * cover is never laid out and its pictures and fonts are not asked for.
 */
markInLesson(window);
applyKeptModes(document.documentElement, storedEntry());
const engine = expectGallery(document);
const start = () => {
  startSite();
  startGallery(document, engine);
};
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
