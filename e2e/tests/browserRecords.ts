import type { Browser } from '../browser/browser';
import { packageName } from '../harness/package';
import { until } from '../../test/harness/until';

/** What n8n's editor asks npm about a community package whose details are looked at. */
export const requestsToNpm = [
	`https://api.npmjs.org/downloads/range/<day>:<day>/${packageName}`,
	`https://registry.npmjs.org/${packageName}`,
];

/** What its pages ask of any other host, each kind of address once. */
export const requestedElsewhere = ({ requests }: Browser): string[] =>
	[...new Set(requests.map((url) => url.replace(/\d{4}-\d\d-\d\d/g, '<day>')))].sort();

/** Nothing went wrong in its pages, and all that they asked of another host was answered here. */
export async function expectNoErrors(browser: Browser): Promise<void> {
	expect(browser).toMatchObject({ errors: [], blocked: [] });
	expect(requestsToNpm).toEqual(expect.arrayContaining(requestedElsewhere(browser)));
	const { requests, answered } = browser;
	await until('all has its answer', () => answered.length === requests.length);
	expect([...answered].sort()).toEqual([...requests].sort());
}
