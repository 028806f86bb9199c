import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startVoximplant, type VoximplantSandbox, type VoximplantUser } from '../../../sandbox';
import type { NodeRun } from '../../harness';
import { at, by, type More, ProviderFixture } from '../fixture';

export { begins } from '../begins';
export { at, by, paired } from '../fixture';

export const ids = ({ json }: NodeRun) => json.map(({ user_id }) => user_id);

export const PASSWORD = 'Kept-s3cret!';

export class VoximplantFixture extends ProviderFixture<VoximplantSandbox> {
	constructor(users: number) {
		super('voximplant', () => startVoximplant({ users }));
	}

	get application() {
		return at(this.sandbox.applications, 0);
	}

	/** Runs the node, and checks that no address holds a secret. */
	async run(parameters: INodeParameters, more: More = {}): Promise<NodeRun> {
		const run = await this.runNode(parameters, more);
		const addresses = this.sandbox.log.map(({ path, rawQuery }) => `${path}?${rawQuery}`).join();
		const secrets = this.secrets(run, parameters);
		expect(secrets.filter((secret) => addresses.includes(encodeURIComponent(secret)))).toEqual([]);
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
		return this.addresses('/platform_api/');
	}

	/** The requests that change something: method and form. */
	get writes(): [string, Record<string, string>][] {
		return this.sandbox.log
			.filter(({ path }) => !/\/(SQ_)?Get/.test(path))
			.map(({ path, bodyText }) => [
				path.replace('/platform_api/', ''),
				Object.fromEntries(new URLSearchParams(bodyText)),
			]);
	}

	/** The expected users, in the provider's default order. */
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

	protected override secrets(_run: NodeRun, parameters: INodeParameters): string[] {
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
