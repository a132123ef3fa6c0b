export { main } from '../cli/exhibit';
