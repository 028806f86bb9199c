import type { IDataObject } from 'n8n-workflow';
import { writeOrLook } from '../shared/doubt';
import { InputFault } from '../shared/fault';
import type { Directory } from '../shared/find';
import { lookUp } from '../shared/find';
import type { Item } from '../shared/item';
import { outputOf, shapeOf } from '../shared/output';
import type { Kind, UserKind } from '../shared/output';
import { textIn } from '../shared/parameters';
import type { Locator } from '../shared/parameters';
import type { Call, Query } from '../shared/provider';
import { idOf, isRecord } from '../shared/read';
import { action, isOk, PATH } from './worksection.list';

/** Somebody or something new. */
export interface Addition {
	/** The API's action and its parameters. */
	name: string;
	query: Query;
	/** How a look-up finds it. */
	locator: Locator;
	/** For messages: "the user with the e-mail 'x'". */
	who: string;
}

/** What is added, and how. */
export interface Place {
	kind: Kind | UserKind;
	directory: Directory;
	/** What becomes of it, as a deed and done. */
	deed: [noun: string, done: string];
	/** What simplified output calls it, where an answer proves that it is new. */
	flag?: string;
}

type Field = [title: string, parameter: string, read?: (value: unknown, title: string) => unknown];

/** The fields that were added and filled in. */
export function additional(item: Item, table: Record<string, Field>): Query {
	const fields = item.collection('additionalFields', 'Additional Fields');
	const unknown = Object.keys(fields).find((name) => !Object.hasOwn(table, name));
	if (unknown !== undefined) throw new InputFault(`There is no field '${unknown}' here.`);
	const query: Query = {};
	for (const [name, [title, parameter, read = textIn]] of Object.entries(table)) {
		// Left blank, as in a form, it isn't given; an expression without a value is undefined.
		if (!(name in fields) || fields[name] === '') continue;
		query[parameter] = String(read(fields[name], title));
	}
	return query;
}

/** Adds it; in doubt a look-up says whether it is there. */
export async function add(
	item: Item,
	{ kind, directory, deed: [noun, done], flag }: Place,
	read: (item: Item) => Addition,
): Promise<IDataObject[]> {
	const shape = shapeOf(item, kind);
	const { name, query, locator, who } = read(item);
	const call: Call = { method: 'POST', path: PATH, query: action(name, query) };
	const written = await writeOrLook(
		async () => await item.write(call, ({ body }) => added(body)),
		async () => await lookUp(item, locator, directory),
		{ who, done },
	);
	const output = outputOf(item);
	const marks = (sure: true | null): IDataObject => ({
		...(flag === undefined ? {} : { [flag]: sure }),
		...(sure ? {} : { confirmed: 'lookup' }),
	});
	if ('answer' in written) {
		if (output === 'raw') return [written.answer.body];
		const record = shape(written.answer.record);
		return [output === 'simplified' ? { ...record, ...marks(true) } : record];
	}
	item.hint(
		`${item.provider} gave no clear answer to the ${noun} of ${who}, but a look-up found the ${directory.noun ?? 'user'}.`,
	);
	const record = shape(written.seen);
	return [output === 'simplified' ? { ...record, ...marks(null) } : record];
}

/** The body of a success, and who or what is in it. */
function added(body: unknown): { body: IDataObject; record: IDataObject } | undefined {
	if (!isOk(body) || !isRecord(body.data) || idOf(body.data.id) === undefined) return undefined;
	return { body, record: body.data };
}
