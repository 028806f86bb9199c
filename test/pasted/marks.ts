/** Characters of Unicode's category Cf that copying leaves behind. */
export const INVISIBLE: ReadonlyArray<[what: string, mark: string]> = [
	['a soft hyphen', '\u00ad'],
	['a zero-width blank', '\u200b'],
	['a zero-width non-joiner', '\u200c'],
	['a zero-width joiner', '\u200d'],
	['a left-to-right mark', '\u200e'],
	['a right-to-left mark', '\u200f'],
	['an Arabic letter mark', '\u061c'],
	['the start of a direction', '\u202a'],
	['the end of a direction', '\u202c'],
	['the start of an isolated direction', '\u2066'],
	['the end of an isolated direction', '\u2069'],
	['a word joiner', '\u2060'],
	['a byte order mark', '\ufeff'],
	['a Mongolian separator', '\u180e'],
];

/** What mail programs put around an address. */
export const MAIL_MARKS: ReadonlyArray<[what: string, around: (address: string) => string]> = [
	['<…>', (address) => `<${address}>`],
	['mailto:', (address) => `mailto:${address}`],
	['MAILTO:', (address) => `MAILTO:${address}`],
	['<mailto:…>', (address) => `<mailto:${address}>`],
	['mailto: with a subject', (address) => `mailto:${address}?subject=Hello`],
	['a pair of quotation marks', (address) => `"${address}"`],
	['a pair of apostrophes', (address) => `'${address}'`],
	['an apostrophe before it', (address) => `'${address}`],
	['curled quotation marks', (address) => `“${address}”`],
	['curled apostrophes', (address) => `‘${address}’`],
	['a comma', (address) => `${address},`],
	['a semicolon', (address) => `${address}; `],
	['all of them', (address) => ` "<mailto:${address}>"; `],
];

/** What stands between the digits of a phone number. */
export const HYPHENS: ReadonlyArray<[what: string, mark: string]> = [
	['a hyphen', '-'],
	['a typographic hyphen', '\u2010'],
	['a no-break hyphen', '\u2011'],
	['a figure dash', '\u2012'],
	['an en dash', '\u2013'],
	['an em dash', '\u2014'],
	['a minus sign', '\u2212'],
	['a small hyphen', '\ufe63'],
	['a wide hyphen', '\uff0d'],
	['a soft hyphen', '\u00ad'],
	['a dot', '.'],
	['a middle dot', '·'],
	['a blank', ' '],
	['a no-break blank', '\u00a0'],
	['a narrow no-break blank', '\u202f'],
	['a thin blank', '\u2009'],
	['brackets', ')('],
	['a direction mark', '\u202c'],
];
