/** What an expression may yield for an item, and what nobody meant to enter. */
export const KINDS = {
	missing: undefined,
	null: null,
	empty: '',
	blank: ' \t ',
	'an object': { no: 'way' },
	'an empty list': [],
	'a list': ['plenty', 'many'],
	'a list of objects': [{ no: 'way' }],
	true: true,
	'a number': 4321,
	'a negative number': -1,
	zero: 0,
	'a fraction': 4321.5,
	'a huge number': 1e300,
	NaN: Number.NaN,
	'a text': 'plenty',
	'a huge text': 'x'.repeat(20_000),
	unicode: 'Zoë 漢字 🧑‍🚀',
	'a broken character': 'plenty of them\ud83d',
	'control characters': 'plenty\u0000of\r\nthem',
	'a path': '../users?all=1#it',
} as const;

export type Kind = keyof typeof KINDS;

export const kinds = Object.keys(KINDS) as Kind[];

/** As JSON would carry it; JSON has no undefined and no NaN, and an expression has. */
export const valueOf = (kind: Kind): unknown => structuredClone(KINDS[kind]);
