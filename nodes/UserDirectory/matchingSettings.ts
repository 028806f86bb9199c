import { InputError } from '../shared/errors';
import type { Directory, EmailSource } from '../shared/directory/directory';
import { choiceIn, flagIn, textIn } from '../shared/parameters/values';
import { isRecord, list } from '../shared/text/json';
import { withoutInvisible } from '../shared/text/pasted';
import { readDomainAliases } from './matching';
import type { DomainAlias, MatchingRules } from './matching';
import type { PeopleItem } from './peopleItem';

/** Where a directory without a field for e-mail addresses keeps them. */
export interface KeptIn {
	source: EmailSource;
	domain: string;
}

export interface Matching {
	rules: MatchingRules;
	/** By directory; undefined where accounts there have no address. */
	keptIn: Record<string, KeptIn | undefined>;
}

type Collection = Record<string, unknown>;

/** @throws {InputError} that names the field */
export function readMatching(item: PeopleItem): Matching {
	const collection = item.main.optional('matching', 'Matching');
	const flag = (name: string, title: string): boolean =>
		Object.hasOwn(collection, name) ? flagIn(collection[name], title) : false;
	return {
		rules: {
			ignorePlusTags: flag('ignorePlusTags', 'Ignore Plus Tags'),
			ignoreGmailDots: flag('ignoreGmailDots', 'Ignore Gmail Dots'),
			domainAliases: readDomainAliases(aliasesIn(collection.domainAliases)),
		},
		keptIn: Object.fromEntries(
			item.directories.map((directory) => [
				directory.provider.name,
				keptInOf(directory, collection),
			]),
		),
	};
}

function aliasesIn(value: unknown): DomainAlias[] {
	const pairs = isRecord(value) ? (list(value.pairs) ?? []) : [];
	return pairs.filter(isRecord).map((pair) => ({
		domain: domainIn(pair.domain, 'Domain'),
		countsAs: domainIn(pair.countsAs, 'Counts As'),
	}));
}

/** As in an address: letters of any script, digits, dots and hyphens. */
const DOMAIN = /^[\p{L}\p{M}\p{N}._-]+$/u;

function domainIn(value: unknown, field: string): string {
	const entered = withoutInvisible(textIn(value, field)).toLowerCase().normalize();
	const domain = entered.replace(/^@|\.+$/g, '');
	if (DOMAIN.test(domain)) return domain;
	throw new InputError(
		`'${field}' must be a domain, not '${entered.slice(0, 80)}'.`,
		'Enter what follows the @ of an address, such as example.com.',
	);
}

const NONE = 'none';

function keptInOf(
	{ provider, emailSources }: Directory,
	collection: Collection,
): KeptIn | undefined {
	if (!emailSources) return undefined;
	const field = `${provider.name}Email`;
	const title = `${provider.connection.title} Email`;
	const entered = Object.hasOwn(collection, field) ? collection[field] : NONE;
	const chosen = choiceIn(entered, title, [NONE, ...emailSources.map(({ value }) => value)]);
	const source = emailSources.find(({ value }) => value === chosen);
	if (!source) return undefined;
	return {
		source,
		domain: source.needsDomain ? domainIn(collection.emailDomain, 'Email Domain') : '',
	};
}

/**
 * Nobody could be recognized in a directory without addresses.
 *
 * @throws {InputError} that says what to choose
 */
export function refuseWithoutAddresses(item: PeopleItem, { keptIn }: Matching): void {
	for (const { provider, emailSources } of item.directories) {
		if (!emailSources || keptIn[provider.name]) continue;
		const { title } = provider.connection;
		throw new InputError(
			`${title} has no field for e-mail addresses, so nobody can be recognized there.`,
			`Add '${title} Email' under 'Matching' and choose where ${title} keeps the address, or remove ${title} from 'Directories'.`,
		);
	}
}
