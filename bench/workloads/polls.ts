import type { IDataObject } from 'n8n-workflow';
import { compare } from '../../nodes/shared/trigger/comparison';
import { rowOf, type RowFormat } from '../../nodes/shared/trigger/row';
import {
	readSnapshot,
	rowsIn,
	usersText,
	writeSnapshot,
} from '../../nodes/shared/trigger/snapshot';
import { idOf } from '../../nodes/shared/text/json';
import { PollingNode } from '../../test/harness/pollingNode';
import { nodeUnderTest } from '../../test/harness';
import type { Directory } from '../directory';
import { runBuiltNode } from '../implementations/node';
import { n8nNode } from '../n8nNodes';
import { runN8nNodes } from '../n8nWorkflow';
import { providers } from '../providers';
import { timed } from '../timed';
import { firstOf, type Workload, type WorkloadInput } from './workload';

async function listUsers({ from, directories }: WorkloadInput) {
	const { ms, run } = await runBuiltNode(from, firstOf(directories));
	return { ms, users: run.run.json(nodeUnderTest) };
}

const pollingNode = ({ from, directories: [directory] }: WorkloadInput, options: object) => {
	const { provider, credentialType, credentials } = directory as Directory;
	return new PollingNode({
		node: `${provider}Trigger`,
		credentials: { [credentialType]: credentials },
		parameters: {
			...providers[provider].parameters?.(directory as Directory),
			options: {
				requestsPerSecond: 0,
				...providers[provider].options?.(directory as Directory),
				...options,
			},
		},
		from,
	});
};

/** What a poll does with the list beside reading it: compares it with what is remembered, and remembers it. */
function compareAndRemember(users: readonly IDataObject[], format: RowFormat, data: IDataObject) {
	const snapshot = readSnapshot(data);
	const before = snapshot ? rowsIn(snapshot, format) : new Map<string, string>();
	const now = new Map(users.map((user) => [idOf(user.user_id) ?? '', rowOf(user, format)]));
	const { joined, changed, gone } = compare(before, now, format);
	writeSnapshot(data, { scope: 'bench', counter: 0, users: usersText(now) });
	return joined.length + changed.length + gone.length;
}

/** With the fields that Voximplant's trigger watches by default. */
const FORMAT: RowFormat = {
	id: 'user_id',
	watched: ['user_name', 'user_display_name', 'user_active', 'frozen'],
	unwatched: [],
	absent: { frozen: false },
	fingerprints: false,
	salt: 'bench',
};

/** Polls of a list in which nothing changed; the first one remembers it. */
export const polls: Workload = async (input) => {
	const { variant } = input;
	if (variant === 'getMany') {
		const { ms } = await listUsers(input);
		return { ms };
	}
	if (variant === 'compareDatasets') return await byCompareDatasets(input);
	if (variant === 'compare') return await comparingAlone(input);
	const node = pollingNode(input, { remember: variant });
	await node.poll();
	const { result, wallMs } = await timed(async () => await node.poll());
	if (result !== null) throw new Error('Something was told, although nothing changed.');
	return { ms: wallMs, bytes: Buffer.byteLength(JSON.stringify(node.staticData)) };
};

async function comparingAlone(input: WorkloadInput) {
	const { users } = await listUsers(input);
	const data: IDataObject = {};
	compareAndRemember(users, FORMAT, data);
	const { result, wallMs } = await timed(async () => compareAndRemember(users, FORMAT, data));
	if (result > 0) throw new Error(`${result} users changed, although nobody did.`);
	return { ms: wallMs };
}

/** Get Many, and n8n's Compare Datasets with the list of the run before. What keeps that isn't counted. */
async function byCompareDatasets(input: WorkloadInput) {
	const { ms, users } = await listUsers(input);
	const compareDatasets = {
		node: n8nNode('CompareDatasets', 'CompareDatasets'),
		version: 2.3,
		parameters: {
			mergeByFields: { values: [{ field1: 'user_id', field2: 'user_id' }] },
			resolve: 'preferInput1',
			options: {},
		},
	};
	const compared = await runN8nNodes([compareDatasets], [users, structuredClone(users)]);
	return { ms: ms + compared.ms };
}
