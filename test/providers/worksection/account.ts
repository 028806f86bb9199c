import type { INodeParameters } from 'n8n-workflow';
import { startWorksection, type WorksectionSandbox, type WorksectionUser } from '../../../sandbox';
import { type NodeRun, type NodeRunOptions, runNode } from '../../harness';
import { expectNoSecrets } from '../noSecrets';

export type More = Partial<Omit<NodeRunOptions, 'node' | 'parameters'>>;

/** What a request of the log says, whichever way it is signed. */
export interface Asked {
	action: string | undefined;
	[parameter: string]: unknown;
}

/** An account for one test file, as new for every test. Nothing waits for the published rate. */
export function useAccount(users = 25) {
	let sandbox: WorksectionSandbox;
	beforeAll(async () => {
		sandbox = await startWorksection({ users });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const run = async (
		operation: string,
		{ options, ...parameters }: INodeParameters = {},
		more: More = {},
	) => {
		const done = await runNode({
			node: 'worksection',
			parameters: {
				resource: 'user',
				operation,
				...parameters,
				options: { requestsPerSecond: 0, ...(options as INodeParameters) },
			},
			credentials: { worksectionApi: sandbox.credentials },
			...more,
		});
		expectNothingSecret(done, sandbox);
		return done;
	};

	return {
		get sandbox() {
			return sandbox;
		},
		/** Runs the node, and sees that nothing secret is left behind. */
		run,
		getAll: async (parameters: INodeParameters = {}, more: More = {}) =>
			await run('getAll', { returnAll: true, output: 'raw', ...parameters }, more),
		/** What was asked for, in the order of arrival. */
		get asked(): Asked[] {
			return sandbox.log.map(({ query: { hash: _hash, action, ...rest }, bodyText }) => {
				const body = bodyText === '' ? {} : (JSON.parse(bodyText) as object);
				return { action, ...rest, ...body };
			});
		},
		/** The same, the action's name alone. */
		get actions() {
			return sandbox.log.map(({ query }) => query.action);
		},
		/** Replaces the account's members. */
		populate: (...people: Array<Partial<WorksectionUser>>) => {
			sandbox.people.splice(0, Infinity, ...people.map(member));
		},
	};
}

/** Somebody, with what matters to a test. */
export function member(given: Partial<WorksectionUser>, index = 0): WorksectionUser {
	return {
		id: String(7001 + index),
		first_name: 'First',
		last_name: `Last ${index + 1}`,
		name: `First Last ${index + 1}`,
		title: '',
		url: '',
		services: { chats: {}, socials: {} },
		date_added: '2026-01-01 12:00',
		avatar: 'https://acme.worksection.com/images/user/0m.gif',
		group: 'Development',
		department: 'Web',
		role: 'user',
		email: `member${index + 1}@example.com`,
		...given,
	};
}

/** Neither the key, nor a hash or header made with it. */
function expectNothingSecret(run: NodeRun, { log, credentials }: WorksectionSandbox): void {
	const signed = log.flatMap(({ query, headers }) => {
		const header = headers.authorization ?? '';
		return [query.hash ?? '', header, header.replace(/^Admin \d*_?/, '')];
	});
	const entered = run.run.credentialReadings > 0 ? [String(credentials.apiKey)] : [];
	expectNoSecrets(run, [...signed, ...entered]);
}

export const pairs = ({ items }: NodeRun) => items.map(({ pairedItem }) => pairedItem);
export const names = ({ json }: NodeRun) => json.map(({ name }) => name);
export const ids = ({ json }: NodeRun) => json.map(({ id }) => id);
