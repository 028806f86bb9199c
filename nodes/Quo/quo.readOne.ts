import type { IDataObject } from 'n8n-workflow';
import { segment } from '../shared/encode';
import { InputFault, onFault } from '../shared/fault';
import { noSuch } from '../shared/find';
import type { Item } from '../shared/item';
import { isRecord, named, record } from '../shared/read';

interface Sought {
	noun: string;
	field: string;
	path: string;
	/** What its IDs start with. */
	prefix: string;
	/** What to choose where there is no ID. */
	other: string;
}

/** By its ID, which Quo's API reads alone: `GET /v1/users/{userId}`, say. */
export async function readOne(
	item: Item,
	{ noun, field, path, prefix, other }: Sought,
	id: string,
): Promise<IDataObject> {
	if (!id.startsWith(prefix) || id === prefix) {
		throw new InputFault(
			`'${field}' is not the ID of a Quo ${noun}, which starts with '${prefix}': '${id.slice(0, 80)}'.`,
			`Enter the ID from a ${noun} that this node listed, or choose '${other}'.`,
		);
	}
	const call = { method: 'GET', path: `${path}/${segment(id)}` } as const;
	const read = async () =>
		await item.read(call, ({ body }) => (isRecord(body) ? record(body.data) : undefined));
	return await onFault(read, (fault) => {
		if (fault.details.status !== 404) throw fault;
		const { text, next } = noSuch(item, noun, { label: 'ID', value: id }).details;
		throw fault.with({ text: `${text}: ${fault.details.text}`, ...named('next', next) });
	});
}
