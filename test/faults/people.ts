import { isDeepStrictEqual } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { type LoggedRequest, startSandboxes, type Sandboxes } from '../../sandbox';
import { runNode, type NodeRun, nodeUnderTest } from '../harness';
import { by } from '../providers/fixture';
import { errorTextOf } from './check';
import type { Column } from './column';
import { withDeadline } from './deadline';
import type { Fault } from './fault';
import { expectationOf, maxWaitMs, RETRIES } from './rules';
import { leaks } from './secrets';
import { Setup } from './setup';
import { credentialTypeOf, titleOf } from '../harness/providers';
import { type Name, NAMES } from '../userDirectory/fixture';

/** A fault in one of four directories, and what the User Directory node makes of it. */

export const OPERATIONS = ['compare', 'get', 'onboard', 'offboard'] as const;
export type Operation = (typeof OPERATIONS)[number];

const TIMEOUT_MS = 8000;
const LONGEST_MS = 60_000;
/** A walk gives up a list without an end after 10,000 pages: here it is cancelled before. */
const ENDLESS_MS = 2000;
const isEndless = ({ name }: Fault): boolean => name === 'a list without an end';
const WRITES = /register|AddUser|SetUserInfo|DelUser|add_user|delete_project/;

/** The directories without a fault. */
export class Others {
	private constructor(readonly sandboxes: Sandboxes) {}

	static async start(): Promise<Others> {
		return new Others(await startSandboxes({ users: 3 }));
	}

	get credentials() {
		return Object.fromEntries(
			NAMES.map((name) => [credentialTypeOf(name), this.sandboxes[name].credentials]),
		);
	}

	/** What the directories without a fault got. */
	get log() {
		return NAMES.flatMap((name) => this.sandboxes[name].log);
	}

	/** Who is in them, and on which projects. */
	get state(): string {
		const people = NAMES.map((name) => this.sandboxes[name].people);
		return JSON.stringify([people, this.sandboxes.worksection.projects]);
	}

	/** The next case finds them as at the start. */
	reset(): void {
		for (const name of NAMES) this.sandboxes[name].reset();
	}

	async close(): Promise<void> {
		await this.sandboxes.close();
	}
}

const idOf = (name: Name): string => (name === 'voximplant' ? 'user_id' : 'id');

/** Voximplant has no field for an address. */
const fieldOf = (name: Name): string => (name === 'voximplant' ? 'user_custom_data' : 'email');

const ANN = 'ann.in.the.middle@example.com';

/** More than two pages of Voximplant, which has the longest. */
const PEOPLE = 230;

/** Somebody who is on the last page alone: whoever stops before it would call her missing. */
function addAnn({ fixture }: Setup, name: Name): void {
	const { people } = fixture.sandbox as { people?: IDataObject[] };
	const [first] = people ?? [];
	if (!people || !first) throw new Error(`Nobody is in the sandbox of ${name}.`);
	const numbered = typeof first[idOf(name)] === 'number';
	while (people.length < PEOPLE) {
		const id = 900_000 + people.length;
		people.push({ ...first, [idOf(name)]: numbered ? id : `${String(id)}` });
	}
	for (const [index, user] of people.entries()) user[fieldOf(name)] = `p${index}@example.com`;
	Object.assign(people.at(-1) ?? {}, { [fieldOf(name)]: ANN, role: 'user' });
}

export interface Meeting {
	setup: Setup;
	name: Name;
	others: Others;
	fault: Fault;
}

async function run({ setup, others, fault }: Meeting, operation: Operation) {
	const { fixture, credentials } = setup;
	const person = { firstName: 'Some', lastName: 'Body', autocallsPassword: 'Secret-word-1' };
	const login = { voximplantUserName: 'somebody', voximplantPassword: 'Secret-word-1' };
	const options = { timeout: TIMEOUT_MS, retries: RETRIES, maxWait: maxWaitMs(fault) / 1000 };
	const application = by('name', 'support');
	return await withDeadline(
		isEndless(fault) ? ENDLESS_MS : LONGEST_MS,
		async (signal) =>
			await runNode({
				node: 'userDirectory',
				credentials: { ...others.credentials, [fixture.credential]: credentials },
				signal,
				input: [{ email: ANN }],
				parameters: {
					...{ resource: 'person', operation, application, ...person, ...login },
					directories: ['autocalls', 'quo', 'voximplant', 'worksection'],
					email: ANN,
					matching: { voximplantEmail: 'userCustomData' },
					dryRun: false,
					options: { ...options, ...fixture.options, ...fault.options, requestsPerSecond: 0 },
				},
			}),
	);
}

const itemsOf = (ran: NodeRun): IDataObject[] =>
	[0, 1, 2, 3].flatMap((output) =>
		ran.run.items(nodeUnderTest, output).map(({ json }) => ({ output, ...json })),
	);

/** What was told of her, in all directories. */
const told = (ran: NodeRun): unknown =>
	itemsOf(ran)
		.filter(({ email }) => email === ANN)
		.map(({ output, email, directory, found, status, reason, directories }) => [
			...[output, email, directory, found, status, reason, directories],
		]);

function writesIn({ setup, others }: Meeting): string[] {
	const logs = [...(setup.proxy?.log ?? []), ...setup.fixture.sandbox.log, ...others.log];
	return logs
		.map(({ method, path, rawQuery, bodyText }) => `${method} ${path} ${rawQuery} ${bodyText}`)
		.filter((line) => WRITES.test(line));
}

/** The list could not be read whole: the error says which one, and nothing else happened. */
function wrongError(ran: NodeRun, { setup, name }: Meeting, text: string): string[] {
	const shown = itemsOf(ran).length;
	return [
		text.startsWith(titleOf(name)) ? '' : `the error does not name it: ${text}`,
		text.includes(ANN) ? `the error says something of her: ${text}` : '',
		shown === 0 ? '' : `${shown} items beside the error`,
		...setup.says.map((words) => (words.test(text) ? '' : `no ${String(words)}: ${text}`)),
	].filter(Boolean);
}

/** The list was read whole. */
function wrongResult(ran: NodeRun, calm: unknown): string[] {
	const result = told(ran);
	if (isDeepStrictEqual(result, calm)) return [];
	return [`not the same as without a fault: ${JSON.stringify(result)}`];
}

/** Those that play with pages count on short ones: here, all that matters is that nobody gets lost. */
function wrongOutcome(ran: NodeRun, meeting: Meeting, calm: unknown): string[] {
	const { setup, fault } = meeting;
	const isHarmless = fault.is === 'harmless';
	const { outcome } = expectationOf(setup.column, fault);
	const mustFail = isEndless(fault) || (outcome === 'error' && !isHarmless);
	const text = errorTextOf(ran);
	if (text === undefined) return mustFail ? ['no error'] : wrongResult(ran, calm);
	const unwanted = mustFail || isHarmless ? [] : [`an error: ${text}`];
	return [...unwanted, ...wrongError(ran, meeting, text)];
}

const READS: readonly Operation[] = ['compare', 'get'];

/** Whatever is not allowed where a list can't be read whole, or differs where it can. */
async function problemsOf(meeting: Meeting, operation: Operation, calm: unknown) {
	const { setup, others } = meeting;
	const { fixture, forbidden } = setup;
	const before = others.state;
	const ran = await run(meeting, operation);
	const problems = leaks(ran, { secrets: fixture.secrets, log: fixture.sandbox.log });
	problems.push(...wrongOutcome(ran, meeting, calm));
	if (errorTextOf(ran) !== undefined || READS.includes(operation)) {
		problems.push(...writesIn(meeting).map((line) => `something was written: ${line}`));
		if (others.state !== before) problems.push('another directory was changed');
	}
	const strayed = forbidden.flatMap(({ log }) => log).length;
	if (strayed > 0) problems.push(`${strayed} requests went to another origin`);
	return problems;
}

/** Not the first page, where there are several. */
const isLater = ({ query }: LoggedRequest): boolean =>
	query.pageToken !== undefined || Number(query.offset ?? 0) > 0 || Number(query.page ?? 1) > 1;

async function inSetup<Done>(column: Column, name: Name, work: (setup: Setup) => Promise<Done>) {
	const setup = await Setup.of(column);
	try {
		addAnn(setup, name);
		if (column.pages !== 'one') setup.fixture.isHit = isLater;
		return await work(setup);
	} finally {
		await setup.close();
	}
}

const calm: Fault = { name: 'nothing', is: 'harmless', times: 'once', plan: () => undefined };

/** What each operation tells without a fault. */
export async function calmly(column: Column, name: Name, others: Others) {
	const results = new Map<Operation, unknown>();
	for (const operation of OPERATIONS) {
		await inSetup(column, name, async (setup) => {
			const ran = await run({ setup, name, others, fault: calm }, operation);
			if (ran.error) throw ran.error;
			results.set(operation, told(ran));
			others.reset();
		});
	}
	return results;
}

export async function meet(
	{ column, fault, operation }: { column: Column; fault: Fault; operation: Operation },
	{ others, expected }: { others: Others; expected: unknown },
): Promise<string[]> {
	const name = column.provider as Name;
	return await inSetup(column, name, async (setup) => {
		await fault.plan(setup, fault);
		return await problemsOf({ setup, name, others, fault }, operation, expected);
	});
}
