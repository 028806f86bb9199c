import type { INodeProperties } from 'n8n-workflow';
import type { Results } from '../../shared/execution/provider';
import type { Departure, Directory } from '../../shared/directory/directory';
import { showFor } from '../../shared/parameters/fields';
import { emailIn, flagIn } from '../../shared/parameters/values';
import { byHandDetails, failureOf, isByHand, rowMaker, rowPerDirectory } from '../accountRow';
import type { AccountRow } from '../accountRow';
import { offboardFields } from '../directoryFields';
import { dryRunField, dryRunOf } from '../dryRun';
import { emailField } from '../emailField';
import { matchKey } from '../matching';
import { readMatching, refuseWithoutAddresses } from '../matchingSettings';
import { maxPeopleOption, refuseTooManyPeople } from '../maxPeople';
import type { PeopleItem } from '../peopleItem';
import { ambiguityIn } from '../person';
import type { Account } from '../person';
import { readPeople } from '../readPeople';

const show = showFor('person', 'offboard');
const MOST_PEOPLE = 10;

export const maxPeople = maxPeopleOption(MOST_PEOPLE);

export const includeAdmins: INodeProperties = {
	displayName: 'Include Admins',
	name: 'includeAdmins',
	type: 'boolean',
	default: false,
	description: 'Whether to take out owners and admins of one of the directories, too',
};

export const fields = (directories: readonly Directory[]): INodeProperties[] => [
	emailField(show, 'E-mail address of the person to take out of each directory'),
	...offboardFields(directories),
	dryRunField(show),
];

interface Offboarded {
	email: string;
	key: string;
	dryRun: boolean;
	accounts: readonly Account[];
	/** Why a person has to look at it first. */
	review: string | undefined;
	/** By directory; undefined where a person does it. */
	departures: ReadonlyMap<Directory, Departure>;
}

export async function execute(item: PeopleItem): Promise<Results> {
	refuseTooManyPeople(item, MOST_PEOPLE);
	const email = emailIn(item.main.parameter('email'), 'Email');
	const dryRun = dryRunOf(item);
	const admins = includesAdmins(item);
	const matching = readMatching(item);
	refuseWithoutAddresses(item, matching);
	const preparations = prepare(item, dryRun);
	const groups = await readPeople(item, matching, { keepsRecords: true });
	const departures = await readDepartures(preparations);
	const key = matchKey(email, matching.rules) ?? email;
	const accounts = groups.get(key) ?? [];
	const review =
		ambiguityIn(accounts, item.titleOf) ?? (admins ? undefined : adminIn(item, accounts));
	const offboarded = { email, key, dryRun, accounts, review, departures };
	// After everything was read for all items: what is missing then is no guess.
	return { afterAll: async () => await offboard(item, offboarded) };
}

function includesAdmins({ main }: PeopleItem): boolean {
	const { name, displayName, default: usual } = includeAdmins;
	return flagIn({ [name]: usual, ...main.options }[name], displayName);
}

type Preparations = Map<Directory, () => Promise<Departure>>;

/** @throws {InputError} for what a directory can't use */
function prepare(item: PeopleItem, dryRun: boolean): Preparations {
	const preparations: Preparations = new Map();
	for (const directory of item.directories) {
		if (isByHand(directory.offboard)) continue;
		preparations.set(directory, directory.offboard.prepare(item.in(directory), dryRun));
	}
	return preparations;
}

async function readDepartures(preparations: Preparations): Promise<Map<Directory, Departure>> {
	const departures = new Map<Directory, Departure>();
	for (const [directory, read] of preparations) departures.set(directory, await read());
	return departures;
}

const ADMIN = /owner|admin/i;

/** Whoever runs an account should not be taken out of it unseen. */
function adminIn(item: PeopleItem, accounts: readonly Account[]): string | undefined {
	const admin = accounts.find(({ user }) => ADMIN.test(user.role ?? ''));
	if (!admin) return undefined;
	const { directory, user } = admin;
	return `The person has the role '${user.role}' in ${item.titleOf(directory)}. To take out owners and admins, turn on 'Include Admins' under Options.`;
}

const offboard = async (item: PeopleItem, offboarded: Offboarded): Promise<AccountRow[]> =>
	await rowPerDirectory(
		item,
		{ ...offboarded, operation: 'offboard', already: 'alreadyDone' },
		async (directory) => await rowFor(item, directory, offboarded),
	);

async function rowFor(
	item: PeopleItem,
	directory: Directory,
	offboarded: Offboarded,
): Promise<AccountRow> {
	const { email, accounts, review, departures } = offboarded;
	const row = rowMaker(email);
	const own = accounts.find((account) => account.directory === directory.provider.name);
	if (review !== undefined) return row(directory, 'review', { user: own?.user, note: review });
	if (!own) {
		return row(directory, 'notFound', { note: directory.searched?.(item.in(directory)) });
	}
	const departure = departures.get(directory);
	if (departure) return await takenOut(item, directory, { ...offboarded, own, departure });
	const details = await byHandDetails(item, directory, directory.offboard);
	return row(directory, 'manual', { user: own.user, ...details });
}

async function takenOut(
	item: PeopleItem,
	directory: Directory,
	{ email, dryRun, own, departure }: Offboarded & { own: Account; departure: Departure },
): Promise<AccountRow> {
	const step = departure.plan(own.record ?? {});
	const rest = await byHandDetails(item, directory, departure.remainder);
	const told = (status: string, ...notes: Array<string | undefined>): AccountRow =>
		rowMaker(email)(directory, status, {
			user: own.user,
			note: [...notes, rest.note].filter(Boolean).join(' ') || undefined,
			url: rest.url,
		});
	if (!step) return told('alreadyDone');
	if (dryRun) return told('planned', step.note);
	try {
		const more = await step.carryOut();
		return told(step.done, step.note, more);
	} catch (error) {
		const { status, note } = failureOf(error);
		return told(status, note);
	}
}
