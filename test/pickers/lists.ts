import {
	startSandboxes,
	type ProviderName,
	type Sandboxes,
	type SandboxesOptions,
} from '../../sandbox';
import { chooseFrom, chooseSeveralFrom, scrollThrough, type Opening } from '../harness';
import { credentialTypeOf, fromEachProvider } from '../harness/providers';
import type { UserPicker } from './picker';

export type Typed = Pick<Opening, 'filter' | 'paginationToken'>;

export const pickers = fromEachProvider<UserPicker<unknown>>('picker');

export const providers = Object.keys(pickers) as ProviderName[];

export function pickerOf(provider: ProviderName): UserPicker<unknown> {
	const picker = pickers[provider];
	if (!picker) throw new Error(`There is no test/providers/${provider}/picker.ts.`);
	return picker;
}

/** A resource locator as the editor saves it. */
export const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });

/** The providers, and the lists of the nodes that talk to them. */
export class Lists {
	sandboxes!: Sandboxes;

	private turn = 0;

	constructor(options: SandboxesOptions) {
		beforeAll(async () => {
			this.sandboxes = await startSandboxes(options);
		});
		// The nodes cache lists by the credential's content: one more slash makes another credential.
		beforeEach(() => (this.turn += 1));
		afterEach(() => {
			for (const provider of providers) {
				const sandbox = this.sandboxes[provider];
				expect(sandbox.warnings).toEqual([]);
				// To make 5,000 users anew takes long.
				if (sandbox.log.length > 0) sandbox.reset();
			}
		});
		afterAll(async () => await this.sandboxes.close());
	}

	credentials(provider: ProviderName) {
		const { addressField: address } = pickerOf(provider);
		const { credentials } = this.sandboxes[provider];
		return {
			[credentialTypeOf(provider)]: {
				...credentials,
				[address]: `${String(credentials[address])}${'/'.repeat(this.turn)}`,
			},
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
				...pickerOf(provider).parameters?.(this.sandboxes[provider]),
				options: { requestsPerSecond: 0 },
				...more.parameters,
			},
		};
	}

	async open(provider: ProviderName, more: Partial<Opening> = {}) {
		return await chooseFrom(this.opening(provider, more));
	}

	async openSeveral(provider: ProviderName, more: Partial<Opening> = {}) {
		return await chooseSeveralFrom(this.opening(provider, more));
	}

	async scroll(provider: ProviderName, more: Partial<Opening> = {}) {
		return await scrollThrough(this.opening(provider, more));
	}

	requests(provider: ProviderName): number {
		return this.sandboxes[provider].log.length;
	}

	/** All users, as a list shows them. */
	shown(provider: ProviderName): { name: string; value: string }[] {
		return pickerOf(provider)
			.shown(this.sandboxes[provider])
			.map(([id, name, more]) => ({
				value: String(id),
				name: name ? `${String(name)} (${String(more)})` : String(more),
			}));
	}
}
