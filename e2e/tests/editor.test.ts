import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeArguments } from '../../test/harness/nodeArguments';
import { freePort } from '../../test/harness/ports';
import { httpStatus } from '../harness/ready';
import { exampleWorkflows } from '../harness/examples';
import { providers } from '../harness/package';
import { projectFolder, temporaryFolder } from '../harness/folders';
import { N8nRest } from '../harness/rest';
import { until } from '../../test/harness/until';
import { isAlive, treeOf } from './processes';

/** `npm run editor -- --port … --users 5`, as a person starts and ends it. */

const patience = 120_000;
let folder: string;
let port: number;
let program: ChildProcess;
let ended: Promise<unknown>;
let output: string;
/** All that it ever started, as far as was seen. */
let started: number[];

/** tsx and newer versions of Node.js keep among the temporary files what they have compiled. */
const noCaches = { TSX_DISABLE_CACHE: '1', NODE_DISABLE_COMPILE_CACHE: '1' };
const temporary = () => path.join(folder, 'temporary');
const fakeNpm = () => path.join(folder, 'npm');

const pid = () => program.pid ?? 0;

/** @param npm - a script that is found in place of npm */
async function open(npm?: string): Promise<void> {
	folder = temporaryFolder('editor');
	mkdirSync(temporary());
	if (npm !== undefined) {
		writeFileSync(fakeNpm(), `#!${process.execPath}\n${npm}`, { mode: 0o755 });
	}
	port = await freePort();
	output = '';
	const args = [...nodeArguments('editor'), '--port', String(port), '--users', '5'];
	program = spawn(process.execPath, args, {
		// in a process group of its own, as a terminal does it
		...{ cwd: projectFolder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
		env: {
			...{ ...process.env, ...noCaches, TMPDIR: temporary() },
			PATH: `${folder}${path.delimiter}${process.env.PATH}`,
		},
	});
	ended = once(program, 'close');
	for (const stream of [program.stdout, program.stderr]) {
		stream?.on('data', (data) => (output += String(data)));
	}
	started = [];
}

async function says(text: string): Promise<void> {
	const said = () => {
		if (program.exitCode !== null) throw new Error(`It ended:\n${output}`);
		return output.includes(text);
	};
	await until(`it says "${text}"`, said, patience);
}

/** The process of that script, once it runs. */
async function packingNpm(): Promise<number> {
	await says('Starting n8n …');
	const npm = () => treeOf(pid(), fakeNpm());
	await until('npm packs', () => npm().length === 1);
	return npm()[0]!;
}

/** As a terminal does it: to the group of the program. */
function pressCtrlC(): void {
	started = treeOf(pid());
	process.kill(-pid(), 'SIGINT');
}

async function expectNothingLeft(): Promise<void> {
	await ended;
	const { exitCode, signalCode } = program;
	// as one text, so that a failure shows all that it said
	expect(`${output}${exitCode} ${signalCode}`).toMatch(/\nEnding …\n0 null$/);
	expect(readdirSync(temporary())).toEqual([]);
	expect(await httpStatus(`http://127.0.0.1:${port}/healthz`)).toBe(0);
	await until('all that it started has ended', () => !started.some(isAlive));
}

const end = async () => {
	for (const each of treeOf(pid())) process.kill(each, 'SIGKILL');
	await ended;
	rmSync(folder, { recursive: true, force: true });
};

describe('the editor that a person starts', () => {
	let rest: N8nRest;
	const sandboxes = new Map<string, string>();
	const printed = (name: string) => new RegExp(`^${name} +(\\S+)$`, 'm').exec(output)?.[1] ?? '';

	beforeAll(async () => {
		await open();
		await says('Ctrl-C ends everything and removes it.');
		rest = new N8nRest(`http://127.0.0.1:${port}`);
		for (const [, url = '', name = ''] of output.matchAll(/^ {2}(\S+) {2}(\w+), 5 users$/gm)) {
			sandboxes.set(name, url);
		}
		await rest.signIn({ email: printed('E-mail'), password: printed('Password') });
	}, 2 * patience);
	afterAll(end);

	it('is at the address it prints, and accepts the user it prints', async () => {
		expect(printed('n8n')).toBe(rest.url);
		expect(await rest.call('GET', '/rest/login')).toMatchObject({
			email: printed('E-mail'),
			role: 'global:owner',
		});
	});

	it('has a credential for each sandbox, whose test passes', async () => {
		type Saved = { id: string; name: string; type: string; data: Record<string, unknown> };
		const saved = await rest.call<Saved[]>('GET', '/rest/credentials');
		expect(saved.map(({ type }) => type).sort()).toEqual(providers.map((name) => `${name}Api`));
		for (const { id, name, type } of saved) {
			const path = `/rest/credentials/${id}?includeData=true`;
			const { data } = await rest.call<Saved>('GET', path);
			expect([data.baseUrl, data.accountUrl]).toContain(sandboxes.get(type.replace('Api', '')));
			const credentials = { id, name, type, data };
			expect(await rest.call('POST', '/rest/credentials/test', { credentials })).toMatchObject({
				status: 'OK',
			});
		}
	});

	it('has each example at the address that it says', async () => {
		const workflows = [...output.matchAll(/^ {2}(\S+)\/workflow\/(\w+) {2}(.*)$/gm)];
		const examples = [...exampleWorkflows()];
		const titles = examples.map(([file, { name }]) => `${name} (examples/${file})`);
		expect(workflows.map(([, url, , title]) => [url, title])).toEqual(
			titles.map((title) => [rest.url, title]),
		);
		const names = workflows.map(async ([, , id]) => {
			return (await rest.call<{ name: string }>('GET', `/rest/workflows/${id}`)).name;
		});
		expect(await Promise.all(names)).toEqual(examples.map(([, { name }]) => name));
	});

	it('says where the sandboxes are', async () => {
		expect([...sandboxes.keys()].sort()).toEqual(providers);
		const answers = await Promise.all([...sandboxes.values()].map(httpStatus));
		expect(answers.filter((status) => status > 0)).toHaveLength(providers.length);
	});

	it('ends at Ctrl-C and leaves nothing', async () => {
		expect(readdirSync(temporary())).toHaveLength(1);
		pressCtrlC();
		expect(started.length).toBeGreaterThan(2);
		await expectNothingLeft();
		const answers = await Promise.all([...sandboxes.values()].map(httpStatus));
		expect(answers).toEqual(providers.map(() => 0));
	});
});

describe('the editor that is ended while n8n starts', () => {
	afterEach(end);

	const n8nRuns = () =>
		readdirSync(temporary()).some((name) => existsSync(path.join(temporary(), name, 'n8n.log')));

	it.each([
		['before n8n runs', () => true],
		['before n8n is ready', n8nRuns],
	])(
		'%s leaves nothing',
		async (_, isSo) => {
			await open();
			await says('Starting n8n …');
			await until('n8n is as far', isSo, patience);
			pressCtrlC();
			await expectNothingLeft();
			expect(output).not.toContain('Password');
		},
		2 * patience,
	);

	it(
		'leaves nothing where Ctrl-C reaches npm before itself',
		async () => {
			await open('setInterval(() => {}, 1000);');
			process.kill(await packingNpm(), 'SIGINT');
			await until('that has reached it', () => readdirSync(temporary()).length === 0);
			pressCtrlC();
			await expectNothingLeft();
		},
		2 * patience,
	);
});

describe('the editor that fails before n8n runs', () => {
	afterEach(end);

	it('says why, and leaves nothing', async () => {
		await open(`
			const { existsSync } = require('node:fs');
			const pack = () => {
				if (!existsSync(__dirname + '/fail')) return setTimeout(pack, 25);
				console.error('npm has no idea');
				process.exitCode = 3;
			};
			pack();
		`);
		await packingNpm();
		started = treeOf(pid());
		writeFileSync(path.join(folder, 'fail'), '');
		await ended;
		expect(output).toContain('npm has no idea');
		expect(program.exitCode).toBe(1);
		expect(readdirSync(temporary())).toEqual([]);
		await until('all that it started has ended', () => !started.some(isAlive));
	});
});
