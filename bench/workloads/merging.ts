import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { UnifiedUser } from '../../nodes/shared/output/unified';
import { matchKey } from '../../nodes/UserDirectory/matching';
import { type Account, groupAccounts, personOf } from '../../nodes/UserDirectory/person';
import { asItems, madePeople } from '../madePeople';
import { n8nNode } from '../n8nNodes';
import { runN8nNodes } from '../n8nWorkflow';
import { timed } from '../timed';
import type { Workload } from './workload';

const DIRECTORIES = ['worksection', 'quo', 'autocalls', 'voximplant'];
const RULES = { ignorePlusTags: false, ignoreGmailDots: false, domainAliases: new Map() };

const WARM_UP_ROUNDS = 3;

const listsOf = (count: number) =>
	DIRECTORIES.map((directory, index) => madePeople(directory, count, (index * count) / 10));

/** What the node does with lists that are there. */
function mergeOwn(count: number) {
	const lists = listsOf(count);
	return async () => {
		const accounts: Account[] = [];
		for (const users of lists) for (const user of users) accounts.push(accountOf(user));
		const pairedItem = { item: 0 };
		const people: INodeExecutionData[] = [];
		for (const [key, own] of groupAccounts(accounts)) {
			people.push({ json: personOf(key, own), pairedItem });
		}
		return people;
	};
}

const accountOf = (user: UnifiedUser): Account => ({
	directory: user.provider,
	user,
	email: user.email,
	key: matchKey(user.email, RULES),
});

/** What a person has besides the accounts: all values that there are, from which one is chosen. */
const PERSON_FIELDS = [
	...['provider', 'displayName', 'givenName', 'familyName', 'phone', 'title', 'department'],
	...['team', 'photoUrl', 'active', 'role'],
];

/**
 * n8n's Merge appends the lists; Summarize makes one item per address, with its accounts and the different
 * values of each field. (Aggregate can't group by a field.)
 */
async function mergeByN8n(count: number) {
	const lists = listsOf(count).map((users) =>
		asItems(users).map((user): IDataObject => ({ ...user, user })),
	);
	const merge = {
		node: n8nNode('Merge', 'Merge'),
		version: 3,
		parameters: { mode: 'append', numberInputs: lists.length },
	};
	const summarize = {
		node: n8nNode('Transform/Summarize', 'Summarize'),
		version: 1.1,
		parameters: {
			fieldsToSummarize: {
				values: [
					{ aggregation: 'append', field: 'user' },
					...PERSON_FIELDS.map((field) => ({ aggregation: 'appendUnique', field })),
				],
			},
			fieldsToSplitBy: 'email',
			options: {},
		},
	};
	globalThis.gc?.();
	const { ms, run, last } = await runN8nNodes([merge, summarize], lists);
	return { ms, people: run.json(last).length };
}

async function mergeByNode(count: number) {
	const merge = mergeOwn(count);
	globalThis.gc?.();
	const { result, wallMs } = await timed(merge);
	return { ms: wallMs, people: result.length };
}

/** Lists of `count` users in four directories, as one item per person. The first rounds warm up. */
export const merging: Workload = async ({ variant, count }) => {
	const merge = variant === 'n8n' ? mergeByN8n : mergeByNode;
	for (let round = 0; round < WARM_UP_ROUNDS; round++) await merge(count);
	return await merge(count);
};
