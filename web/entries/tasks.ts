import { offerPrint } from '../state/printing';

offerPrint();
