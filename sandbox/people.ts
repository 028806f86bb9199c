import { SeededRandom } from './seededRandom';

/** A made-up person, before a provider gives it its own shape. */
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
	/** For whatever else a provider makes up. */
	readonly random: SeededRandom;
}

const FIRST_NAMES: readonly [string, string][] = [
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

const LAST_NAMES: readonly [string, string][] = [
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

const FIRST_DAY = Date.UTC(2022, 0, 3, 8, 0, 0) / 1000;
const LAST_DAY = Date.UTC(2026, 5, 30, 12, 0, 0) / 1000;

function person(index: number, seed: number): Person {
	const random = new SeededRandom(seed * 1000003 + index * 7919);
	const [firstName, firstSlug] = FIRST_NAMES[index % FIRST_NAMES.length] ?? ['Anna', 'anna'];
	const [lastName, lastSlug] = LAST_NAMES[(index * 5 + 1) % LAST_NAMES.length] ?? [
		'Smith',
		'smith',
	];
	const slug = `${firstSlug}-${lastSlug}-${index + 1}`;
	const created = random.between(FIRST_DAY, LAST_DAY);
	const address = `${firstSlug}.${lastSlug}.${index + 1}@example.com`;
	return {
		index,
		firstName,
		lastName,
		fullName: `${firstName} ${lastName}`,
		slug,
		// every seventh address starts with a capital
		email: index % 7 === 3 ? address.replace(/^./, (letter) => letter.toUpperCase()) : address,
		createdAt: created * 1000,
		updatedAt: random.between(created, LAST_DAY) * 1000,
		random,
	};
}

/** The same people for the same seed; asking for more adds to the end. */
export const people = (count: number, seed: number): Person[] =>
	Array.from({ length: count }, (_, index) => person(index, seed));
