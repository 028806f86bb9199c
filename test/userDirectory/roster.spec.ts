import type { IDataObject } from 'n8n-workflow';
import { fieldOf, readRoster } from '../../nodes/UserDirectory/roster';
import { rules } from './made';

describe('a field of an input item', () => {
	const json = {
		email: 'a@x.com',
		'a.b': 'dotted',
		a: { b: 'nested', list: [{ email: 'first' }, { email: 'second' }] },
		'E-mail address': 'with blanks',
		"it's": 'quoted',
		person: { 'E-mail': 'inside' },
		empty: '',
		nothing: null,
		text: 'abc',
	};
	it.each([
		['email', 'a@x.com'],
		['a.b', 'dotted'],
		['a.list', json.a.list],
		['a.list[1].email', 'second'],
		['a.list.0.email', 'first'],
		['a.list[2].email', undefined],
		['E-mail address', 'with blanks'],
		["['E-mail address']", 'with blanks'],
		['["E-mail address"]', 'with blanks'],
		['["it\'s"]', 'quoted'],
		["person['E-mail']", 'inside'],
		['person.E-mail', 'inside'],
		['person.email', undefined],
		['empty', ''],
		['nothing', null],
		['nothing.more', undefined],
		['text.length', undefined],
		['email.more', undefined],
		['constructor', undefined],
		['__proto__.constructor', undefined],
		['a.list.length', 2],
		['shoe', undefined],
	])('%s', (name, value) => expect(fieldOf(json, name)).toEqual(value));
});

describe('a roster', () => {
	const read = (jsons: IDataObject[], field = 'email') => readRoster(jsons, field, rules());
	const rows = (count: number, email: unknown) =>
		Array.from({ length: count }, () => ({ email }) as IDataObject);

	it('has a row for each input item', () => {
		const jsons = [
			{ email: ' <A@X.com>' },
			{ email: 'a@x.com, b@x.com' },
			{ email: ' ' },
			{ email: null },
			{},
			{ email: 7 },
		];
		expect(read(jsons)).toEqual([
			{ index: 0, json: jsons[0], key: 'a@x.com' },
			{ index: 1, json: jsons[1], reason: expect.stringContaining('exactly one') as string },
			{ index: 2, json: jsons[2], reason: 'The row of the roster has no e-mail address.' },
			{ index: 3, json: jsons[3], reason: 'The row of the roster has no e-mail address.' },
			{ index: 4, json: jsons[4], reason: 'The row of the roster has no e-mail address.' },
			{ index: 5, json: jsons[5], reason: expect.stringContaining('exactly one') as string },
		]);
	});

	it.each([
		[
			[{ mail: 'a@x.com' }],
			'email',
			"The input item does not have an e-mail address in its field 'email'.",
		],
		[rows(3, 'nobody'), 'email', 'None of the 3 input items'],
		[[{ email: 'a@x.com' }], 'a@x.com', "in its field 'a@x.com'"],
		[
			rows(21, 'A@x.com'),
			'email',
			"All 21 input items have the same e-mail address in their field 'email': 'a@x.com'.",
		],
		[
			[...rows(21, 'A@x.com'), ...rows(9, ''), {}],
			'email',
			"All 21 input items with an e-mail address have the same one in their field 'email': 'a@x.com'.",
		],
	])('is refused where its addresses say nothing', (jsons, field, message) => {
		expect(() => read(jsons, field)).toThrow(message);
		expect(() => read(jsons, field)).toThrow(
			expect.objectContaining({ description: expect.stringContaining("'Email Field'") as string }),
		);
	});

	it('may have a few rows about one person alone', () => {
		expect(read(rows(20, 'a@x.com'))).toHaveLength(20);
		expect(read([...rows(20, 'a@x.com'), ...rows(9, '')])).toHaveLength(29);
		expect(read([...rows(30, 'a@x.com'), { email: 'b@x.com' }])).toHaveLength(31);
		expect(read([{ email: 'a@x.com' }])).toHaveLength(1);
	});
});
