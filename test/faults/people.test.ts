import { directories } from '../../nodes/UserDirectory/directories';
import { withoutRate } from '../harness/withoutRate';
import type { Column } from './column';
import { cells } from './matrix';
import type { Name } from '../userDirectory/fixture';
import { calmly, meet, OPERATIONS, Others } from './people';

/** Every fault that a list of users can meet, in each directory of the User Directory node. */

for (const { provider } of directories) withoutRate(provider.connection);

const LONGEST_MS = 300_000;
const AT_ONCE = 16;

const isListOfUsers = ({ operation }: Column): boolean => operation === 'getAll';
const lists = cells.filter(({ column }) => isListOfUsers(column));

const cases = OPERATIONS.flatMap((operation) => lists.map((list) => ({ ...list, operation })));

const nameOf = ({ fault, column, operation }: (typeof cases)[number]): string =>
	`${fault.name}, ${fault.times} × ${column.provider} · ${operation}`;

const results: string[][] = [];

/** Of each list of users, what each operation tells without a fault. */
async function calmResults() {
	const calm = new Map<Column, Awaited<ReturnType<typeof calmly>>>();
	const others = await Others.start();
	for (const { column } of lists) {
		if (calm.has(column)) continue;
		calm.set(column, await calmly(column, column.provider as Name, others));
	}
	await others.close();
	return calm;
}

beforeAll(async () => {
	const calm = await calmResults();
	const queue = cases.entries();
	const worker = async (): Promise<void> => {
		const others = await Others.start();
		for (const [index, one] of queue) {
			const expected = calm.get(one.column)?.get(one.operation);
			results[index] = await meet(one, { others, expected });
			others.reset();
		}
		await others.close();
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}, LONGEST_MS);

it('meets every directory', () => {
	expect(new Set(cases.map(({ column }) => column.provider)).size).toBe(directories.length);
	expect(cases.length).toBeGreaterThan(1000);
});

it.each(cases.map((one, index): [string, number] => [nameOf(one), index]))('%s', (_, index) => {
	expect(results[index]).toEqual([]);
});
