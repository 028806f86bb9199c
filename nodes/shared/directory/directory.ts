import type { ICredentialDataDecryptedObject, IDataObject, INodeProperties } from 'n8n-workflow';
import type { Item } from '../execution/item';
import type { Provider } from '../execution/provider';
import type { Show } from '../parameters/fields';
import type { Picker } from '../picker/picker';

/** A provider as one of several directories of people, and what can be done in it. Types only. */
export interface Directory {
	provider: Provider;
	/** The field Authentication of the provider's node, where that has several credential types. */
	authentication?: INodeProperties;
	/** What chooses the list: Voximplant's application. */
	fields?: (show: Show) => INodeProperties[];
	/** The lists that these fields open, by the node's method. */
	pickers?: Record<string, Picker>;
	/** Options that say what is read of each user. */
	options?: INodeProperties[];
	/** Completes each record where such an option asks for it. */
	complete?: (item: Item) => Promise<(record: IDataObject) => IDataObject>;
	/** Where somebody was looked for, of a provider that has several lists. */
	searched?: (item: Item) => string;
	/** Where an address may be kept, of users who have no field for one. */
	emailSources?: EmailSource[];
	onboard: Onboarding | ByHand;
	offboard: Offboarding | ByHand;
}

/** Where a record may keep an e-mail address if it has no field for it. */
export interface EmailSource {
	value: string;
	name: string;
	description: string;
	/** Whether it takes the domain that the node asks for. */
	needsDomain?: boolean;
	/** null where there is none. */
	read(record: IDataObject, domain: string): string | null;
}

/** What an API doesn't do. */
export interface ByHand {
	/** What a person does instead. */
	note: string;
	/** The page where that is done. */
	url: (credentials: ICredentialDataDecryptedObject) => string;
}

/** Who is to get an account. */
export interface Newcomer {
	email: string;
	firstName: string;
	lastName: string;
	/** Where the address is kept, and its domain, if the directory has no field for addresses. */
	keptIn?: { source: EmailSource; domain: string } | undefined;
}

export interface Onboarding {
	/** What creating an account needs; names begin with the provider's. */
	fields: (show: Show) => INodeProperties[];
	/** @throws {InputError} before anything is sent */
	prepare(item: Item, newcomer: Newcomer): NewAccount;
}

export interface NewAccount {
	/** The status of an account that was made: `created` or `invited`. */
	done: 'created' | 'invited';
	/** The name that nobody else may have there, where the directory has such names. */
	userName?: string;
	/** @throws {ProviderError} */
	create(): Promise<MadeAccount>;
}

export interface MadeAccount {
	/** Raw fields of the account. */
	record: IDataObject;
	/** Whether it was there before. */
	existed: boolean;
	/** What else there is to know. */
	note?: string | undefined;
	/** Whether somebody else has its user name, so that it is not the account that was wanted. */
	isOther?: boolean | undefined;
}

export interface Offboarding {
	fields?: (show: Show) => INodeProperties[];
	/**
	 * Checks the parameters; what it returns then reads what is needed to plan, before the first write.
	 *
	 * @throws {InputError} before anything is sent
	 */
	prepare(item: Item, dryRun: boolean): () => Promise<Departure>;
}

export interface Departure {
	/** What has to be done for this account; undefined where nothing is left to do. */
	plan(record: IDataObject): DepartureStep | undefined;
	/** What the row says besides, and the page where the rest is done. */
	remainder?: ByHand;
}

export interface DepartureStep {
	/** What will be done, or was done. */
	note?: string | undefined;
	/** The status once it is done. */
	done: 'deactivated' | 'deleted' | 'removed';
	/**
	 * @returns what else there is to know
	 * @throws {ProviderError}
	 */
	carryOut(): Promise<string | undefined>;
}
