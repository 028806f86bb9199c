import type { INodeParameters } from 'n8n-workflow';
import { type Sandboxes, startSandboxes } from '../../sandbox';
import { errorWords, runNode } from '../harness';
import { at, by } from './fixture';

const NAMES = ['autocalls', 'voximplant', 'worksection'] as const;
type Name = (typeof NAMES)[number];

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 3 })));
beforeEach(() => NAMES.forEach((name) => sandboxes[name].reset()));
afterAll(async () => await sandboxes.close());

const ON = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

type Parameters = () => INodeParameters;
type Row = [node: Name, name: string, parameters: Parameters];

const application = by('name', 'support');
const register = { email: 'eve@example.net', name: 'Eve', password: 'correct horse' };
const create = {
	...{ application, userName: 'eve', userDisplayName: 'Eve', userPassword: 'Kept-s3cret!' },
};
const returning = { options: { ifUserExists: 'returnExisting', requestsPerSecond: 0 } };
const somebody: Parameters = () => ({ user: by('id', at(sandboxes.voximplant.people, 0).user_id) });
const skill = () => ({ skill: by('id', at(sandboxes.voximplant.skills, 0).skill_id) });
const queue = () => {
	const { application_id: id } = at(sandboxes.voximplant.applications, 0);
	const queues = sandboxes.voximplant.queues.filter(({ application_id }) => application_id === id);
	return { application: by('id', id), queue: by('id', at(queues, 0).acd_queue_id) };
};
const smartQueue = () => ({
	...queue(),
	queue: by('id', at(sandboxes.voximplant.smartQueues, 0).sq_queue_id),
});

/** What a second run would do twice, or be refused for. */
const refused: Row[] = [
	['autocalls', 'user.register', () => register],
	[
		'autocalls',
		'user.transferBalance',
		() => ({ user: by('id', '1'), balanceType: 'minutes', direction: 'add', amount: 1 }),
	],
	['autocalls', 'user.createToken', () => ({ user: by('id', '1') })],
	['voximplant', 'user.create', () => create],
	['voximplant', 'user.delete', somebody],
	['voximplant', 'user.delete', () => ({ application, user: by('userName', 'ann') })],
	[
		'voximplant',
		'subUser.delete',
		() => ({ subUser: by('id', at(sandboxes.voximplant.subUsers, 0).subuser_id) }),
	],
	['worksection', 'user.invite', () => ({ email: 'eve@example.net' })],
	['worksection', 'team.create', () => ({ teamName: 'Night shift' })],
	['worksection', 'contact.create', () => ({ email: 'eve@example.net', name: 'Eve' })],
];

/** What comes to the same, however often it is done. */
const safe: Row[] = [
	['autocalls', 'user.register', () => ({ ...register, ...returning })],
	['voximplant', 'user.create', () => ({ ...create, ...returning })],
	['voximplant', 'user.update', () => ({ ...somebody(), updateFields: { userActive: true } })],
	['voximplant', 'user.bindSkill', () => ({ ...somebody(), ...skill() })],
	['voximplant', 'user.unbindSkill', () => ({ ...somebody(), ...skill() })],
	['voximplant', 'user.bindQueue', () => ({ ...somebody(), ...queue() })],
	['voximplant', 'user.unbindQueue', () => ({ ...somebody(), ...queue() })],
	['voximplant', 'agent.bind', () => ({ ...somebody(), ...smartQueue() })],
	['voximplant', 'agent.unbind', () => ({ ...somebody(), ...smartQueue() })],
	['worksection', 'user.invite', () => ({ email: 'eve@example.net', ...returning })],
	[
		'worksection',
		'user.removeFromProjects',
		() => ({
			user: by('id', at(sandboxes.worksection.people, 0).id),
			options: { requestsPerSecond: 0 },
		}),
	],
	['worksection', 'user.getAll', () => ({})],
];

const run = async ([node, name, parameters]: Row, more: object = ON) => {
	const [resource = '', operation = ''] = name.split('.');
	return await runNode({
		node,
		credentials: { [`${node}Api`]: sandboxes[node].credentials },
		parameters: { resource, operation, ...parameters() },
		...more,
	});
};

it.each(refused)("%s %s doesn't run with n8n's Retry On Fail", async (...row) => {
	const { error } = await run(row);
	expect(error).toMatchObject({ name: 'NodeOperationError' });
	expect(errorWords(error)).toMatch(
		/^'Retry On Fail' is on in the node's settings\. It would repeat operations that already succeeded\. Turn it off/,
	);
	const continued = await run(row, { ...ON, onError: 'continueRegularOutput' });
	expect(continued.json).toEqual([{ error: errorWords(error) }]);
	expect(sandboxes[row[0]].log).toEqual([]);
});

it.each(safe)('%s %s runs with it', async (...row) => {
	const { error, items } = await run(row);
	expect(error).toBeUndefined();
	expect(items).not.toEqual([]);
});

it('those who were registered are told as registered where another one is refused', async () => {
	const emails = ['eve@example.net', at(sandboxes.autocalls.people, 0).email, 'no'];
	const given = { ...register, ...returning, email: '={{ $json.email }}' };
	const { json } = await run(['autocalls', 'user.register', () => given], {
		...ON,
		onError: 'continueRegularOutput',
		input: emails.map((email) => ({ email })),
	});
	expect(json).toMatchObject([
		{ email: emails[0] },
		{ email: emails[1], created: false },
		{ error: expect.stringMatching(/^'Email' is not an e-mail address/) },
	]);
});
