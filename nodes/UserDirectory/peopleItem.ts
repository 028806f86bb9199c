import { InputError } from '../shared/errors';
import type { Item } from '../shared/execution/item';
import type { Directory } from '../shared/directory/directory';
import { choiceIn, listIn, notAChoice } from '../shared/parameters/values';
import type { PeopleRun } from './peopleRun';

const nameOf = ({ provider }: Directory): string => provider.name;

/** One input item of the node, and the directories that it is about. */
export class PeopleItem {
	/** For the fields that don't depend on a directory. */
	readonly main: Item;

	/** The chosen directories, the preferred one first. */
	readonly directories: readonly Directory[];

	/** @throws {InputError} where no directory is chosen, or one has no credential */
	constructor(
		readonly run: PeopleRun,
		readonly index: number,
	) {
		const [first] = run.directories;
		if (first === undefined) throw new Error('There is no directory.');
		this.main = run.itemIn(first, index);
		this.directories = this.chosen();
		for (const directory of this.directories) this.refuseWithoutCredential(directory);
	}

	/** All directories that the node knows. */
	get all(): readonly Directory[] {
		return this.run.directories;
	}

	/** This item, as an operation of the directory sees it. */
	in(directory: Directory): Item {
		return this.run.itemIn(directory, this.index);
	}

	private chosen(): Directory[] {
		const names = this.all.map(nameOf);
		const chosen = new Set(listIn(this.main.parameter('directories') ?? [], 'Directories'));
		for (const name of chosen) {
			if (!names.includes(name)) throw notAChoice(name, 'Directories', names);
		}
		const { prefer } = { prefer: undefined, ...this.main.options };
		const preferred = prefer === undefined ? undefined : choiceIn(prefer, 'Prefer', names);
		const directories = this.all.filter((directory) => chosen.has(nameOf(directory)));
		const isPreferred = (directory: Directory) => Number(nameOf(directory) === preferred);
		return directories.sort((left, right) => isPreferred(right) - isPreferred(left));
	}

	private refuseWithoutCredential(directory: Directory): void {
		const { credentials = {} } = this.run.node;
		const { title, credential } = this.run.connectionOf(directory);
		if (credentials[credential] !== undefined) return;
		throw new InputError(
			`${title} is chosen under 'Directories', but no credential for it is chosen.`,
			`Choose a credential for ${title}, or remove it from 'Directories'.`,
		);
	}
}
