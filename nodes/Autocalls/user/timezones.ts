import type { INodePropertyOptions } from 'n8n-workflow';

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

/** The time zones to choose from; an expression may give any other. */
export function timezones(): INodePropertyOptions[] {
	choices ??= [...new Set([...names(), 'UTC'])]
		.sort()
		.map((name) => ({ name: name.replaceAll('_', ' '), value: name }));
	return choices;
}

const names = (): string[] =>
	Intl.supportedValuesOf('timeZone').map((name) => RENAMED[name] ?? name);
