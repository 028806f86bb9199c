import type { INodeProperties } from 'n8n-workflow';
import {
	asChosenId,
	asFlag,
	asText,
	readAdditionalFields,
	readSentFields,
	readUpdateFields,
	refuseUnknown,
	type SentField,
} from '../../../nodes/shared/parameters/sentFields';

const field = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
});

const fields: SentField[] = [
	{ field: field('Active', 'active'), send: asFlag('is_active') },
	{ field: field('Note', 'note'), send: asText('note_text'), clear: { note_text: '' } },
	{ field: field('Queue', 'queue'), send: asChosenId('queue_id') },
	{ field: field('Title', 'title'), send: asText('job_title') },
];

describe('what a field adds to the request', () => {
	it.each([
		[{ title: ' Countess ' }, { job_title: 'Countess' }],
		[{ title: 7 }, { job_title: '7' }],
		[{ note: ' a ' }, { note_text: 'a' }],
		[{ active: false }, { is_active: false }],
		[{ active: 'true' }, { is_active: true }],
		[{ queue: { mode: 'list', value: '12' } }, { queue_id: '12' }],
		[{ queue: 12 }, { queue_id: '12' }],
		[
			{ title: 'A', active: true },
			{ is_active: true, job_title: 'A' },
		],
		[{}, {}],
		[{ other: 'x' }, {}],
	])('%j is sent as %j', (collection, query) => {
		expect(readSentFields(collection, fields)).toEqual(query);
	});

	it.each([
		[{ title: '' }, "'Title' is empty."],
		[{ title: undefined }, "'Title' is empty."],
		[{ note: '  ' }, "'Note' is empty."],
		[{ note: null }, "'Note' is empty."],
		[{ active: 'yes' }, "'Active' must be true or false, not 'yes'."],
		[{ queue: 'Sales' }, "'Queue' must be an ID made of digits only, not 'Sales'."],
		[{ queue: { mode: 'name', value: '1' } }, "'Queue' can't be chosen by 'name': use id."],
	])('%j is refused by the name that the node shows', (collection, message) => {
		expect(() => readSentFields(collection, fields)).toThrow(message);
	});
});

const EMPTY_CELLS = [
	'',
	' ',
	'\t\n',
	'\u00a0',
	'\u200b',
	null,
	undefined,
	{ mode: 'list', value: '' },
	{ mode: 'id', value: null },
];

describe('a name that the collection does not offer', () => {
	it.each(['nonsense', 'Title', 'constructor', '__proto__'])('is refused: %s', (name) => {
		const collection = Object.fromEntries([[name, 'x']]);
		for (const read of [
			() => refuseUnknown(collection, fields, 'filter'),
			() => void readAdditionalFields(collection, fields),
		]) {
			expect(read).toThrow(
				expect.objectContaining({
					message: expect.stringMatching(
						new RegExp(`^'${name}' is not a (filter|field) of this operation\\.$`),
					),
					description: 'Use one of: active, note, queue, title.',
				}),
			);
		}
	});

	it('is shown cut where it is very long', () => {
		const collection = { ['x'.repeat(500)]: 1 };
		expect(() => refuseUnknown(collection, fields, 'field')).toThrow(
			`'${'x'.repeat(40)}' is not a field of this operation.`,
		);
	});

	it('is none where every name is offered', () => {
		expect(() => refuseUnknown({ title: '', active: 1 }, fields, 'field')).not.toThrow();
		expect(() => refuseUnknown({}, fields, 'field')).not.toThrow();
	});
});

describe('the additional fields of an operation that creates', () => {
	it.each(EMPTY_CELLS)('are sent, but those that are %p', (empty) => {
		const collection = { title: 'Countess', note: empty, queue: empty, active: empty };
		expect(readAdditionalFields(collection, fields)).toEqual({ job_title: 'Countess' });
	});

	it('are refused by an unknown name also where it was left blank', () => {
		expect(() => readAdditionalFields({ nonsense: '' }, fields)).toThrow(
			"'nonsense' is not a field",
		);
	});
});

describe('the fields of an operation that changes', () => {
	it.each(EMPTY_CELLS)(
		'stay as they are where they are %p, or are emptied where that is asked for',
		(empty) => {
			const collection = { title: empty, note: empty, active: false };
			expect(readUpdateFields(collection, fields, false)).toEqual({ is_active: false });
			expect(readUpdateFields(collection, fields, true)).toEqual({
				is_active: false,
				note_text: '',
			});
		},
	);

	it('are emptied only where they were added', () => {
		expect(readUpdateFields({ title: 'A' }, fields, true)).toEqual({ job_title: 'A' });
		expect(readUpdateFields({ title: 'A', note: 'x' }, fields, true)).toEqual({
			job_title: 'A',
			note_text: 'x',
		});
	});
});
