import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../shared/execution/item';
import type { Query } from '../shared/http/connection';
import { lookUp } from '../shared/operations/lookUp';
import type { Directory } from '../shared/operations/lookUp';
import { createOrLookUp } from '../shared/operations/unknownOutcome';
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
}

/** How it is created and shown. */
export interface RecordKind {
	shapes: Shapes | UserShapes;
	directory: (item: Item) => Directory;
	/** What happens to it, in the past. */
	done: 'created' | 'invited';
	/** What simplified output calls it, where an answer proves that it is new. */
	flag?: 'created' | 'invited';
}

/** Creates it; where the outcome is unknown, a look-up says whether it is there. */
export async function createRecord(
	item: Item,
	{ shapes, directory, done, flag }: RecordKind,
	read: (item: Item) => NewRecord,
): Promise<IDataObject[]> {
	const shape = shapeOf(item, shapes);
	const { action, parameters, locator, who } = read(item);
	const list = directory(item);
	const created = await createOrLookUp(item, {
		write: async () =>
			await item.write(writeAction(action, parameters), ({ body }) => createdIn(body)),
		lookUp: async () => await lookUp(item, locator, list),
		who,
		done,
		it: `the ${list.noun ?? 'user'}`,
	});
	const output = outputOf(item);
	if ('answer' in created && output === 'raw') return [created.answer.body];
	const record = shape('answer' in created ? created.answer.record : created.existing);
	return [output === 'simplified' ? { ...record, ...marks('answer' in created, flag) } : record];
}

/** What simplified output says of how sure it is. */
const marks = (confirmed: boolean, flag?: string): IDataObject => ({
	...(flag === undefined ? {} : { [flag]: confirmed ? true : null }),
	...(confirmed ? {} : { confirmed: 'lookup' }),
});

/** The body of a success, and who or what is in it. */
function createdIn(body: unknown): { body: IDataObject; record: IDataObject } | undefined {
	if (!isOk(body) || !isRecord(body.data) || idOf(body.data.id) === undefined) return undefined;
	return { body, record: body.data };
}
