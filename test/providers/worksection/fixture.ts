import type { INodeParameters } from 'n8n-workflow';
import { startWorksection, type WorksectionSandbox, type WorksectionUser } from '../../../sandbox';
import type { NodeRun } from '../../harness';
import { type More, ProviderFixture } from '../fixture';

export { by, type More, names, paired } from '../fixture';
export { at } from '../../harness/at';

export const ids = ({ json }: NodeRun) => json.map(({ id }) => id);

/** The parameters of a request, whichever way it is signed. */
export interface Asked {
	action: string | undefined;
	[parameter: string]: unknown;
}

export class WorksectionFixture extends ProviderFixture<WorksectionSandbox> {
	constructor(users = 25) {
		super('worksection', () => startWorksection({ users }));
	}

	/** Runs the node without the published rate. */
	async run(
		operation: string,
		{ options, ...parameters }: INodeParameters = {},
		more: More = {},
	): Promise<NodeRun> {
		const withoutRate = { requestsPerSecond: 0, ...(options as INodeParameters) };
		return await this.runNode({ operation, ...parameters, options: withoutRate }, more);
	}

	readonly getAll = async (parameters: INodeParameters = {}, more: More = {}) =>
		await this.run('getAll', { returnAll: true, output: 'raw', ...parameters }, more);

	/** The parameters of each request, in the order of arrival. */
	get asked(): Asked[] {
		return this.sandbox.log.map(({ query: { hash: _hash, action, ...rest }, bodyText }) => {
			const body = bodyText === '' ? {} : (JSON.parse(bodyText) as object);
			return { action, ...rest, ...body };
		});
	}

	/** The action of each request. */
	get actions() {
		return this.sandbox.log.map(({ query }) => query.action);
	}

	/** Replaces the account's members. */
	populate(...people: Array<Partial<WorksectionUser>>): void {
		this.sandbox.people.splice(0, Infinity, ...people.map(member));
	}

	/** The key, and each hash or header made with it. */
	protected override secrets({ run }: NodeRun): string[] {
		const { log, credentials } = this.sandbox;
		const signatures = log.flatMap(({ query, headers }) => {
			const header = headers.authorization ?? '';
			return [query.hash ?? '', header, header.replace(/^Admin \d*_?/, '')];
		});
		const entered = run.credentialReadings > 0 ? [String(credentials.apiKey)] : [];
		return [...signatures, ...entered];
	}
}

/** A member with the given fields. */
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
