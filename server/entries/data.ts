export { main } from '../cli/data';
