import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../../../nodes/shared/errors';
import {
	needsWholeUser,
	outputOf,
	type Shapes,
	shapeOf,
	type UserShapes,
} from '../../../nodes/shared/output/shape';
import { selectFields } from '../../../nodes/shared/text/json';
import { unifiedUser } from '../../../nodes/shared/output/unified';
import { fakeItem, fakeRun } from '../fakeItem';

const shapes: UserShapes = {
	simplify: (record) => selectFields(record, ['id', 'name']),
	unify: ({ id, name }) => unifiedUser({ provider: 'plainly', id, displayName: name }),
};
const withPhones: UserShapes = { ...shapes, phones: () => [{ value: '1', type: 'work' }] };

const ada = { id: 7, name: 'Ada', tags: ['a', 'b'], more: { deep: [1] } };
const shaped = (parameters: IDataObject, record: IDataObject = ada, of = shapes) =>
	shapeOf(fakeItem(parameters), of)(record);

it('raw is the very object that the provider sent', () => {
	expect(shaped({ output: 'raw' })).toBe(ada);
});

it('simplified has always the same keys', () => {
	expect(shaped({ output: 'simplified' })).toEqual({ id: 7, name: 'Ada' });
	expect(shaped({ output: 'simplified' }, {})).toEqual({ id: null, name: null });
});

it('selected has the chosen fields, null where there are none', () => {
	const parameters = { output: 'selected', fields: ['more', 'missing', 'id'] };
	expect(Object.entries(shaped(parameters))).toEqual([
		['more', { deep: [1] }],
		['missing', null],
		['id', 7],
	]);
	expect(shaped({ output: 'selected', fields: 'id, name' })).toEqual({ id: 7, name: 'Ada' });
});

it.each([[[]], [''], [null], [['']]])('selected without fields (%j) is refused', (fields) => {
	expect(() => shapeOf(fakeItem({ output: 'selected', fields }), shapes)).toThrow(InputError);
	expect(() => shapeOf(fakeItem({ output: 'selected', fields }), shapes)).toThrow("'Fields'");
});

it('selected gives what is not documented too, and a hint names the fields that are', async () => {
	const fields = [
		{ name: 'ID', value: 'id' },
		{ name: 'Name', value: 'name' },
	];
	const shapedWithHints = async (chosen: string | string[]) => {
		const { item, hints } = fakeRun({ output: 'selected', fields: chosen });
		const json = shapeOf(item(0), { ...shapes, fields })({ ...ada, extra: 1 });
		return { json, hints: await hints() };
	};
	expect(await shapedWithHints(['name'])).toEqual({ json: { name: 'Ada' }, hints: [] });
	for (const chosen of [['extra', 'nmae'], 'extra,nmae']) {
		expect(await shapedWithHints(chosen)).toEqual({
			json: { extra: 1, nmae: null },
			hints: ["'Fields' names 'extra', which Plainly doesn't document. It documents id, name."],
		});
	}
});

it('unified and scim come from the same unified user', () => {
	expect(shaped({ output: 'unified' })).toMatchObject({ id: '7', displayName: 'Ada', email: null });
	expect(shaped({ output: 'scim' })).toMatchObject({ id: '7', displayName: 'Ada', userName: '7' });
	expect(shaped({ output: 'scim' })).not.toHaveProperty('phoneNumbers');
	expect(shaped({ output: 'scim' }, ada, withPhones)).toHaveProperty('phoneNumbers');
});

it('unified and scim are outputs of users alone', () => {
	const plain: Shapes = { simplify: shapes.simplify, fields: [{ name: 'ID', value: 'id' }] };
	const output = (name: string) => () =>
		shapeOf(fakeItem({ output: name, fields: ['id'] }), plain)(ada);
	expect(output('simplified')()).toEqual({ id: 7, name: 'Ada' });
	expect(output('raw')()).toBe(ada);
	expect(output('selected')()).toEqual({ id: 7 });
	for (const name of ['unified', 'scim']) {
		expect(output(name)).toThrow(
			`'Output' must be one of simplified, raw, selected, not '${name}'.`,
		);
	}
});

it('where there are no fields to choose from, none can be selected', () => {
	const item = fakeItem({ output: 'selected', fields: ['id'] });
	expect(() => shapeOf(item, { simplify: shapes.simplify })).toThrow(
		"'Output' must be one of simplified, raw, not 'selected'.",
	);
});

it.each(['raw', 'selected'])(
	'%s gives each item its own copy where items share users',
	(output) => {
		const run = fakeRun({ output, fields: ['tags', 'more'] }, { count: 2 });
		const [one, two] = [run.item(0), run.item(1)].map((item) => shapeOf(item, shapes)(ada));
		expect(one).toEqual(two);
		(one?.tags as string[]).push('changed');
		(one?.more as { deep: number[] }).deep.push(2);
		expect(two).toMatchObject({ tags: ['a', 'b'], more: { deep: [1] } });
		expect(ada).toMatchObject({ tags: ['a', 'b'], more: { deep: [1] } });
	},
);

it.each([
	['simplified', false],
	['raw', false],
	['selected', true],
	['unified', true],
	['scim', true],
])('%s needs the whole user: %p', (output, whole) => {
	expect(outputOf(fakeItem({ output }))).toBe(output);
	expect(needsWholeUser(fakeItem({ output }))).toBe(whole);
});

it.each(['rawer', '', null, undefined, 7, 'toString'])('the output %p is refused', (output) => {
	expect(() => outputOf(fakeItem({ output }))).toThrow("'Output' must be one of");
});

it.each(['Raw', ' RAW '])('the output %p is raw', (output) => {
	expect(outputOf(fakeItem({ output }))).toBe('raw');
});
