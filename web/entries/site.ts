import { startSite } from '../components/site-script';

startSite();
