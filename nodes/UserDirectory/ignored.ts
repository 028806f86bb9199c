import { InputError } from '../shared/errors';
import { quoted } from '../shared/parameters/values';
import { withoutMailMarks } from '../shared/text/pasted';
import { matchKey } from './matching';
import type { MatchingRules } from './matching';

/** Whether a matched address is to be left out. */
export type IsIgnored = (key: string) => boolean;

/** No address has a *, but people write one for *any*. */
const DOMAIN = /^@[^\s@,;<>"*]+$/;

/**
 * @param lines an address (`ann@example.com`) or a domain (`@bots.example.com`) in each line
 * @throws {InputError} that quotes a line that is neither
 */
export function readIgnored(lines: string, rules: MatchingRules): IsIgnored {
	const addresses = new Set<string>();
	const domains = new Set<string>();
	for (const [index, line] of lines.split(/\r?\n/).entries()) {
		const entry = withoutMailMarks(line).toLowerCase().normalize();
		if (entry === '') continue;
		const key = entry.includes('*') ? undefined : matchKey(entry, rules);
		if (key !== undefined) addresses.add(key);
		else if (DOMAIN.test(entry)) domains.add(domainOf(entry, rules));
		else {
			throw new InputError(
				`Line ${index + 1} of 'Ignore' is neither an e-mail address nor a domain: ${quoted(line.trim())}.`,
				'Enter one in each line, such as ann@example.com or @bots.example.com.',
			);
		}
	}
	return (key) => addresses.has(key) || domains.has(key.slice(key.lastIndexOf('@') + 1));
}

function domainOf(entry: string, { domainAliases }: MatchingRules): string {
	const domain = entry.slice(1);
	return domainAliases.get(domain) ?? domain;
}
