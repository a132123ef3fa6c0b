import { stampPassport } from '../components/passport-script';

stampPassport(document);
