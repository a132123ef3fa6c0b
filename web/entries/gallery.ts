import { startGallery } from '../components/gallery/gallery-script';

startGallery(document);
