import type { IDataObject } from 'n8n-workflow';
import { InputError, onProviderError } from '../shared/errors';
import type { Item } from '../shared/execution/item';
import { segment } from '../shared/http/encode';
import { noneFound } from '../shared/operations/lookUpErrors';
import { quoted } from '../shared/parameters/values';
import { isRecord, record } from '../shared/text/json';

interface Resource {
	noun: string;
	field: string;
	path: string;
	/** What its IDs start with. */
	prefix: string;
	/** The mode to choose where there is no ID. */
	otherMode: string;
}

/** Quo's API reads one record by its ID alone: `GET /v1/users/{userId}`, say. */
export async function getById(
	item: Item,
	{ noun, field, path, prefix, otherMode }: Resource,
	id: string,
): Promise<IDataObject> {
	if (!id.startsWith(prefix) || id === prefix) {
		throw new InputError(
			`'${field}' is not the ID of a Quo ${noun}, which starts with '${prefix}': ${quoted(id)}.`,
			`Enter the ID from a ${noun} that this node listed, or choose '${otherMode}'.`,
		);
	}
	const call = { method: 'GET', path: `${path}/${segment(id)}` } as const;
	const read = async () =>
		await item.read(call, ({ body }) => (isRecord(body) ? record(body.data) : undefined));
	return await onProviderError(read, (error) => {
		const { status, notJson } = error.details;
		// A wrong base URL answers 404, too, with a web page.
		if (status !== 404 || notJson) throw error;
		const { text, next } = noneFound(item, noun, { label: 'ID', value: id }).details;
		throw error.with({ kind: 'notFound', text: `${text}: ${error.details.text}`, next });
	});
}
