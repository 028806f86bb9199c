import type { IDataObject } from 'n8n-workflow';
import { compareRoster } from '../../nodes/UserDirectory/comparison';
import type { UnifiedUser } from '../../nodes/shared/output/unified';
import { matchKey } from '../../nodes/UserDirectory/matching';
import { type Account, groupAccounts } from '../../nodes/UserDirectory/person';
import { readRoster } from '../../nodes/UserDirectory/roster';
import { collectGarbage, settledHeap } from '../heap';
import { asItems, madePeople } from '../madePeople';
import { n8nNode } from '../n8nNodes';
import { runN8nNodes } from '../n8nWorkflow';
import { timed } from '../timed';
import type { Workload } from './workload';

const RULES = { ignorePlusTags: false, ignoreGmailDots: false, domainAliases: new Map() };

const rosterOf = (count: number): IDataObject[] =>
	madePeople('roster', count, count / 10).map(({ email, displayName }) => ({
		...{ email, displayName },
	}));

const accountsOf = (users: readonly UnifiedUser[]): Account[] =>
	users.map((user) => ({
		...{ directory: 'quo', user, email: user.email },
		key: matchKey(user.email, RULES),
	}));

/** What the node does with a roster and a list that are there. */
function compareOwn(jsons: IDataObject[], users: readonly UnifiedUser[], atEnd?: () => void) {
	const rows = readRoster(jsons, 'email', RULES);
	const groups = groupAccounts(accountsOf(users));
	const compared = compareRoster({
		...{ rows, directories: ['quo'], groups },
		pairs: [{ field: 'displayName', rosterField: 'displayName' }],
		isIgnored: () => false,
		titleOf: String,
	});
	const { matched, missing, extra, review } = compared;
	const outputs = [matched, missing, extra, review];
	atEnd?.();
	// All of it is still there at the end.
	return { outputs, kept: [rows, groups, compared].length };
}

const countsOf = (outputs: unknown[][]) => ({ matched: outputs[0]?.length ?? 0 });

async function compareByN8n(count: number) {
	const lists = [rosterOf(count), asItems(madePeople('quo', count))];
	const compare = {
		node: n8nNode('CompareDatasets', 'CompareDatasets'),
		version: 2.3,
		parameters: {
			mergeByFields: { values: [{ field1: 'email', field2: 'email' }] },
			resolve: 'preferInput1',
			options: {},
		},
	};
	const { ms, run, last } = await runN8nNodes([compare], lists);
	const [, same, different] = [0, 1, 2].map((output) => run.items(last, output).length);
	return { ms, matched: (same ?? 0) + (different ?? 0) };
}

/** The live heap with all that was made on the way, and that of the items alone. */
async function memoryOf(count: number) {
	const start = await settledHeap();
	const items = {
		roster: rosterOf(count),
		users: madePeople('quo', count),
		outputs: [] as unknown[],
	};
	let peak = 0;
	items.outputs = compareOwn(items.roster, items.users, () => (peak = collectGarbage())).outputs;
	const withItems = await settledHeap();
	return {
		...{ itemsBytes: withItems - start, peakBytes: peak - start },
		matched: (items.outputs[0] as unknown[]).length,
	};
}

/** A roster of `count` rows with a list of `count` users. */
export const comparing: Workload = async ({ variant, count }) => {
	if (variant === 'n8n') return await compareByN8n(count);
	if (variant === 'memory') return await memoryOf(count);
	const roster = rosterOf(count);
	const users = madePeople('quo', count);
	const { result, wallMs } = await timed(async () => compareOwn(roster, users));
	return { ms: wallMs, ...countsOf(result.outputs) };
};
