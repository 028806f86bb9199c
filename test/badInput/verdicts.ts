import type { Kind } from './kinds';

/**
 * What is to become of an item.
 * - `refused`: the node says why, names the field, and asks the provider for nothing.
 * - `told`: only the provider can know; its words are passed on, they name the field.
 * - `fine`: the value is a legitimate one, and goes where it belongs as it is.
 */
export type Verdict =
	{ is: 'refused'; words: RegExp } | { is: 'told'; words: RegExp } | { is: 'fine'; hint?: RegExp };

export type Judge = (kind: Kind) => Verdict;

export const fine: Verdict = { is: 'fine' };
export const refused = (words: RegExp): Verdict => ({ is: 'refused', words });
export const told = (words: RegExp): Verdict => ({ is: 'told', words });
export const fineWith = (hint: RegExp): Verdict => ({ is: 'fine', hint });

type Table = Partial<Record<Kind, Verdict>>;

const except =
	(judge: Judge, exceptions: Table): Judge =>
	(kind) =>
		exceptions[kind] ?? judge(kind);

const forAll = (list: readonly Kind[], verdict: Verdict): Table =>
	Object.fromEntries(list.map((kind) => [kind, verdict]));

const NOTHING: readonly Kind[] = ['missing', 'null', 'empty', 'blank'];
const NO_TEXT: readonly Kind[] = [
	'an object',
	'an empty list',
	'a list',
	'a list of objects',
	'true',
	'NaN',
];
const NUMBERS: readonly Kind[] = ['a number', 'a negative number', 'zero', 'a fraction'];
const WORDS: readonly Kind[] = ['a text', 'a huge text', 'unicode', 'control characters', 'a path'];

/** Any text. */
export const text = (exceptions: Table = {}): Judge =>
	except(() => fine, {
		...forAll(NOTHING, refused(/is empty/)),
		...forAll(NO_TEXT, refused(/must be a text/)),
		'a huge number': refused(/too large to be exact/),
		'half a character': refused(/half a character/),
		...exceptions,
	});

/** A field that, left blank as in a form, isn't given. */
export const unlessBlank = (judge: Judge): Judge => except(judge, { empty: fine });

/** A text of which the provider likes but a few. */
export const textToldOf = (words: RegExp, exceptions: Table = {}): Judge =>
	text({ ...forAll([...WORDS, ...NUMBERS], told(words)), ...exceptions });

/** A text of which the node itself likes but a few. */
export const textLike = (words: RegExp): Judge =>
	text(forAll([...WORDS, ...NUMBERS], refused(words)));

export const email = (): Judge => textLike(/not an e-mail address/);

/** `unknown`: what becomes of an ID that nobody has. */
export const id = (unknown: Verdict, exceptions: Table = {}): Judge =>
	text({
		...forAll(WORDS, refused(/digits/)),
		'a negative number': refused(/digits/),
		'a fraction': refused(/digits/),
		'a number': unknown,
		zero: unknown,
		...exceptions,
	});

export const password = (exceptions: Table = {}): Judge =>
	except(() => fine, {
		...forAll(NOTHING, refused(/is empty/)),
		...forAll([...NO_TEXT, ...NUMBERS, 'a huge number'], refused(/must be a text/)),
		'a text': refused(/at least 8 characters/),
		'half a character': refused(/half a character/),
		...exceptions,
	});

/** Exceptions say what becomes of numbers. */
export const number = (exceptions: Table = {}): Judge =>
	except(() => refused(/must be a number|is empty|half a character/), {
		...forAll([...NUMBERS, 'a huge number'], fine),
		...exceptions,
	});

const tooSmall = refused(/must be at least/);
const notWhole = refused(/must be a whole number/);

export const atLeast = (least: 0 | 1, exceptions: Table = {}): Judge =>
	number({
		'a negative number': tooSmall,
		...(least === 1 && { zero: tooSmall }),
		...exceptions,
	});

export const whole = (least: 0 | 1, exceptions: Table = {}): Judge =>
	atLeast(least, { 'a fraction': notWhole, ...exceptions });

/** Brought into its range, with a hint that names it. */
export const clamped = (exceptions: Table = {}): Judge => {
	const hint = fineWith(/was set to \d+: (it can be|the API takes) \d+ to \d+/);
	return number({ ...forAll([...NUMBERS, 'a huge number'], hint), ...exceptions });
};

export const flag = (): Judge =>
	except(() => refused(/must be true or false/), {
		...forAll(NOTHING, refused(/must be true or false|is empty/)),
		true: fine,
	});

export const choice = (...allowed: string[]): Judge => {
	const words = new RegExp(`must be one of ${allowed.join(', ')}, not`);
	return () => refused(words);
};

/** A list of any texts. */
export const list = (exceptions: Table = {}): Judge =>
	except(() => fine, {
		...forAll(NOTHING, refused(/is empty|not empty/)),
		...forAll(['an object', 'true', 'NaN', 'a huge number'], refused(/must be a list/)),
		...forAll(NUMBERS, refused(/must be a list/)),
		'an empty list': refused(/is empty/),
		'a list of objects': refused(/must be a text/),
		'half a character': refused(/half a character/),
		...exceptions,
	});

export const listOf = (words: RegExp): Judge => list(forAll([...WORDS, 'a list'], refused(words)));

export const date = (): Judge =>
	text({
		...forAll([...WORDS, ...NUMBERS], refused(/is not a date/)),
		'a huge number': refused(/is not a date|too large/),
	});
