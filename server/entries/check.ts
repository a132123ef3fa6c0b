export { main } from '../cli/check';
