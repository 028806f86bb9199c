import type { INodePropertyOptions } from 'n8n-workflow';
import { InputError } from '../../shared/errors';
import { quoted, textIn } from '../../shared/parameters/values';
import { fold } from '../../shared/text/fold';

/**
 * What V8 still calls by names that the time zone database has given up, and that Laravel refuses.
 * https://github.com/eggert/tz/blob/main/backward
 */
const RENAMED: Record<string, string> = {
	'Africa/Asmera': 'Africa/Asmara',
	'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
	'America/Catamarca': 'America/Argentina/Catamarca',
	'America/Coral_Harbour': 'America/Atikokan',
	'America/Cordoba': 'America/Argentina/Cordoba',
	'America/Godthab': 'America/Nuuk',
	'America/Indianapolis': 'America/Indiana/Indianapolis',
	'America/Jujuy': 'America/Argentina/Jujuy',
	'America/Louisville': 'America/Kentucky/Louisville',
	'America/Mendoza': 'America/Argentina/Mendoza',
	'Asia/Calcutta': 'Asia/Kolkata',
	'Asia/Katmandu': 'Asia/Kathmandu',
	'Asia/Rangoon': 'Asia/Yangon',
	'Asia/Saigon': 'Asia/Ho_Chi_Minh',
	'Atlantic/Faeroe': 'Atlantic/Faroe',
	'Europe/Kiev': 'Europe/Kyiv',
	'Pacific/Enderbury': 'Pacific/Kanton',
	'Pacific/Ponape': 'Pacific/Pohnpei',
	'Pacific/Truk': 'Pacific/Chuuk',
};

let choices: INodePropertyOptions[] | undefined;

/** The time zones to choose from; an expression may give any of them, or another name of one. */
export function timezones(): INodePropertyOptions[] {
	choices ??= [...new Set([...names(), 'UTC'])]
		.sort()
		.map((name) => ({ name: name.replaceAll('_', ' '), value: name }));
	return choices;
}

const names = (): string[] =>
	Intl.supportedValuesOf('timeZone').map((name) => RENAMED[name] ?? name);

/** As a sheet may have it: in any case, and with blanks as the list shows them. */
const folded = (name: string): string => fold(name.replaceAll('_', ' ')).replace(/ ?\/ ?/g, '/');

let byFolded: Map<string, string> | undefined;

function listed(name: string): string | undefined {
	byFolded ??= new Map(timezones().map(({ value }) => [folded(String(value)), String(value)]));
	return byFolded.get(folded(name));
}

/** What V8 calls a zone that is known by several names; an offset such as +02:00 is no name. */
function resolved(name: string): string | undefined {
	if (!/^[a-z]/i.test(name)) return undefined;
	try {
		const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
		return RENAMED[timeZone] ?? timeZone;
	} catch {
		return undefined;
	}
}

/** @throws {InputError} for a zone that doesn't exist by that name */
export function timezoneIn(value: unknown, field: string): string {
	const entered = textIn(value, field);
	const zone = listed(entered) ?? resolved(folded(entered).replaceAll(' ', '_'));
	if (zone !== undefined) return zone;
	throw new InputError(
		`'${field}' must be the name of a time zone, such as Europe/Berlin, not ${quoted(entered)}.`,
	);
}
