import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ReadAnswer } from '../http/client';
import type { Call } from '../http/connection';
import { listPages } from '../paging/listPages';
import { pageSize } from '../paging/pageSize';
import type { Listing } from '../paging/listing';
import { onePage } from '../paging/strategies';
import type { WalkedPage } from '../paging/walk';
import type { ParameterSource } from '../parameters/locator';
import { readSettings } from '../parameters/settings';
import type { Settings } from '../parameters/settings';
import { usualValue } from '../parameters/usual';
import { collectionIn, isBlank, withoutBlank } from '../parameters/values';
import type { Account, RunContext } from './runContext';

/** How much of a list is wanted; all of it unless given. */
export interface Wanted {
	need?: number | undefined;
	maxPages?: number | undefined;
}

/** One input item: its parameters, and what an operation can do for it. */
export class Item implements ParameterSource {
	private readonly collections = new Map<string, Record<string, unknown>>();

	private ownSettings: Settings | undefined;

	private ownAccount: Promise<Account> | undefined;

	/** @param given parameters in place of the node's own */
	constructor(
		private readonly context: RunContext,
		readonly index: number,
		private readonly given: Readonly<Record<string, unknown>> = {},
	) {}

	/** The same input item, for an operation that takes these parameters. */
	with(parameters: Record<string, unknown>): Item {
		return new Item(this.context, this.index, { ...this.given, ...parameters });
	}

	/** The provider's title, for messages. */
	get provider(): string {
		return this.context.provider;
	}

	/** The workflow's time zone. */
	get timezone(): string {
		return this.context.timezone;
	}

	/** Whether n8n would run all items again after a failure. */
	get retriesOnFail(): boolean {
		return this.context.node.retryOnFail === true;
	}

	/** Whether other items may be given the same records. */
	get sharesRecords(): boolean {
		return this.context.itemCount > 1;
	}

	/** Whether an agent runs the node, and a model fills in its fields: n8n adds "Tool" to its type. */
	private get isTool(): boolean {
		return this.context.node.type.endsWith('Tool');
	}

	/** A model leaves a field empty where it has nothing to say: that is the field's usual value. */
	parameter(name: string): unknown {
		if (Object.hasOwn(this.given, name)) return this.given[name];
		const value = this.context.parameter(name, this.index);
		return this.isTool && isBlank(value) ? (usualValue(name) ?? value) : value;
	}

	/** Whether a parameter has no expression in it, so that what the editor keeps beside it is right. */
	isFixed(name: string): boolean {
		return this.context.isFixed(name);
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
		return this.optional('options', 'Options');
	}

	get filters(): Record<string, unknown> {
		return this.optional('filters', 'Filters');
	}

	/** What a model leaves empty is not given; in a workflow, it is a mistake that is told. */
	optional(name: string, field: string): Record<string, unknown> {
		const collection = this.collection(name, field);
		return this.isTool ? withoutBlank(collection) : collection;
	}

	/** @throws {InputError} that names the option */
	get settings(): Settings {
		const read = () => readSettings(this.options, (text) => this.hint(text));
		this.ownSettings ??= Object.hasOwn(this.given, 'options')
			? read()
			: this.context.fromParameter('options', read);
		return this.ownSettings;
	}

	/** Tells the user something about the result that is no error. */
	hint(text: string): void {
		this.context.hint(text);
	}

	/** The same for every item of this run with the same account, until the next write. */
	async once<T>(key: string, make: () => Promise<T>): Promise<T> {
		const { cache } = await this.account();
		return await cache.once(key, make);
	}

	/** The same, also after writes. */
	async oncePerRun<T>(key: string, make: () => Promise<T>): Promise<T> {
		const { cache } = await this.account();
		return await cache.oncePerRun(key, make);
	}

	/**
	 * Identical reads of one run go to the provider once, until the next write.
	 *
	 * @throws {ProviderError}
	 */
	async read<T>(call: Call, readAnswer: ReadAnswer<T>): Promise<T> {
		const { settings } = this;
		const { client } = await this.account();
		return await this.once(
			`read ${JSON.stringify(call)}`,
			async () => await client.read(call, readAnswer, settings),
		);
	}

	/** @throws {ProviderError} with `outcomeUnknown` where it may have been carried out */
	async write<T>(call: Call, readAnswer: ReadAnswer<T>): Promise<T> {
		const { settings } = this;
		const { client, cache } = await this.account();
		cache.forget();
		try {
			return await client.write(call, readAnswer, settings);
		} finally {
			cache.forget();
		}
	}

	/** The list from its start; items that walk the same way share its pages. */
	async *pages(
		listing: Listing,
		{ need = Number.POSITIVE_INFINITY, maxPages = this.settings.maxPages }: Wanted = {},
	): AsyncGenerator<WalkedPage> {
		const { settings, provider } = this;
		const hint = (text: string) => this.hint(text);
		const plan = {
			size: pageSize(listing, settings.pageSize, hint),
			// A list of one page is read the same way, whatever is needed of it.
			need: listing.paging === onePage ? Number.POSITIVE_INFINITY : need,
			prefetch: settings.pagesAtOnce,
			...(settings.start === undefined ? {} : { start: settings.start }),
			...(maxPages === undefined ? {} : { maxPages }),
		};
		const { client, cache } = await this.account();
		const reader = { client, limits: settings };
		const source = () => listPages(() => reader, listing, { provider, plan, hint });
		const key = `pages ${JSON.stringify([listing.call, plan])}`;
		yield* this.sharesRecords ? cache.replay(key, source) : source();
	}

	/** As they are for this item. */
	async credentials(): Promise<ICredentialDataDecryptedObject> {
		return await this.context.credentials(this.index);
	}

	private async account(): Promise<Account> {
		this.ownAccount ??= this.context.account(this.index);
		return await this.ownAccount;
	}
}
