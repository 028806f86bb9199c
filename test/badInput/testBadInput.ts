import { errorWords } from '../harness';
import { fieldsOf, nameOf, type OperationName, operationsOf } from './fields';
import { caseNameOf, type Fixture, operationOf } from './fixture';
import { kinds } from './kinds';
import { markedInputs, marksOf, OTHER_TEXTS } from './pastedMarks';
import { problemsOf } from './problems';
import { comesFromSheets, sheetInputs } from './sheetValues';
import { choicesOf, requiredOf, runWith, type Setting, unknownModesOf } from './settings';

type Chosen = (operation: OperationName) => boolean;

/**
 * Every kind of bad input in every field of a node, read from the node's own description; `isChosen` leaves
 * operations to another test file.
 */
export function testBadInput(
	node: string,
	start: () => Promise<Fixture>,
	isChosen: Chosen = () => true,
): void {
	let fixture: Fixture;
	beforeAll(async () => {
		fixture = await start();
	});
	afterAll(async () => await fixture.sandbox.close());

	const fields = fieldsOf(node).filter(isChosen);

	it('has an expectation for each field of the node, and for no other', () => {
		const operations = Object.entries(fixture.operations)
			.flatMap(([resource, ofResource]) =>
				Object.keys(ofResource).map((operation) => ({ resource, operation })),
			)
			.filter(isChosen);
		const offered = operationsOf(node).filter(isChosen);
		expect(operations.map(nameOf).sort()).toEqual(offered.map(nameOf).sort());
		const expected = operations.flatMap((operation) =>
			Object.keys(operationOf(fixture, operation).fields).map(
				(name) => `${nameOf(operation)} ${name}`,
			),
		);
		const shown = fields.map(
			(field) => `${nameOf(field)} ${caseNameOf(operationOf(fixture, field).fields, field.name)}`,
		);
		expect(expected.sort()).toEqual([...new Set(shown)].sort());
	});

	it.each(fields.map((field) => [nameOf(field), field.name, field] as const))(
		`%s says what is wrong with %s, for ${kinds.length} kinds of bad input`,
		async (_operation, _name, field) => {
			expect(await problemsOf(fixture, field)).toEqual([]);
		},
	);

	it('knows of each text whether it is pasted with marks', () => {
		const texts = fields.filter(({ type }) => type === 'string').map(({ name }) => name);
		const unknown = fields.filter(
			(field) => texts.includes(field.name) && marksOf(field).length === 0,
		);
		expect(unknown.filter(({ name }) => !OTHER_TEXTS.test(name))).toEqual([]);
	});

	const pasted = fields.filter((field) => marksOf(field).length > 0);

	it.each(pasted.map((field) => [nameOf(field), field.name, field] as const))(
		'%s takes %s without the marks that it was pasted with',
		async (_operation, _name, field) => {
			expect(await problemsOf(fixture, field, markedInputs(marksOf(field)))).toEqual([]);
		},
	);

	it.each(
		fields.filter(comesFromSheets).map((field) => [nameOf(field), field.name, field] as const),
	)('%s takes %s as a sheet or a model may have it', async (_operation, _name, field) => {
		expect(await problemsOf(fixture, field, sheetInputs(field))).toEqual([]);
	});

	const named = (settings: Setting[]) =>
		settings.map((setting) => [nameOf(setting), setting.what, setting] as const);

	it.each(named([...requiredOf(node), ...unknownModesOf(node)].filter(isChosen)))(
		'%s sends no request with %s',
		async (_operation, _what, setting) => {
			const { error, items } = await runWith(fixture, setting);
			expect(errorWords(error)).toMatch(new RegExp(`['"]${setting.label}['"]`));
			expect(items).toEqual([]);
			expect(fixture.sandbox.log).toEqual([]);
		},
	);

	it.each(named(choicesOf(node, isChosen)))('%s refuses %s', async (_operation, _what, setting) => {
		const { error, items } = await runWith(fixture, setting);
		expect(errorWords(error)).toContain(`'${setting.label}'`);
		expect(errorWords(error)).toMatch(/must be one of/);
		expect(items).toEqual([]);
		expect(fixture.sandbox.log).toEqual([]);
	});
}
