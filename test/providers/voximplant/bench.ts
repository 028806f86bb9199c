import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startVoximplant, type VoximplantSandbox, type VoximplantUser } from '../../../sandbox';
import { runNode, type NodeRun, type NodeRunOptions } from '../../harness';
import { expectNoSecrets } from '../noSecrets';

/** A resource locator as the editor saves it. */
export const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });

export const at = <Item>(items: readonly Item[], index: number): Item => {
	const item = items[index];
	if (item === undefined) throw new Error(`there is none at ${index}`);
	return item;
};

export const ids = (run: NodeRun) => run.json.map(({ user_id }) => user_id);
export const paired = (run: NodeRun) => run.items.map(({ pairedItem }) => pairedItem);

/** What is wrong; what can be done about it may follow. */
export const begins = (words: string): unknown =>
	expect.stringMatching(new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( |$)`));

type More = Partial<Omit<NodeRunOptions, 'node' | 'parameters'>>;

export const PASSWORD = 'Kept-s3cret!';

/** A strict Voximplant on this machine, and the node that talks to it. */
export class Bench {
	sandbox!: VoximplantSandbox;

	constructor(readonly users: number) {
		beforeAll(async () => {
			this.sandbox = await startVoximplant({ users });
		});
		afterEach(() => this.sandbox.reset());
		afterAll(async () => await this.sandbox.close());
	}

	get application() {
		return at(this.sandbox.applications, 0);
	}

	/** Runs the node. Whatever becomes of it: no unknown parameter is sent, no secret left behind. */
	async run(parameters: INodeParameters, more: More = {}): Promise<NodeRun> {
		const credentials = { voximplantApi: this.sandbox.credentials };
		const options = { resource: 'user', ...parameters };
		const run = await runNode({ node: 'voximplant', credentials, ...more, parameters: options });
		const secrets = this.secrets(parameters);
		expectNoSecrets(run, secrets);
		const addresses = this.sandbox.log.map(({ path, rawQuery }) => `${path}?${rawQuery}`).join();
		expect(secrets.filter((secret) => addresses.includes(encodeURIComponent(secret)))).toEqual([]);
		expect(this.sandbox.warnings).toEqual([]);
		return run;
	}

	async getAll(parameters: INodeParameters = {}, more: More = {}): Promise<NodeRun> {
		const application = by('id', this.application.application_id);
		const usual = { operation: 'getAll', application, output: 'simplified' };
		return await this.run({ ...usual, ...parameters }, more);
	}

	async get(user: INodeParameters, parameters: INodeParameters = {}, more: More = {}) {
		const application = by('id', this.application.application_id);
		const usual = { operation: 'get', application, user, output: 'simplified' };
		return await this.run({ ...usual, ...parameters }, more);
	}

	async create(parameters: INodeParameters = {}, more: More = {}): Promise<NodeRun> {
		const application = by('id', this.application.application_id);
		const usual = {
			operation: 'create',
			application,
			userName: 'nathan',
			userDisplayName: 'Nathan Smith',
			userPassword: PASSWORD,
			output: 'simplified',
		};
		return await this.run({ ...usual, ...parameters }, more);
	}

	async update(
		updateFields: INodeParameters | string,
		parameters: INodeParameters,
		more: More = {},
	): Promise<NodeRun> {
		const usual = { operation: 'update', updateFields, output: 'simplified' };
		return await this.run({ ...usual, ...parameters }, more);
	}

	/** Method and query of each request, in the order of arrival, decoded. */
	get calls(): string[] {
		return this.sandbox.log.map(({ path, rawQuery }) => {
			const query = decodeURIComponent(rawQuery);
			return `${path.replace('/platform_api/', '')}${query && `?${query}`}`;
		});
	}

	/** The requests that change something: method and form. */
	get writes(): [string, Record<string, string>][] {
		return this.sandbox.log
			.filter(({ path }) => !path.includes('/Get'))
			.map(({ path, bodyText }) => [
				path.replace('/platform_api/', ''),
				Object.fromEntries(new URLSearchParams(bodyText)),
			]);
	}

	/** Those who should come, in the provider's usual order. */
	expected(test: (user: VoximplantUser) => boolean = () => true): VoximplantUser[] {
		return this.sandbox.people
			.filter(test)
			.sort((left, right) => (left.user_name < right.user_name ? -1 : 1));
	}

	expectedIds(test?: (user: VoximplantUser) => boolean) {
		return this.expected(test).map(({ user_id }) => user_id);
	}

	/** A user as GetUsers answers it without skills and queues. */
	raw({ skills: _skills, acd_queues: _queues, ...user }: VoximplantUser): IDataObject {
		return JSON.parse(JSON.stringify(user)) as IDataObject;
	}

	private secrets(parameters: INodeParameters): string[] {
		const key = this.sandbox.privateKey.split('\n').filter((line) => line.length >= 20);
		const tokens = this.sandbox.log.map(({ headers }) => headers.authorization ?? '');
		return [
			...key,
			...tokens.map((token) => token.replace('Bearer ', '')),
			...passwords(parameters),
		];
	}
}

function passwords(parameters: INodeParameters): string[] {
	const found = [...JSON.stringify(parameters).matchAll(/"userPassword":"((?:[^"\\]|\\.)+)"/g)];
	return found.map(([, text]) => JSON.parse(`"${text}"`) as string);
}
