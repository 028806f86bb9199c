export { loading } from './loading';
export { lookUps } from './lookUps';
export { manyAtOnce } from './manyAtOnce';
export { memory } from './memory';
export { outputs } from './outputs';
export { publishedRate } from './publishedRate';
export { registrations } from './registrations';
