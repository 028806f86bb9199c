import { startWorksection, type WorksectionSandbox } from '../../../../sandbox';
import { always, type Column, isText, never, type Fixture, unique } from '../../column';
import { defined } from '../../../harness/defined';
import { locator } from '../../../harness/locator';
import { byOAuth2 } from './oAuth2';

const common = { provider: 'worksection' } as const;

type Part = Pick<Fixture, 'items' | 'parameters'> & Partial<Fixture>;

/** Without the published rate of one request a second, which would take the matrix too long. */
const options = { requestsPerSecond: 0 };

async function begin(
	signature: 'md5' | 'hmac',
	part: (sandbox: WorksectionSandbox) => Part,
): Promise<Fixture> {
	const sandbox = await startWorksection({ users: 25 });
	const credentials = { ...sandbox.credentials, signature };
	return {
		sandbox,
		credential: 'worksectionApi',
		credentials,
		options,
		isWrite: never,
		isHit: always,
		secrets: [String(sandbox.credentials.apiKey)],
		...part(sandbox),
	};
}

const getAll: Column = {
	...common,
	operation: 'getAll',
	kind: 'list',
	requests: 1,
	pages: 'one',
	start: async () =>
		await begin('md5', ({ people }) => ({
			parameters: { operation: 'getAll', returnAll: true },
			items: people.map(({ id, email }) => ({ id, email })),
		})),
};

const get: Column = {
	...common,
	operation: 'get',
	kind: 'get',
	requests: 1,
	pages: 'one',
	start: async () =>
		await begin('hmac', ({ people }) => {
			const { id, email } = defined(people.at(-1));
			return {
				parameters: { operation: 'get', user: locator('email', email) },
				items: [{ id, email }],
			};
		}),
};

const invitation = (signature: 'md5' | 'hmac', operation: string): Column => ({
	...common,
	operation,
	kind: 'write',
	requests: 1,
	settledBy: 'a look-up',
	lookUp: 1,
	start: async () =>
		await begin(signature, (sandbox) => {
			const email = `zoe.${unique()}@example.com`;
			const isWrite: Fixture['isWrite'] = ({ query }) => query.action === 'add_user';
			return {
				parameters: { operation: 'invite', email, additionalFields: { title: 'R&D + Ärger' } },
				items: [{ email, invited: true, title: 'R&D + Ärger', id: isText }],
				confirmed: { email, invited: null, confirmed: 'lookup', title: 'R&D + Ärger' },
				isWrite,
				isHit: isWrite,
				done: () => sandbox.people.filter((user) => user.email === email).length,
			};
		}),
});

const removal = (signature: 'md5' | 'hmac', operation: string): Column => ({
	...common,
	operation,
	kind: 'write',
	requests: 4,
	// the users, and both lists of projects
	readsFirst: 3,
	settledBy: 'a look-up',
	lookUp: 1,
	start: async () =>
		await begin(signature, (sandbox) => {
			const { id: userId, email } = defined(sandbox.people[9]);
			const project = defined(sandbox.projects[3]);
			const { id, name } = project;
			const isWrite: Fixture['isWrite'] = ({ query }) => query.action === 'delete_project_members';
			const item = { id: userId, email, removedFrom: [{ id, name }] };
			return {
				parameters: {
					operation: 'removeFromProjects',
					user: locator('email', email),
					projects: 'selected',
					projectIds: [id],
				},
				items: [item],
				confirmed: item,
				isWrite,
				isHit: isWrite,
				done: () => Number(!project.memberIds.includes(userId)),
			};
		}),
});

const otherResources = (noun: 'contact' | 'team'): Column => ({
	...common,
	operation: `${noun} getAll`,
	kind: 'list',
	requests: 1,
	start: async () =>
		await begin('md5', (sandbox) => ({
			parameters: { resource: noun, operation: 'getAll', returnAll: true },
			items:
				noun === 'contact'
					? sandbox.contacts.map(({ id, name }) => ({ id, name }))
					: sandbox.teams.map(({ id, title }) => ({ id, title })),
		})),
});

const contact: Column = {
	...common,
	operation: 'contact create',
	kind: 'write',
	requests: 1,
	settledBy: 'a look-up',
	lookUp: 1,
	start: async () =>
		await begin('md5', (sandbox) => {
			const email = `zoe.${unique()}@example.com`;
			const isWrite: Fixture['isWrite'] = ({ query }) => query.action === 'add_contact';
			const additionalFields = { phone: '+380 44', folder: 'R&D + Ärger' };
			const who = { email, name: 'Zoë & Søn', group: 'R&D + Ärger', phone: '+380 44' };
			return {
				parameters: {
					resource: 'contact',
					operation: 'create',
					email,
					name: who.name,
					additionalFields,
				},
				items: [{ ...who, created: true, id: isText }],
				confirmed: { ...who, created: null, confirmed: 'lookup' },
				isWrite,
				isHit: isWrite,
				done: () => sandbox.contacts.filter((each) => each.email === email).length,
			};
		}),
};

const team: Column = {
	...common,
	operation: 'team create (HMAC)',
	kind: 'write',
	requests: 2,
	readsFirst: true,
	settledBy: 'a look-up',
	lookUp: 1,
	start: async () =>
		await begin('hmac', (sandbox) => {
			const title = `R&D + Ärger ${unique()}`;
			const isWrite: Fixture['isWrite'] = ({ query }) => query.action === 'add_user_group';
			return {
				parameters: { resource: 'team', operation: 'create', teamName: title },
				items: [{ title, id: isText, client: 0, created: true }],
				confirmed: { title, created: null, confirmed: 'lookup' },
				isWrite,
				isHit: isWrite,
				done: () => sandbox.teams.filter((each) => each.title === title).length,
			};
		}),
};

export const columns: Column[] = [
	getAll,
	get,
	invitation('md5', 'invite'),
	invitation('hmac', 'invite (HMAC)'),
	removal('md5', 'removeFromProjects'),
	removal('hmac', 'removeFromProjects (HMAC)'),
	otherResources('contact'),
	otherResources('team'),
	contact,
	team,
	byOAuth2(getAll),
	byOAuth2(contact),
	byOAuth2(invitation('md5', 'invite')),
	byOAuth2(removal('md5', 'removeFromProjects')),
];
