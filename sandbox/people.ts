import { Dice } from './dice';

/** Someone, before a provider gives them its own shape. */
export interface Person {
	readonly index: number;
	readonly firstName: string;
	readonly lastName: string;
	readonly fullName: string;
	/** Lower-case ASCII and hyphens, unique. */
	readonly slug: string;
	readonly email: string;
	/** Milliseconds since 1970, whole seconds. */
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly dice: Dice;
}

const FIRST: readonly [string, string][] = [
	['Anna', 'anna'],
	['Олена', 'olena'],
	['José', 'jose'],
	['Zoë', 'zoe'],
	['Łukasz', 'lukasz'],
	['さくら', 'sakura'],
	['محمد', 'mohammed'],
	['Siobhán', 'siobhan'],
	['Đạt', 'dat'],
	['Søren', 'soren'],
	['Ștefan', 'stefan'],
	['Çağla', 'cagla'],
	['明', 'ming'],
	['Νίκος', 'nikos'],
	['John', 'john'],
	['Priya', 'priya'],
	['François', 'francois'],
	['Ihor', 'ihor'],
	['Ángel', 'angel'],
];

const LAST: readonly [string, string][] = [
	['Kowalska', 'kowalska'],
	['Шевченко', 'shevchenko'],
	['García Márquez', 'garcia-marquez'],
	['Müller', 'mueller'],
	['田中', 'tanaka'],
	['الأحمد', 'al-ahmad'],
	['O’Brien', 'obrien'],
	['Nguyễn', 'nguyen'],
	['Ødegård', 'odegard'],
	['Țepeș', 'tepes'],
	['Yılmaz', 'yilmaz'],
	['王', 'wang'],
	['Παπαδόπουλος', 'papadopoulos'],
	['Smith', 'smith'],
	['Iyer', 'iyer'],
	['Lefèvre-Dupont', 'lefevre-dupont'],
	['Бондаренко', 'bondarenko'],
];

const OPENED = Date.UTC(2022, 0, 3, 8, 0, 0) / 1000;
const NOON = Date.UTC(2026, 5, 30, 12, 0, 0) / 1000;

function person(index: number, seed: number): Person {
	const dice = new Dice(seed * 1000003 + index * 7919);
	const [firstName, firstSlug] = FIRST[index % FIRST.length] ?? ['Anna', 'anna'];
	const [lastName, lastSlug] = LAST[(index * 5 + 1) % LAST.length] ?? ['Smith', 'smith'];
	const slug = `${firstSlug}-${lastSlug}-${index + 1}`;
	const created = dice.between(OPENED, NOON);
	const address = `${firstSlug}.${lastSlug}.${index + 1}@example.com`;
	return {
		index,
		firstName,
		lastName,
		fullName: `${firstName} ${lastName}`,
		slug,
		// some people like capitals in theirs
		email: index % 7 === 3 ? address.replace(/^./, (letter) => letter.toUpperCase()) : address,
		createdAt: created * 1000,
		updatedAt: dice.between(created, NOON) * 1000,
		dice,
	};
}

/** The same people for the same seed; asking for more adds to the end. */
export const people = (count: number, seed: number): Person[] =>
	Array.from({ length: count }, (_, index) => person(index, seed));

/** Replaces what is in a list and keeps the list. */
export function refill<Item>(list: Item[], items: readonly Item[]): void {
	list.length = 0;
	for (const item of items) list.push(item);
}

/** `YYYY-MM-DD HH:mm:ss`, UTC. */
export const asDateTime = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
