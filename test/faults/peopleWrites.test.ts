import type { IDataObject } from 'n8n-workflow';
import { directories } from '../../nodes/UserDirectory/directories';
import { startSandboxes, type Fault, type LoggedRequest, type Sandboxes } from '../../sandbox';
import { runNode } from '../harness';
import { credentialTypeOf } from '../harness/providers';
import { withoutRate } from '../harness/withoutRate';
import { by } from '../providers/fixture';
import { type Name, NAMES } from '../userDirectory/fixture';
import { leaks } from './secrets';

/** A fault in a write of Onboard or Offboard: it is sent once, and the other directories are told. */

for (const { provider } of directories) withoutRate(provider.connection);

interface Write {
	operation: 'onboard' | 'offboard';
	directory: Name;
	/** What is in its request. */
	request: string;
	done: string;
	/** Whether a look-up tells what became of it. */
	settled: boolean;
	action?: string;
}

const WRITES: Write[] = [
	{
		...{ operation: 'onboard', directory: 'autocalls', request: 'POST' },
		...{ done: 'created', settled: true },
	},
	{
		...{ operation: 'onboard', directory: 'voximplant', request: 'AddUser' },
		...{ done: 'created', settled: true },
	},
	{
		...{ operation: 'onboard', directory: 'worksection', request: 'add_user' },
		...{ done: 'invited', settled: true },
	},
	{
		...{ operation: 'offboard', directory: 'voximplant', request: 'SetUserInfo' },
		...{ done: 'deactivated', settled: false },
	},
	{
		...{ operation: 'offboard', directory: 'voximplant', request: 'DelUser', action: 'delete' },
		...{ done: 'deleted', settled: false },
	},
	{
		...{ operation: 'offboard', directory: 'worksection', request: 'delete_project_members' },
		...{ done: 'removed', settled: true },
	},
];

const LOST = ['reset', 'resetInBody', 'html200', 'empty200', 'malformed', '500', '503'] as const;

interface Row {
	name: string;
	fault: Fault;
	/** Whether the write is carried out. */
	carriedOut: boolean;
	/** Refused for good, and nothing was done. */
	refused?: true;
}

const ROWS: Row[] = [
	...LOST.map((lost) => ({
		name: `done, then ${lost}`,
		fault: { kind: 'applyThen', applyThen: lost } as const,
		carriedOut: true,
	})),
	{ name: 'reset', fault: { kind: 'reset' }, carriedOut: false },
	{ name: 'HTML with 200', fault: { kind: 'html200' }, carriedOut: false },
	{ name: 'HTTP 503', fault: { kind: 'status', status: 503 }, carriedOut: false },
	{ name: 'HTTP 403', fault: { kind: 'status', status: 403 }, carriedOut: false, refused: true },
];

const ANN = 'ann@example.com';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 4 })));
beforeEach(() => NAMES.forEach((name) => sandboxes[name].reset()));
afterAll(async () => await sandboxes.close());

function isWrite({ request }: Write) {
	return ({ method, rawQuery, path, bodyText }: LoggedRequest): boolean =>
		`${method} ${path} ${rawQuery} ${bodyText}`.includes(request);
}

/** Somebody who has an account everywhere, and projects in Worksection. */
function addAnn(): void {
	const { autocalls, quo, voximplant, worksection } = sandboxes;
	for (const { people } of [autocalls, quo]) Object.assign(people[1] ?? {}, { email: ANN });
	Object.assign(quo.people[1] ?? {}, { role: 'member' });
	Object.assign(voximplant.people[1] ?? {}, { user_custom_data: ANN });
	const member = worksection.people[1];
	if (!member) throw new Error('Nobody is in Worksection.');
	Object.assign(member, { email: ANN, role: 'user' });
	// One project, and so one write.
	const open = worksection.projects.filter(({ status }) => status !== 'archive');
	for (const [index, { memberIds }] of open.entries()) {
		const others = memberIds.filter((id) => id !== member.id);
		memberIds.splice(0, memberIds.length, ...others, ...(index === 0 ? [member.id] : []));
	}
}

async function run({ operation, action }: Write) {
	if (operation === 'offboard') addAnn();
	return await runNode({
		node: 'userDirectory',
		credentials: Object.fromEntries(
			NAMES.map((name) => [credentialTypeOf(name), sandboxes[name].credentials]),
		),
		parameters: {
			...{ resource: 'person', operation, directories: NAMES, application: by('name', 'support') },
			...{ matching: { voximplantEmail: 'userCustomData' }, email: ANN, dryRun: false },
			...{ firstName: 'Ann', lastName: 'Lee', autocallsPassword: 'Correct-horse-7' },
			...{ voximplantUserName: 'ann', voximplantPassword: 'Correct-horse-7' },
			...(action && { voximplantAction: action }),
			options: { retries: 2, maxWait: 1, timeout: 3000 },
		},
	});
}

const statusesOf = (json: IDataObject[]) =>
	Object.fromEntries(json.map(({ directory, status }) => [String(directory), String(status)]));

const wantedStatus = ({ done, settled }: Write, { carriedOut, refused }: Row): string => {
	if (refused) return 'failed';
	if (!settled) return 'unknown';
	return carriedOut ? done : 'failed';
};

const OTHERS = {
	onboard: { autocalls: 'created', quo: 'manual', voximplant: 'created', worksection: 'invited' },
	offboard: {
		...{ autocalls: 'manual', quo: 'manual' },
		...{ voximplant: 'deactivated', worksection: 'removed' },
	},
};

const cases = WRITES.flatMap((write) =>
	ROWS.map((row) => [`${row.name} × ${write.operation} ${write.request}`, write, row] as const),
);

it.each(cases)('%s', async (_name, write, row) => {
	const { operation, directory, action } = write;
	const sandbox = sandboxes[directory];
	sandbox.faults.always(row.fault, isWrite(write));
	const ran = await run(write);
	expect(ran.error).toBeUndefined();
	expect(statusesOf(ran.json)).toEqual({
		...OTHERS[operation],
		...(action && { voximplant: 'deleted' }),
		[directory]: wantedStatus(write, row),
	});
	expect(sandbox.log.filter(isWrite(write))).toHaveLength(1);
	const note = String(ran.json.find((each) => each.directory === directory)?.note);
	expect(note).toMatch(row.refused ? /\S/ : /check|safe to run|look-up|get/i);
	expect(leaks(ran, { secrets: ['Correct-horse-7'], log: [] })).toEqual([]);
});

it.each(WRITES.map((write) => [`${write.operation} ${write.request}`, write] as const))(
	'429 × %s: sent again, as nothing was done',
	async (_name, write) => {
		const { operation, directory, action, done } = write;
		sandboxes[directory].faults.next({ kind: 'status', status: 429 }, isWrite(write));
		const ran = await run(write);
		expect(ran.error).toBeUndefined();
		expect(statusesOf(ran.json)).toEqual({
			...OTHERS[operation],
			...(action && { voximplant: 'deleted' }),
			[directory]: done,
		});
		expect(sandboxes[directory].log.filter(isWrite(write)).length).toBeGreaterThanOrEqual(2);
	},
);
