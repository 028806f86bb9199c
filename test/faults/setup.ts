import type { Column, Fixture } from './column';
import { FaultyProxy } from './proxy';

/** A column's fixture, and what a fault adds to it. */
export class Setup {
	/** What an error has to say in addition. */
	readonly says: RegExp[] = [];
	/** Servers at which nothing may arrive. */
	readonly forbidden: FaultyProxy[] = [];
	readonly credentials: Record<string, unknown>;
	proxy: FaultyProxy | undefined;
	private readonly closers: Array<() => unknown> = [];

	private constructor(
		readonly column: Column,
		readonly fixture: Fixture,
	) {
		this.credentials = { ...fixture.credentials };
		this.onClose(async () => await fixture.sandbox.close());
	}

	static async of(column: Column): Promise<Setup> {
		return new Setup(column, await column.start());
	}

	onClose(closer: () => unknown): void {
		this.closers.push(closer);
	}

	async close(): Promise<void> {
		await Promise.all(this.closers.map(async (closer) => await closer()));
	}

	/** The same provider at another address. */
	moveTo(origin: string): void {
		const { pathname } = new URL(this.fixture.sandbox.url);
		const address = `${origin}${pathname === '/' ? '' : pathname}`;
		const { oauthTokenData: token } = this.credentials;
		if (typeof token === 'object') {
			this.credentials.oauthTokenData = { ...token, account_url: address };
		} else {
			this.credentials['accountUrl' in this.credentials ? 'accountUrl' : 'baseUrl'] = address;
		}
	}

	/** A proxy before the sandbox, for failures that the sandbox has no setting for. */
	async addProxy(port?: number): Promise<FaultyProxy> {
		const proxy = this.newProxy();
		this.moveTo(await proxy.listen(port));
		return proxy;
	}

	newProxy(): FaultyProxy {
		const proxy = new FaultyProxy(this.fixture.sandbox.url);
		this.onClose(async () => await proxy.close());
		this.proxy = proxy;
		return proxy;
	}
}
