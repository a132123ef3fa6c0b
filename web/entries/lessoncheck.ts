import { startCheck } from '../lessons/check-script';

startCheck(document);
