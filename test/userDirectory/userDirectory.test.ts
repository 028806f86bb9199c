import { specs } from '../harness/specs';

specs(__dirname);
