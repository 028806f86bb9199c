import { InputError } from '../shared/errors';
import type { Item } from '../shared/execution/item';
import type { Directory } from '../shared/directory/directory';
import { choiceIn, listIn } from '../shared/parameters/values';
import type { PeopleRun } from './peopleRun';

const nameOf = ({ provider }: Directory): string => provider.name;

/** One input item of the node, and the directories that it is about. */
export class PeopleItem {
	/** For the fields that don't depend on a directory. */
	readonly main: Item;

	private readonly items = new Map<Directory, Item>();

	/** The chosen directories, the preferred one first. */
	readonly directories: readonly Directory[];

	/** @throws {InputError} where no directory is chosen, or one has no credential */
	constructor(
		readonly run: PeopleRun,
		readonly index: number,
	) {
		const [first] = run.directories;
		if (first === undefined) throw new Error('There is no directory.');
		this.main = this.in(first);
		this.directories = this.chosen();
		for (const directory of this.directories) this.refuseWithoutCredential(directory);
	}

	/** All directories that the node knows. */
	get all(): readonly Directory[] {
		return this.run.directories;
	}

	/** How people call a directory: 'Quo' for `quo`. */
	readonly titleOf = (name: string): string =>
		this.all.find((directory) => nameOf(directory) === name)?.provider.connection.title ?? name;

	/** This item, as an operation of the directory sees it. */
	in(directory: Directory): Item {
		const known = this.items.get(directory);
		if (known) return known;
		const item = this.run.itemIn(directory, this.index);
		this.items.set(directory, item);
		return item;
	}

	private chosen(): Directory[] {
		const names = this.all.map(nameOf);
		const entered = listIn(this.main.parameter('directories') ?? [], 'Directories');
		const chosen = new Set(entered.map((name) => choiceIn(name, 'Directories', names)));
		const { prefer } = { prefer: undefined, ...this.main.options };
		const preferred = prefer === undefined ? undefined : choiceIn(prefer, 'Prefer', names);
		const directories = this.all.filter((directory) => chosen.has(nameOf(directory)));
		const isPreferred = (directory: Directory) => Number(nameOf(directory) === preferred);
		return directories.sort((left, right) => isPreferred(right) - isPreferred(left));
	}

	private refuseWithoutCredential(directory: Directory): void {
		const { credentials = {} } = this.run.node;
		if (credentials[this.run.connectionOf(directory).credential] !== undefined) return;
		const { title } = directory.provider.connection;
		throw new InputError(
			`${title} is chosen under 'Directories', but no credential for it is chosen.`,
			`Choose a credential for ${title}, or remove it from 'Directories'.`,
		);
	}
}
