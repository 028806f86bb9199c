import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../shared/execution/item';
import type { Results } from '../shared/execution/provider';
import type { Query } from '../shared/http/connection';
import { createOrReturnExisting, returnsExisting } from '../shared/operations/ifUserExists';
import { lookUp } from '../shared/operations/lookUp';
import type { Directory } from '../shared/operations/lookUp';
import { hintPrivileged } from '../shared/operations/privilegedField';
import { createOrLookUp } from '../shared/operations/unknownOutcome';
import { refuseRetryOnFail } from '../shared/operations/retryOnFail';
import { outputOf, shapeOf } from '../shared/output/shape';
import type { Shapes, UserShapes } from '../shared/output/shape';
import type { Locator } from '../shared/parameters/locator';
import { idOf, isRecord } from '../shared/text/json';
import { isOk, writeAction } from './worksection.actions';

/** A new member, contact or team. */
export interface NewRecord {
	/** The API's action and its parameters. */
	action: string;
	parameters: Query;
	/** How a look-up finds it. */
	locator: Locator;
	/** For messages: "the user with the e-mail 'x'". */
	who: string;
	/** What is to be known before it is sent; it returns what is told once that is done. */
	prepare?: () => Promise<() => void>;
}

/** How it is created and shown. */
export interface RecordKind {
	shapes: Shapes | UserShapes;
	directory: (item: Item) => Directory;
	/** What happens to it, in the past. */
	done: 'created' | 'invited';
	/** What simplified output calls it, where an answer proves that it is new. */
	flag?: 'created' | 'invited';
	/** The IDs of those that are there, where an answer alone doesn't prove that it is new. */
	knownIds?: (item: Item) => Promise<Set<string>>;
	/** What tells it from others, where *If User Exists* is one of its options. */
	ifExists?: { key: string };
}

/** Creates it; where the outcome is unknown, a look-up says whether it is there. */
export async function createRecord(
	item: Item,
	kind: RecordKind,
	read: (item: Item) => NewRecord,
): Promise<Results> {
	const shown = shownAs(item, kind);
	const { action, parameters, locator, who, prepare } = read(item);
	const { done, ifExists } = kind;
	const directory = kind.directory(item);
	const find = async () => await lookUp(item, locator, directory);
	const create = async () => {
		const before = await idsBefore(item, kind);
		const tell = await prepare?.();
		const created = await createOrLookUp(item, {
			write: async () =>
				await item.write(writeAction(action, parameters), ({ body }) => createdIn(body)),
			lookUp: find,
			who,
			done,
			it: `the ${directory.noun ?? 'user'}`,
		});
		tell?.();
		const record = 'existing' in created ? created.existing : created.answer.record;
		hintPrivileged(item, directory.listing, { records: [record], whom: 'the user' });
		if ('existing' in created) {
			const isNew = wasThere(record, before) ? false : null;
			return [shown(record, isNew, { confirmed: 'lookup' })];
		}
		if (outputOf(item) === 'raw') return [created.answer.body];
		return [shown(record, !wasThere(record, before))];
	};
	if (!ifExists) {
		refuseRetryOnFail(item);
		return await create();
	}
	const returnExisting = returnsExisting(item);
	const show = (record: IDataObject) => shown(record, false);
	return await createOrReturnExisting({ create, returnExisting, lookUp: find, show, ...ifExists });
}

/** The chosen output; simplified says how sure it is that the record is new. */
function shownAs(item: Item, { shapes, flag }: RecordKind) {
	const shape = shapeOf(item, shapes);
	const simplified = outputOf(item) === 'simplified';
	return (record: IDataObject, isNew: boolean | null, marks: IDataObject = {}): IDataObject => {
		if (!simplified) return shape(record);
		return { ...shape(record), ...(flag === undefined ? {} : { [flag]: isNew }), ...marks };
	};
}

/** Only simplified output says whether the record is new. */
async function idsBefore(item: Item, { knownIds }: RecordKind): Promise<Set<string> | undefined> {
	return outputOf(item) === 'simplified' ? await knownIds?.(item) : undefined;
}

/** Whether it was there before; from now on, it is. */
function wasThere({ id }: IDataObject, before: Set<string> | undefined): boolean {
	const known = idOf(id) ?? '';
	if (before?.has(known)) return true;
	before?.add(known);
	return false;
}

/** The body of a success, and who or what is in it. */
function createdIn(body: unknown): { body: IDataObject; record: IDataObject } | undefined {
	if (!isOk(body) || !isRecord(body.data) || idOf(body.data.id) === undefined) return undefined;
	return { body, record: body.data };
}
