import type { INodeProperties } from 'n8n-workflow';
import {
	asChosenId,
	asErasableText,
	asFlag,
	asText,
	readAdditionalFields,
	readSentFields,
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
	{ field: field('Note', 'note'), send: asErasableText('note_text') },
	{ field: field('Queue', 'queue'), send: asChosenId('queue_id') },
	{ field: field('Title', 'title'), send: asText('job_title') },
];

describe('what a field adds to the request', () => {
	it.each([
		[{ title: ' Countess ' }, { job_title: 'Countess' }],
		[{ title: 7 }, { job_title: '7' }],
		[{ note: '' }, { note_text: '' }],
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
	it('are sent, but those that were left blank', () => {
		const collection = { title: 'Countess', note: '', queue: '' };
		expect(readAdditionalFields(collection, fields)).toEqual({ job_title: 'Countess' });
	});

	it('are refused where an expression gave no value', () => {
		expect(() => readAdditionalFields({ title: undefined }, fields)).toThrow("'Title' is empty.");
		expect(() => readAdditionalFields({ title: ' ' }, fields)).toThrow("'Title' is empty.");
	});

	it('are refused by an unknown name also where it was left blank', () => {
		expect(() => readAdditionalFields({ nonsense: '' }, fields)).toThrow(
			"'nonsense' is not a field",
		);
	});
});
