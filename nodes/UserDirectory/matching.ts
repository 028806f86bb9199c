import { InputError } from '../shared/errors';
import { isOneAddress } from '../shared/parameters/values';
import { isBareAddress, withoutMailMarks } from '../shared/text/pasted';

/** When two accounts belong to one person: when they have the same e-mail address, and nothing else. */
export interface MatchingRules {
	ignorePlusTags: boolean;
	ignoreGmailDots: boolean;
	/** By domain, the one that it counts as. */
	domainAliases: ReadonlyMap<string, string>;
}

/**
 * In lower case, and without what was pasted with it. Nothing more: with letters that are only alike,
 * somebody else could be taken for the person.
 */
function plainAddress(entered: string): string | undefined {
	if (isBareAddress(entered)) return entered.toLowerCase();
	const email = withoutMailMarks(entered).toLowerCase().normalize();
	return isOneAddress(email) ? email : undefined;
}

const isMatchedAsItIs = (rules: MatchingRules): boolean =>
	!rules.ignorePlusTags && !rules.ignoreGmailDots && rules.domainAliases.size === 0;

const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/**
 * What accounts and roster rows are matched by; undefined for what doesn't hold exactly one address.
 * @example matchKey(' Ann+work@Example.com', { ignorePlusTags: true, … }) // 'ann@example.com'
 */
export function matchKey(address: unknown, rules: MatchingRules): string | undefined {
	const email = typeof address === 'string' ? plainAddress(address) : undefined;
	if (email === undefined || isMatchedAsItIs(rules)) return email;
	const at = email.lastIndexOf('@');
	const entered = email.slice(at + 1);
	const domain = rules.domainAliases.get(entered) ?? entered;
	return `${localPart(email.slice(0, at), domain, rules)}@${domain}`;
}

function localPart(entered: string, domain: string, rules: MatchingRules): string {
	const tag = rules.ignorePlusTags ? entered.indexOf('+') : -1;
	// A tag alone is the name of a mailbox.
	const name = tag > 0 ? entered.slice(0, tag) : entered;
	if (!rules.ignoreGmailDots || !GMAIL.has(domain)) return name;
	return name.replace(/\./g, '') || name;
}

export interface DomainAlias {
	domain: string;
	countsAs: string;
}

/**
 * Each domain with the one that it counts as in the end.
 *
 * @throws {InputError} for a domain that counts as itself, or as two others
 */
export function readDomainAliases(aliases: readonly DomainAlias[]): Map<string, string> {
	const direct = new Map<string, string>();
	for (const { domain, countsAs } of aliases) {
		const other = direct.get(domain);
		if (domain === countsAs) throw circular(domain);
		if (other !== undefined && other !== countsAs) {
			throw new InputError(
				`'Domain Aliases' lets '${domain}' count as '${other}' and as '${countsAs}'.`,
				'Remove one of the two.',
			);
		}
		direct.set(domain, countsAs);
	}
	return new Map([...direct.keys()].map((domain) => [domain, followed(domain, direct)]));
}

function followed(domain: string, direct: ReadonlyMap<string, string>): string {
	const passed = new Set([domain]);
	let at = direct.get(domain) ?? domain;
	for (;;) {
		if (passed.has(at)) throw circular(domain);
		passed.add(at);
		const next = direct.get(at);
		if (next === undefined) return at;
		at = next;
	}
}

const circular = (domain: string): InputError =>
	new InputError(
		`'Domain Aliases' lets '${domain}' count as itself.`,
		'Give the domain that it counts as, or remove the alias.',
	);
