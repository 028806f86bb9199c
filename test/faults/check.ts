import { errorWords } from '../harness';
import { isDeepStrictEqual } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import type { LoggedRequest } from '../../sandbox';
import type { NodeRun } from '../harness';
import { titleOf } from '../harness/providers';
import { textOf, type Wanted } from './column';
import type { Fault } from './fault';
import type { Expectation } from './rules';
import { leaks } from './secrets';
import type { Setup } from './setup';

/** What happened in a cell. */
export interface Observed {
	run: NodeRun;
	tookMs: number;
	/** What the provider got. */
	log: readonly LoggedRequest[];
}

const isRight = (value: unknown, wanted: unknown): boolean =>
	typeof wanted === 'function'
		? (wanted as (value: unknown) => boolean)(value)
		: isDeepStrictEqual(value, wanted);

/** The fields of an item that are not what they should be. */
function wrongIn(item: IDataObject | undefined, wanted: Wanted): string[] {
	return Object.entries(wanted)
		.filter(([name, value]) => !isRight(item?.[name], value))
		.map(([name, value]) => `${name} is ${textOf(item?.[name])}, not ${textOf(value)}`);
}

export function wrongItems({ json }: NodeRun, wanted: readonly Wanted[]): string[] {
	const count = json.length === wanted.length ? [] : [`${json.length} items, not ${wanted.length}`];
	const wrong = wanted.flatMap((each, index) =>
		wrongIn(json[index], each).map((words) => `item ${index}: ${words}`),
	);
	return [...count, ...wrong.slice(0, 3)];
}

const missing = (texts: readonly string[], wanted: readonly RegExp[], what: string): string[] =>
	wanted
		.filter((words) => !texts.some((text) => words.test(text)))
		.map((words) => `no ${what} says ${String(words)}: ${texts.join(' | ')}`);

/** What an error is to do: next after its first sentence, in its message or its description. */
const NEXT_STEP =
	/\b(check|try|run|raise|lower|set|correct|use|choose|enter|shorten|wait|get|paste|reconnect|report|fill)\b/i;

function nextStepOf(message: string, description: unknown): boolean {
	const [, ...rest] = message.split(/\.\s+(?=['A-Z])/);
	return NEXT_STEP.test(`${rest.join('. ')} ${textOf(description)}`);
}

/** What stopped the node, or with *On Error: Continue* became the item: headline and next step. */
export function errorTextOf({
	error,
	json: [item],
}: Pick<NodeRun, 'error' | 'json'>): string | undefined {
	if (error) return errorWords(error);
	return typeof item?.error === 'string' ? item.error : undefined;
}

interface Told {
	context?: IDataObject;
	description?: unknown;
	httpCode?: unknown;
}

function wrongNodeError(error: Error & Told, status: number | undefined): string[] {
	const { name, message, context, description, httpCode } = error;
	return [
		/^Node(Api|Operation)Error$/.test(name) ? '' : `a ${name}`,
		context?.itemIndex === 0 ? '' : 'the error does not name the item',
		nextStepOf(message, description) ? '' : `the error names no next step: ${message}`,
		status === undefined || httpCode === String(status) ? '' : `httpCode is ${textOf(httpCode)}`,
	].filter(Boolean);
}

/** The one item that stands for a failure: by its json alone n8n routes it as one. */
function wrongErrorItem({ items }: Pick<NodeRun, 'items'>, text: string): string[] {
	const right = isDeepStrictEqual(items, [{ json: { error: text }, pairedItem: { item: 0 } }]);
	return [
		right ? '' : `not one item for the failure: ${JSON.stringify(items)}`,
		nextStepOf(text, '') ? '' : `the item names no next step: ${text}`,
	].filter(Boolean);
}

/** A status of 200 says nothing to anybody who reads of a failure. */
function wrongStatus(text: string, status: number | undefined): string[] {
	if (status === 200) return text.includes('HTTP 200') ? [`it says HTTP 200: ${text}`] : [];
	if (status === undefined || text.includes(`HTTP ${status}`)) return [];
	return [`no HTTP ${status}: ${text}`];
}

export function wrongError(
	{ run, column }: { run: Pick<NodeRun, 'error' | 'items' | 'json'>; column: Setup['column'] },
	{ says, saysNot }: Pick<Expectation, 'says' | 'saysNot'>,
	status: number | undefined,
): string[] {
	const { error, items } = run;
	const text = errorTextOf(run);
	if (text === undefined) return [`no error, but ${run.json.length} items`];
	const inError = error ? wrongNodeError(error, status) : wrongErrorItem(run, text);
	const problems = [
		error && items.length > 0 ? 'items beside the error' : '',
		text.startsWith(titleOf(column.provider)) ? '' : 'the error does not name the provider',
		...wrongStatus(text, status),
		...saysNot.map((words) => (words.test(text) ? `it says ${String(words)}: ${text}` : '')),
	];
	return [...inError, ...problems.filter(Boolean), ...missing([text], says, 'error')];
}

const hintsBeside = ({ fixture: { usualHint } }: Setup, { messages }: NodeRun): string[] =>
	messages.filter((message) => usualHint?.test(message) !== true);

function wrongOutcome(
	setup: Setup,
	fault: Fault,
	observed: Observed,
	wanted: Expectation,
): string[] {
	const { run } = observed;
	const { items, confirmed } = setup.fixture;
	if (wanted.outcome === 'error') {
		const says = [...wanted.says, ...setup.says];
		const status = fault.status?.(setup.column);
		return [
			...wrongError({ run, column: setup.column }, { ...wanted, says }, status),
			...missing(run.messages, wanted.hints, 'hint'),
		];
	}
	const error = errorTextOf(run);
	const failed = error === undefined ? [] : [`an error: ${error}`];
	const normal = wanted.items?.(items) ?? items;
	const right = wanted.outcome === 'confirmed' && confirmed ? [confirmed] : normal;
	const unasked = wanted.hints.length === 0 ? hintsBeside(setup, run) : [];
	return [
		...failed,
		...wrongItems(run, right),
		...missing(run.messages, wanted.hints, 'hint'),
		...unasked.map((hint) => `the hint: ${hint}`),
	];
}

export function wrongRequests(
	setup: Setup,
	{ log }: Pick<Observed, 'log'>,
	wanted: Expectation,
): string[] {
	const { requests, writes } = wanted;
	const { fixture } = setup;
	const sent = log.filter(fixture.isWrite).length;
	const done = fixture.done?.() ?? wanted.done;
	const strayed = setup.forbidden.reduce((sum, { log: there }) => sum + there.length, 0);
	const range = `${requests.least}${requests.most > requests.least ? ` to ${requests.most}` : ''}`;
	return [
		log.length < requests.least || log.length > requests.most
			? `${log.length} requests, not ${range}`
			: '',
		sent === writes ? '' : `${sent} writes sent, not ${writes}`,
		done === wanted.done ? '' : `carried out ${done} times, not ${wanted.done}`,
		strayed === 0 ? '' : `${strayed} requests went to another origin`,
	].filter(Boolean);
}

export function wrongTime(
	{ tookMs }: Pick<Observed, 'tookMs'>,
	{ longestMs, shortestMs }: Expectation,
): string[] {
	if (tookMs > longestMs) return [`took ${tookMs} ms, longer than ${longestMs}`];
	return tookMs < shortestMs ? [`took ${tookMs} ms, shorter than ${shortestMs}`] : [];
}

/** Everything in a cell that the contract does not allow. */
export function problemsOf(
	setup: Setup,
	fault: Fault,
	{ observed, wanted }: { observed: Observed; wanted: Expectation },
): string[] {
	return [
		...wrongOutcome(setup, fault, observed, wanted),
		...wrongRequests(setup, observed, wanted),
		...wrongTime(observed, wanted),
		...leaks(observed.run, { secrets: setup.fixture.secrets, log: observed.log }),
	];
}
