import { directories } from '../../nodes/UserDirectory/directories';
import { withoutRate } from '../harness/withoutRate';
import type { Column } from './column';
import { cells } from './matrix';
import type { Name } from '../userDirectory/fixture';
import { calmly, meet, OPERATIONS, Others } from './people';

/** Every fault that a list of users can meet, in each directory of the User Directory node. */

for (const { provider } of directories) withoutRate(provider.connection);

const LONGEST_MS = 180_000;
const AT_ONCE = 12;

const isListOfUsers = ({ operation }: Column): boolean => operation === 'getAll';
const lists = cells.filter(({ column }) => isListOfUsers(column));

const cases = lists.map(({ fault, column }, index) => ({
	fault,
	column,
	// Each fault meets one operation in each directory, and all operations in the four.
	operation: OPERATIONS[index % OPERATIONS.length] ?? 'compare',
}));

const nameOf = ({ fault, column, operation }: (typeof cases)[number]): string =>
	`${fault.name}, ${fault.times} × ${column.provider} · ${operation}`;

/** The writes of others are each provider's state: every case has its own. */
async function run(one: (typeof cases)[number], expected: unknown): Promise<string[]> {
	const others = await Others.start();
	try {
		return await meet(one, { others, expected });
	} finally {
		await others.close();
	}
}

const results: string[][] = [];

beforeAll(async () => {
	const calm = new Map<string, Awaited<ReturnType<typeof calmly>>>();
	for (const column of new Set(lists.map((each) => each.column))) {
		const others = await Others.start();
		calm.set(column.provider, await calmly(column, column.provider as Name, others));
		await others.close();
	}
	const queue = cases.entries();
	const worker = async (): Promise<void> => {
		for (const [index, one] of queue) {
			results[index] = await run(one, calm.get(one.column.provider)?.get(one.operation));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}, LONGEST_MS);

it('meets every directory', () => {
	expect(new Set(cases.map(({ column }) => column.provider)).size).toBe(directories.length);
	expect(cases.length).toBeGreaterThan(150);
});

it.each(cases.map((one, index): [string, number] => [nameOf(one), index]))('%s', (_, index) => {
	expect(results[index]).toEqual([]);
});
