import type { INodeParameters } from 'n8n-workflow';
import {
	startSandboxes,
	type ProviderName,
	type Sandboxes,
	type SandboxesOptions,
} from '../../sandbox';
import { chooseFrom, scrollThrough, type Opening } from '../harness';

export type Typed = Pick<Opening, 'filter' | 'paginationToken'>;

const CREDENTIAL = {
	autocalls: ['autocallsApi', 'baseUrl'],
	quo: ['quoApi', 'baseUrl'],
	voximplant: ['voximplantApi', 'baseUrl'],
	worksection: ['worksectionApi', 'accountUrl'],
} as const satisfies Record<ProviderName, readonly [string, string]>;

/** A resource locator as the editor saves it. */
export const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });

/** Four providers, and the lists of the nodes that talk to them. */
export class Lists {
	sandboxes!: Sandboxes;

	private turn = 0;

	constructor(options: SandboxesOptions) {
		beforeAll(async () => {
			this.sandboxes = await startSandboxes(options);
		});
		// What the nodes remember goes by the credential's content: a slash more is another credential.
		beforeEach(() => (this.turn += 1));
		afterEach(() => {
			for (const provider of ['autocalls', 'quo', 'voximplant', 'worksection'] as const) {
				expect(this.sandboxes[provider].warnings).toEqual([]);
				this.sandboxes[provider].reset();
			}
		});
		afterAll(async () => await this.sandboxes.close());
	}

	credentials(provider: ProviderName) {
		const [type, address] = CREDENTIAL[provider];
		const { credentials } = this.sandboxes[provider];
		return {
			[type]: { ...credentials, [address]: `${credentials[address]}${'/'.repeat(this.turn)}` },
		};
	}

	opening(provider: ProviderName, more: Partial<Opening> = {}): Opening {
		return {
			node: provider,
			method: 'searchUsers',
			field: 'user',
			credentials: this.credentials(provider),
			...more,
			parameters: {
				resource: 'user',
				operation: 'get',
				...(provider === 'voximplant' && { application: this.application }),
				options: { requestsPerSecond: 0 },
				...more.parameters,
			},
		};
	}

	get application(): INodeParameters {
		const [first] = this.sandboxes.voximplant.applications;
		return { __rl: true, mode: 'list', value: String(first?.application_id) };
	}

	async open(provider: ProviderName, more: Partial<Opening> = {}) {
		return await chooseFrom(this.opening(provider, more));
	}

	async scroll(provider: ProviderName, more: Partial<Opening> = {}) {
		return await scrollThrough(this.opening(provider, more));
	}

	requests(provider: ProviderName): number {
		return this.sandboxes[provider].log.length;
	}

	/** Everybody, as a list shows them. */
	shown(provider: ProviderName): { name: string; value: string }[] {
		const { autocalls, quo, voximplant, worksection } = this.sandboxes;
		const everybody = {
			autocalls: () => autocalls.people.map(({ id, name, email }) => [id, name, email]),
			quo: () =>
				quo.people.map(({ id, firstName, lastName, email }) => [
					id,
					[firstName, lastName].filter(Boolean).join(' ').trim(),
					email,
				]),
			voximplant: () =>
				[...voximplant.people]
					.sort((left, right) => (left.user_name < right.user_name ? -1 : 1))
					.map(({ user_id, user_display_name, user_name }) => [
						user_id,
						user_display_name,
						user_name,
					]),
			worksection: () => worksection.people.map(({ id, name, email }) => [id, name, email]),
		};
		return everybody[provider]().map(([id, name, more]) => ({
			value: String(id),
			name: name ? `${name} (${more})` : String(more),
		}));
	}
}

export const providers: ProviderName[] = ['autocalls', 'quo', 'voximplant', 'worksection'];
