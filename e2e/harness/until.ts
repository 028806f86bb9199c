export { until } from '../../test/harness/until';
