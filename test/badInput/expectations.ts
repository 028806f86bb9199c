import type { Kind } from './kinds';

/**
 * What happens to an item.
 * - `refused`: the node says why, names the field, and sends no request.
 * - `refusedByProvider`: only the provider can know; the error passes on its words, which name the field.
 * - `fine`: the value is valid, and is sent as it is.
 */
export type Expectation =
	| { is: 'refused'; words: RegExp }
	| { is: 'refusedByProvider'; words: RegExp }
	| { is: 'fine'; hint?: RegExp };

export type Expect = (kind: Kind) => Expectation;

export const fine: Expectation = { is: 'fine' };
export const refused = (words: RegExp): Expectation => ({ is: 'refused', words });
export const refusedByProvider = (words: RegExp): Expectation => ({
	is: 'refusedByProvider',
	words,
});
export const fineWith = (hint: RegExp): Expectation => ({ is: 'fine', hint });

type Table = Partial<Record<Kind, Expectation>>;

const except =
	(expects: Expect, exceptions: Table): Expect =>
	(kind) =>
		exceptions[kind] ?? expects(kind);

const forAll = (list: readonly Kind[], expectation: Expectation): Table =>
	Object.fromEntries(list.map((kind) => [kind, expectation]));

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
export const text = (exceptions: Table = {}): Expect =>
	except(() => fine, {
		...forAll(NOTHING, refused(/is empty/)),
		...forAll(NO_TEXT, refused(/must be text/)),
		'a huge number': refused(/too large to be exact/),
		'a broken character': refused(/broken character/),
		...exceptions,
	});

/** A field that, left blank as in a form or a sheet, isn't given. */
export const unlessBlank = (expects: Expect, ...more: Kind[]): Expect =>
	except(expects, forAll([...NOTHING, 'an empty list', ...more], fine));

/** A text of which the provider accepts only some. */
export const textRefusedByProvider = (words: RegExp, exceptions: Table = {}): Expect =>
	text({ ...forAll([...WORDS, ...NUMBERS], refusedByProvider(words)), ...exceptions });

/** A text of which the node itself accepts only some. */
export const textLike = (words: RegExp): Expect =>
	text(forAll([...WORDS, ...NUMBERS], refused(words)));

export const email = (): Expect => textLike(/not an e-mail address/);

/** `unknown`: what is expected of an ID that no user has. */
export const id = (unknown: Expectation, exceptions: Table = {}): Expect =>
	text({
		...forAll(WORDS, refused(/digits/)),
		'a negative number': refused(/digits/),
		'a fraction': refused(/digits/),
		'a number': unknown,
		zero: unknown,
		...exceptions,
	});

export const password = (exceptions: Table = {}): Expect =>
	except(() => fine, {
		...forAll(NOTHING, refused(/is empty/)),
		...forAll([...NO_TEXT, ...NUMBERS, 'a huge number'], refused(/must be text/)),
		'a text': refused(/at least 8 characters/),
		'a broken character': refused(/broken character/),
		...exceptions,
	});

/** Exceptions say what becomes of numbers. */
export const number = (exceptions: Table = {}): Expect =>
	except(() => refused(/must be a number|is empty|broken character/), {
		...forAll([...NUMBERS, 'a huge number'], fine),
		...exceptions,
	});

const tooSmall = refused(/must be at least/);
const notWhole = refused(/must be a whole number/);

export const atLeast = (least: 0 | 1, exceptions: Table = {}): Expect =>
	number({
		'a negative number': tooSmall,
		...(least === 1 && { zero: tooSmall }),
		...exceptions,
	});

export const whole = (least: 0 | 1, exceptions: Table = {}): Expect =>
	atLeast(least, { 'a fraction': notWhole, ...exceptions });

/** Brought into its range, with a hint that names it. */
export const clamped = (exceptions: Table = {}): Expect => {
	const hint = fineWith(/was set to \d+: (it can be|the API takes) \d+ to \d+/);
	return number({ ...forAll([...NUMBERS, 'a huge number'], hint), ...exceptions });
};

export const flag = (): Expect =>
	except(() => refused(/must be true or false/), {
		...forAll(NOTHING, refused(/must be true or false|is empty/)),
		true: fine,
		zero: fine,
	});

export const choice = (...allowed: string[]): Expect => {
	const words = new RegExp(`must be one of ${allowed.join(', ')}, not`);
	return () => refused(words);
};

/** A list of any texts. */
export const list = (exceptions: Table = {}): Expect =>
	except(() => fine, {
		...forAll(NOTHING, refused(/is empty|not empty/)),
		...forAll(['an object', 'true', 'NaN', 'a huge number'], refused(/must be a list/)),
		...forAll(NUMBERS, refused(/must be a list/)),
		'an empty list': refused(/is empty/),
		'a list of objects': refused(/must be text/),
		'a broken character': refused(/broken character/),
		...exceptions,
	});

export const listOf = (words: RegExp): Expect => list(forAll([...WORDS, 'a list'], refused(words)));

export const date = (): Expect =>
	text({
		...forAll([...WORDS, ...NUMBERS], refused(/is not a date/)),
		'a huge number': refused(/is not a date|too large/),
	});
