import type { Window } from '../browser/window';
import { packageName } from '../harness/packedPackage';
import { until } from '../../test/harness/until';

/** What n8n's editor asks npm about a community package whose details are looked at. */
export const askedOfNpm = [
	`https://api.npmjs.org/downloads/range/<day>:<day>/${packageName}`,
	`https://registry.npmjs.org/${packageName}`,
];

/** What its pages asked of any other host, each kind of address once. */
export const askedElsewhere = ({ asked }: Window): string[] =>
	[...new Set(asked.map((url) => url.replace(/\d{4}-\d\d-\d\d/g, '<day>')))].sort();

/** Nothing went wrong in its pages, and all that they asked of another host was answered here. */
export async function expectAtHome(window: Window): Promise<void> {
	expect(window).toMatchObject({ errors: [], outside: [] });
	expect(askedOfNpm).toEqual(expect.arrayContaining(askedElsewhere(window)));
	const { asked, answered } = window;
	await until('all has its answer', () => answered.length === asked.length);
	expect([...answered].sort()).toEqual([...asked].sort());
}
