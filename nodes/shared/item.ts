import type { Reader } from './client';
import { onePage } from './pages';
import { collectionIn } from './parameters';
import type { Call, Listing, Query } from './provider';
import type { Session } from './session';
import { readSettings } from './settings';
import type { Settings } from './settings';
import { pageSize, walk } from './walk';
import type { Stretch } from './walk';

/** One input item: its parameters, and what an operation can do for it. */
export class Item {
	private readonly collections = new Map<string, Record<string, unknown>>();

	private ownSettings: Settings | undefined;

	constructor(
		private readonly session: Session,
		readonly index: number,
	) {}

	/** The provider's title, for messages. */
	get provider(): string {
		return this.session.provider.title;
	}

	/** The workflow's time zone. */
	get zone(): string {
		return this.session.zone;
	}

	/** Whether n8n would run all items again after a failure. */
	get runsAgain(): boolean {
		return this.session.node.retryOnFail === true;
	}

	/** Whether other items may be given the same records. */
	get shares(): boolean {
		return this.session.count > 1;
	}

	parameter(name: string): unknown {
		return this.session.parameter(name, this.index);
	}

	/** A collection's fields; read once, since each reading evaluates its expressions. */
	collection(name: string, field: string): Record<string, unknown> {
		const known = this.collections.get(name);
		if (known) return known;
		const collection = collectionIn(this.parameter(name), field);
		this.collections.set(name, collection);
		return collection;
	}

	get options(): Record<string, unknown> {
		return this.collection('options', 'Options');
	}

	get settings(): Settings {
		this.ownSettings ??= readSettings(this.options, (hint) => this.hint(hint));
		return this.ownSettings;
	}

	/**
	 * Also where the operation has no use for them, say because another item has read the same.
	 *
	 * @throws {InputFault} that names the option
	 */
	checkOptions(): void {
		void this.settings;
	}

	/** Tells the user something about the result that is no failure. */
	hint(message: string): void {
		this.session.hint(message);
	}

	/** The same for every item of this run, until the next write. */
	once<T>(key: string, make: () => T): T {
		return this.session.memo.once(key, make);
	}

	/** Identical reads of one run go to the provider once, until the next write. */
	async read<T>(call: Call, reader: Reader<T>): Promise<T> {
		const { settings } = this;
		return await this.once(`read ${JSON.stringify(call)}`, async () => {
			const client = await this.session.client();
			return await client.read(call, reader, settings);
		});
	}

	/** @throws {ProviderFault} with `doubt` where it may or may not have been carried out */
	async write<T>(call: Call, reader: Reader<T>): Promise<T> {
		const { settings } = this;
		const client = await this.session.client();
		this.session.memo.forget();
		try {
			return await client.write(call, reader, settings);
		} finally {
			this.session.memo.forget();
		}
	}

	/** The list from its start; items that walk the same way share its pages. */
	walk(listing: Listing, need = Number.POSITIVE_INFINITY): AsyncIterable<Stretch> {
		const { settings } = this;
		const size = pageSize(listing, settings.pageSize, (hint) => this.hint(hint));
		const plan = {
			size,
			// Where everything comes at once, it is the same reading whatever is needed of it.
			need: listing.paging === onePage ? Number.POSITIVE_INFINITY : need,
			ahead: settings.pagesAtOnce,
			...(settings.start === undefined ? {} : { start: settings.start }),
			...(settings.maxPages === undefined ? {} : { maxPages: settings.maxPages }),
		};
		const source = () => this.pages(listing, plan);
		if (!this.shares) return source();
		return this.session.memo.replay(`walk ${JSON.stringify([listing.call, plan])}`, source);
	}

	private async *pages(
		listing: Listing,
		plan: Parameters<typeof walk>[0]['plan'],
	): AsyncGenerator<Stretch> {
		const over = new AbortController();
		const client = await this.session.client();
		const signals = [over.signal, this.session.signal].filter((signal) => signal !== undefined);
		const limits = { ...this.settings, signal: AbortSignal.any(signals) };
		const fetch = async (position: Query) => {
			const call = { ...listing.call, query: { ...listing.call.query, ...position } };
			return await client.read(call, ({ body }) => listing.page(body), limits);
		};
		const say = (hint: string) => this.hint(hint);
		try {
			yield* walk({ provider: this.provider, listing, plan, fetch, say });
		} finally {
			// Pages asked for ahead that nobody wants any more.
			over.abort();
		}
	}
}
