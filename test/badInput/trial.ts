import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { type NodeRun, runNode } from '../harness';
import { expectNoSecrets } from '../providers/noSecrets';
import { type Kind, kinds, valueOf } from './kinds';
import type { Place } from './places';
import { merged, type Row, rowNameOf, type Scene, type Stage, stageOf, the } from './scene';
import { fine, type Verdict } from './verdicts';

/** One input item: every second one is bad. */
interface Entry {
	serial: number;
	kind?: Kind;
	value: unknown;
	verdict: Verdict;
}

interface Trial {
	scene: Scene;
	place: Place;
	stage: Stage;
	row: Row;
	entries: Entry[];
	run: NodeRun;
}

/** A message that holds all of what was entered is no help. */
const LONGEST_MESSAGE = 700;

function entriesFor({ good, judge, values = {} }: Row): Entry[] {
	const entries: Entry[] = [];
	const addGood = () => {
		const serial = entries.length;
		entries.push({ serial, value: good(serial), verdict: fine });
	};
	for (const kind of kinds) {
		addGood();
		const value = kind in values ? values[kind] : valueOf(kind);
		entries.push({ serial: entries.length, kind, value, verdict: judge(kind) });
	}
	addGood();
	return entries;
}

async function runPlace(scene: Scene, place: Place): Promise<Trial> {
	const stage = stageOf(scene, place);
	const row = the(stage.rows[rowNameOf(stage.rows, place.name)]);
	const entries = entriesFor(row);
	const where = { resource: place.resource, operation: place.operation };
	const own = place.parameters('={{ $json.value }}');
	const run = await runNode({
		node: scene.node,
		parameters: merged(where, stage.base, row.beside ?? {}, own),
		credentials: scene.credentials,
		input: entries.map(({ serial, value }) => ({ json: { serial, value } as IDataObject })),
		onError: 'continueRegularOutput',
	});
	return { scene, place, stage, row, entries, run };
}

/** What is not as it is expected; nothing, where all is well. */
export async function wrongAt(scene: Scene, place: Place): Promise<string[]> {
	scene.sandbox.reset();
	const trial = await runPlace(scene, place);
	const { run, entries } = trial;
	if (run.error) return [`it stopped: ${run.error.message}`];
	return [
		...entries.flatMap((entry) => wrongItem(trial, entry)),
		...complaint('the order', () => {
			const order = run.items.map(({ pairedItem }) => Number(Object(pairedItem).item));
			expect(order).toEqual([...order].sort((left, right) => left - right));
			expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(
				order.map((item) => ({ item })),
			);
			expect(order.filter((item) => entries[item] === undefined)).toEqual([]);
		}),
		...wrongRequests(trial),
		...complaint('the secrets', () => expectNoSecrets(run, secretsOf(trial))),
		...complaint('unknown parameters', () => expect(scene.sandbox.warnings).toEqual([])),
	];
}

function complaint(what: string, check: () => void): string[] {
	try {
		check();
		return [];
	} catch (error) {
		return [`${what}: ${String(error).slice(0, 1500)}`];
	}
}

function wrongItem(trial: Trial, entry: Entry): string[] {
	const { kind, serial, verdict } = entry;
	const items = trial.run.items.filter(({ pairedItem }) => Object(pairedItem).item === serial);
	const what = kind === undefined ? `good item ${serial}` : kind;
	return complaint(what, () => {
		if (verdict.is !== 'fine') expectRefusal(items, verdict, trial.place.field);
		else expectFine(items, trial, entry);
		if ('hint' in verdict && verdict.hint) expectHint(trial, verdict.hint);
	});
}

function expectRefusal(
	items: readonly INodeExecutionData[],
	{ is, words }: Extract<Verdict, { words: RegExp }>,
	field: string,
): void {
	// in the node's own words as the editor shows it, in a provider's as the provider calls it
	const named = is === 'told' ? namedLike(field) : `'${field}'`;
	expect(items.map(({ json }) => Object.keys(json))).toEqual([['error']]);
	const { json, error } = the(items[0]);
	expect(json.error).toMatch(words);
	expect(json.error).toMatch(named);
	expect(String(json.error).length).toBeLessThan(LONGEST_MESSAGE);
	expect(error?.message).toBe(json.error);
}

/** `User Name` is `user_name` in a provider's own words. */
const namedLike = (field: string): RegExp => new RegExp(field.split(' ').join('[ _-]?'), 'i');

function expectFine(
	items: readonly INodeExecutionData[],
	{ row, stage }: Trial,
	{ value, serial }: Entry,
): void {
	const expected = row.gives?.(value, serial) ?? stage.gives(serial);
	expect(items.map(({ json }) => json)).toMatchObject(expected);
	expect(items.filter(({ json }) => 'error' in json)).toEqual([]);
}

function expectHint({ run, place }: Trial, hint: RegExp): void {
	const about = run.messages.filter((message) => namedLike(place.field).test(message));
	expect(about.filter((message) => hint.test(message))).not.toEqual([]);
}

/** Nothing of what was refused reached the provider, and the rest as it was entered. */
function wrongRequests({ scene, stage, row, entries }: Trial): string[] {
	const { log } = scene.sandbox;
	const reaches = row.looksUp ? ['fine'] : ['fine', 'told'];
	const asked = entries.filter(({ verdict }) => reaches.includes(verdict.is));
	const sentFor = ({ value }: Entry) => row.sends?.(value) ?? {};
	if (stage.writes) {
		const expected = asked.map((entry) => ({ ...stage.writes?.(entry.serial), ...sentFor(entry) }));
		const writes = log.filter(scene.isWrite).map(scene.said);
		return complaint('the writes', () => expect(writes).toEqual(expected));
	}
	return complaint('the requests', () => {
		expect(log.filter(scene.isWrite)).toEqual([]);
		const names = Object.keys(sentFor(the(asked[0])));
		const told = log.map((request) => {
			const said = scene.said(request);
			return stage.reads ? without(said, scene.paging) : pick(said, names);
		});
		const expected = asked.map((entry) => ({ ...stage.reads, ...sentFor(entry) }));
		expect(new Set(told.map(written))).toEqual(new Set(expected.map(written)));
	});
}

/** Whatever the order. */
const written = (said: Record<string, unknown>): string =>
	JSON.stringify(
		Object.entries(said)
			.filter(([, value]) => value !== undefined)
			.sort(),
	);

const without = (from: Record<string, unknown>, names: readonly string[]) =>
	Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));

const pick = (from: Record<string, unknown>, names: readonly string[]) =>
	Object.fromEntries(names.map((name) => [name, from[name]]));

const SHORTEST_SECRET = 6;

function secretsOf({ scene, row, entries }: Trial): string[] {
	const values = row.secret ? entries.map(({ value }) => value) : [];
	const texts = values.filter((value): value is string => typeof value === 'string');
	const whole = texts.filter((text) => !/\p{Surrogate}/u.test(text));
	return [...scene.secrets, ...whole.filter((text) => text.trim().length >= SHORTEST_SECRET)];
}
