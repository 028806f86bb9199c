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
type Operation = (typeof OPERATIONS)[number];

const TIMEOUT_MS = 8000;
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

	async close(): Promise<void> {
		await this.sandboxes.close();
	}
}

const idOf = (name: Name): string => (name === 'voximplant' ? 'user_id' : 'id');

/** Voximplant has no field for an address. */
const fieldOf = (name: Name): string => (name === 'voximplant' ? 'user_custom_data' : 'email');

const ANN = 'ann.in.the.middle@example.com';
const NEW = 'somebody.new@example.com';

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
		60_000,
		async (signal) =>
			await runNode({
				node: 'userDirectory',
				credentials: { ...others.credentials, [fixture.credential]: credentials },
				signal,
				input: [{ email: ANN }],
				parameters: {
					...{ resource: 'person', operation, application, ...person, ...login },
					directories: ['autocalls', 'quo', 'voximplant', 'worksection'],
					email: operation === 'onboard' ? NEW : ANN,
					matching: { voximplantEmail: 'userCustomData' },
					dryRun: false,
					options: { ...options, ...fixture.options, ...fault.options, requestsPerSecond: 0 },
				},
			}),
	);
}

/** What was found out about the directory with the fault. */
function told(ran: NodeRun, name: Name): unknown {
	const outputs = [0, 1, 2, 3].map((output) =>
		ran.run.items(nodeUnderTest, output).map(({ json }) => json),
	);
	const about = (json: IDataObject) =>
		[ANN, NEW].includes(String(json.email)) && [undefined, name].includes(json.directory as Name)
			? [[json.email, json.found, json.status, json.reason, json.directories]]
			: [];
	return outputs.map((items) => items.flatMap(about));
}

function writesIn({ setup, others }: Meeting): string[] {
	const logs = [...setup.fixture.sandbox.log, ...others.log];
	return logs
		.map(({ method, path, rawQuery }) => `${method} ${path} ${rawQuery}`)
		.filter((line) => WRITES.test(line));
}

/** Whatever is not allowed where a list can't be read whole, or differs where it can. */
async function problemsOf(meeting: Meeting, operation: Operation, calm: unknown) {
	const { setup, name, fault } = meeting;
	const before = writesIn(meeting).length;
	const ran = await run(meeting, operation);
	const problems = leaks(ran, { secrets: setup.fixture.secrets, log: setup.fixture.sandbox.log });
	const { outcome } = expectationOf(setup.column, fault);
	const text = errorTextOf(ran);
	// Those that play with pages count on short ones: here, all that matters is that nobody gets lost.
	const mustFail = outcome === 'error' && fault.is !== 'harmless';
	if (text === undefined) {
		if (mustFail) problems.push(`no error, but ${JSON.stringify(told(ran, name))}`);
		const differs = JSON.stringify(told(ran, name)) !== JSON.stringify(calm);
		if (differs)
			problems.push(`not the same as without a fault: ${JSON.stringify(told(ran, name))}`);
		return problems;
	}
	if (!mustFail && fault.is !== 'harmless') problems.push(`an error: ${text}`);
	if (!text.startsWith(titleOf(name))) problems.push(`the error does not name it: ${text}`);
	if (writesIn(meeting).length > before) problems.push('something was written');
	const shown = [0, 1, 2, 3].flatMap((output) => ran.run.items(nodeUnderTest, output));
	if (shown.length > 0) problems.push(`${shown.length} items beside the error`);
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
			results.set(operation, told(ran, name));
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
