import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { errorWords, runNode, type NodeRun } from '../harness';
import { expectNoSecrets } from '../providers/noSecrets';
import { kinds, valueOf } from './kinds';
import type { Field } from './fields';
import {
	merged,
	type FieldCase,
	caseNameOf,
	type Fixture,
	type OperationCase,
	operationOf,
} from './fixture';
import { fine, type Expectation } from './expectations';
import { defined } from '../harness/defined';

/** One input item. The first, the last and every fourth one are good. */
export interface Input {
	serial: number;
	kind?: string;
	value: unknown;
	/** What the value stands for, where it isn't taken as it is. */
	meant?: unknown;
	expectation: Expectation;
}

interface FieldRun {
	fixture: Fixture;
	field: Field;
	operation: OperationCase;
	fieldCase: FieldCase;
	inputs: Input[];
	run: NodeRun;
}

/** A message that repeats a huge value is no help. */
const LONGEST_MESSAGE = 700;

function inputsFor({ good, expects, values = {} }: FieldCase): Input[] {
	const inputs: Input[] = [];
	const addGood = () => {
		const serial = inputs.length;
		inputs.push({ serial, value: good(serial), expectation: fine });
	};
	for (const [index, kind] of kinds.entries()) {
		if (index % 3 === 0) addGood();
		const value = kind in values ? values[kind] : valueOf(kind);
		inputs.push({ serial: inputs.length, kind, value, expectation: expects(kind) });
	}
	addGood();
	return inputs;
}

type InputsFor = (fieldCase: FieldCase) => Input[];

async function runField(fixture: Fixture, field: Field, inputsOf: InputsFor): Promise<FieldRun> {
	const operation = operationOf(fixture, field);
	const fieldCase = defined(operation.fields[caseNameOf(operation.fields, field.name)]);
	const inputs = inputsOf(fieldCase);
	const where = { resource: field.resource, operation: field.operation };
	const own = field.parameters('={{ $json.value }}');
	const run = await runNode({
		node: fixture.node,
		parameters: merged(where, operation.base, fieldCase.beside ?? {}, own),
		credentials: fixture.credentials,
		input: inputs.map(({ serial, value }) => ({ json: { serial, value } as IDataObject })),
		onError: 'continueRegularOutput',
	});
	return { fixture, field, operation, fieldCase, inputs, run };
}

/** What is not as expected: an empty list where nothing is wrong. */
export async function problemsOf(
	fixture: Fixture,
	field: Field,
	inputsOf: InputsFor = inputsFor,
): Promise<string[]> {
	fixture.sandbox.reset();
	const fieldRun = await runField(fixture, field, inputsOf);
	const { run, inputs } = fieldRun;
	if (run.error) return [`it stopped: ${errorWords(run.error)}`];
	return [
		...inputs.flatMap((input) => itemProblems(fieldRun, input)),
		...problemsIn('the order', () => {
			const order = run.items.map(({ pairedItem }) => Number(Object(pairedItem).item));
			expect(order).toEqual([...order].sort((left, right) => left - right));
			expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(
				order.map((item) => ({ item })),
			);
			expect(order.filter((item) => inputs[item] === undefined)).toEqual([]);
		}),
		...requestProblems(fieldRun),
		...problemsIn('the secrets', () => expectNoSecrets(run, secretsOf(fieldRun))),
		...problemsIn('unknown parameters', () => expect(fixture.sandbox.warnings).toEqual([])),
	];
}

function problemsIn(what: string, check: () => void): string[] {
	try {
		check();
		return [];
	} catch (error) {
		return [`${what}: ${String(error).slice(0, 1500)}`];
	}
}

function itemProblems(fieldRun: FieldRun, input: Input): string[] {
	const { kind, serial, expectation } = input;
	const items = fieldRun.run.items.filter(({ pairedItem }) => Object(pairedItem).item === serial);
	const what = kind === undefined ? `good item ${serial}` : kind;
	return problemsIn(what, () => {
		if (expectation.is !== 'fine') expectRefusal(items, expectation, fieldRun.field.label);
		else expectFine(items, fieldRun, input);
		if ('hint' in expectation && expectation.hint) expectHint(fieldRun, expectation.hint);
	});
}

function expectRefusal(
	items: readonly INodeExecutionData[],
	{ is, words }: Extract<Expectation, { words: RegExp }>,
	label: string,
): void {
	// the node names the field as the editor shows it, a provider by the name of its own parameter
	const named = is === 'refusedByProvider' ? namedLike(label) : `'${label}'`;
	expect(items.map(({ json }) => Object.keys(json))).toEqual([['error']]);
	const { json } = defined(items[0]);
	expect(json.error).toMatch(words);
	expect(json.error).toMatch(named);
	expect(String(json.error).length).toBeLessThan(LONGEST_MESSAGE);
}

/** `User Name` is `user_name` in a provider's own words. */
const namedLike = (label: string): RegExp => new RegExp(label.split(' ').join('[ _-]?'), 'i');

function expectFine(
	items: readonly INodeExecutionData[],
	{ fieldCase, operation }: FieldRun,
	{ value, meant = value, serial }: Input,
): void {
	const expected = fieldCase.gives?.(meant, serial) ?? operation.gives(serial);
	expect(items.map(({ json }) => json)).toMatchObject(expected);
	expect(items.filter(({ json }) => 'error' in json)).toEqual([]);
}

function expectHint({ run, field }: FieldRun, hint: RegExp): void {
	const about = run.messages.filter((message) => namedLike(field.label).test(message));
	expect(about.filter((message) => hint.test(message))).not.toEqual([]);
}

/** What the node refused was not sent; everything else was sent as it was entered. */
function requestProblems({ fixture, operation, fieldCase, inputs }: FieldRun): string[] {
	const { log } = fixture.sandbox;
	const reaches = fieldCase.looksUp ? ['fine'] : ['fine', 'refusedByProvider'];
	const asked = inputs.filter(({ expectation }) => reaches.includes(expectation.is));
	const sentFor = ({ value, meant = value }: Input) => fieldCase.sends?.(meant) ?? {};
	if (operation.writes) {
		const expected = asked.map((input) => ({
			...operation.writes?.(input.serial),
			...sentFor(input),
		}));
		const writes = log.filter(fixture.isWrite).map(fixture.contentOf);
		return problemsIn('the writes', () => expect(writes).toEqual(expected));
	}
	return problemsIn('the requests', () => {
		expect(log.filter(fixture.isWrite)).toEqual([]);
		const names = Object.keys(sentFor(defined(asked[0])));
		const isOfList = ({ method }: Record<string, unknown>) =>
			fieldCase.looksUp !== true || method === operation.reads?.method;
		const requests = log
			.map(fixture.contentOf)
			.filter(isOfList)
			.map((content) => {
				return operation.reads ? without(content, fixture.paging) : pick(content, names);
			});
		const expected = asked.map((input) => ({ ...operation.reads, ...sentFor(input) }));
		expect(new Set(requests.map(written))).toEqual(new Set(expected.map(written)));
	});
}

/** As text, whatever the order. */
const written = (content: Record<string, unknown>): string =>
	JSON.stringify(
		Object.entries(content)
			.filter(([, value]) => value !== undefined)
			.sort(),
	);

const without = (from: Record<string, unknown>, names: readonly string[]) =>
	Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));

const pick = (from: Record<string, unknown>, names: readonly string[]) =>
	Object.fromEntries(names.map((name) => [name, from[name]]));

const SHORTEST_SECRET = 6;

function secretsOf({ fixture, fieldCase, inputs }: FieldRun): string[] {
	const values = fieldCase.secret ? inputs.map(({ value }) => value) : [];
	const texts = values.filter((value): value is string => typeof value === 'string');
	const whole = texts.filter((text) => !/\p{Surrogate}/u.test(text));
	return [...fixture.secrets, ...whole.filter((text) => text.trim().length >= SHORTEST_SECRET)];
}
