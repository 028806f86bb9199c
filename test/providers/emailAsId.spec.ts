import type { INodeParameters } from 'n8n-workflow';
import { type Sandboxes, startSandboxes } from '../../sandbox';
import { errorWords, runNode } from '../harness';
import { by } from './fixture';

const NAMES = ['autocalls', 'quo', 'voximplant', 'worksection'] as const;
type Name = (typeof NAMES)[number];

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 3 })));
beforeEach(() => NAMES.forEach((name) => sandboxes[name].reset()));
afterAll(async () => await sandboxes.close());

const application = by('name', 'support');
const transfer = { balanceType: 'minutes', direction: 'add', amount: 1 };
const update = { updateFields: { userDisplayName: 'Ada' } };
const skill = by('id', '5');

const operations: Array<[Name, string, string, INodeParameters]> = [
	['autocalls', 'get', 'By Email', {}],
	['autocalls', 'transferBalance', 'By Email', transfer],
	['autocalls', 'createToken', 'By Email', {}],
	['quo', 'get', 'By Email', {}],
	['voximplant', 'get', 'By Name', { application }],
	['voximplant', 'update', 'By Name', update],
	['voximplant', 'delete', 'By Name', {}],
	['voximplant', 'bindSkill', 'By Name', { skill }],
	['worksection', 'get', 'By Email', {}],
];

it.each(operations)('%s: %s by ID with an e-mail address says to choose %s', async (...row) => {
	const [node, operation, mode, more] = row;
	for (const user of [by('id', 'ann@example.com'), by('list', 'ann@example.com')]) {
		const run = await runNode({
			node,
			credentials: { [`${node}Api`]: sandboxes[node].credentials },
			parameters: { resource: 'user', operation, user, ...more },
		});
		expect(run.error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toMatch(/^'User' .*'ann@example\.com'\. /);
		expect(errorWords(run.error)).toMatch(new RegExp(`, or choose '${mode}'\\.$`));
		expect(sandboxes[node].log).toEqual([]);
	}
});
