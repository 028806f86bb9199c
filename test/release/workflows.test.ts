import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../harness/nodePackage';
import {
	commandsOf,
	readWorkflow,
	scriptsIn,
	stepsOf,
	textOf,
	workflowFolder,
	type Job,
	type Workflow,
} from './workflow';

const read = (...parts: string[]) => readFileSync(path.join(projectFolder, ...parts), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const suites = Object.keys(scripts).filter((name) => /^test(:|$)/.test(name));

describe.each(readdirSync(workflowFolder))('the workflow %s', (name) => {
	const workflow = readWorkflow(name);

	it('runs scripts that are there', () => {
		const run = scriptsIn(commandsOf(stepsOf(workflow)));
		expect(run.length).toBeGreaterThan(0);
		expect(run.filter((script) => !(script in scripts))).toEqual([]);
	});

	it('may read the repository, and nothing else unless a job says so', () => {
		expect(workflow.permissions).toEqual({ contents: 'read' });
	});

	it('lets no job run for hours', () => {
		const own = Object.entries(workflow.jobs).filter(([, job]) => !job.uses);
		expect(own.length).toBeGreaterThan(0);
		const endless = own.filter(([, job]) => !((job['timeout-minutes'] ?? Infinity) <= 90));
		expect(endless.map(([job]) => job)).toEqual([]);
	});

	it('pins each action to a commit, and says which version that is', () => {
		const used = textOf(name).match(/(?<=uses: ).*/g) ?? [];
		const pinned = /^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
		expect(used.filter((line) => !line.startsWith('./') && !pinned.test(line))).toEqual([]);
	});

	it('leaves no token of GitHub in the checkout', () => {
		const checkouts = stepsOf(workflow).filter(({ uses = '' }) => uses.includes('/checkout@'));
		expect(checkouts.length).toBeGreaterThan(0);
		for (const step of checkouts) expect(step.with).toEqual({ 'persist-credentials': false });
	});

	it("knows no secret but the first release's token", () => {
		const secrets = textOf(name).match(/\bsecrets\b\S*|\bgithub\.token\b|GITHUB_TOKEN/g) ?? [];
		expect(secrets).toEqual(name === 'publish.yml' ? ['secrets.NPM_TOKEN'] : []);
	});
});

describe('CI', () => {
	const ci = readWorkflow('ci.yml');

	it('runs every suite that .ci/run runs', () => {
		const [, listed = ''] = /^for suite in (.+); do$/m.exec(read('.ci', 'run')) ?? [];
		expect(listed.split(' ').sort()).toEqual([...suites].sort());
		expect(scriptsIn(commandsOf(stepsOf(ci))).sort()).toEqual([...suites].sort());
	});

	it('runs a suite whatever became of the one before', () => {
		const later = Object.values(ci.jobs).flatMap(({ steps = [] }) =>
			steps.filter((step) => scriptsIn(commandsOf([step])).length > 0).slice(1),
		);
		expect(later.map(({ run }) => run)).toEqual(['npm run test:faults', 'npm run test:queue']);
		expect(later.map((step) => step.if)).toEqual(['${{ !cancelled() }}', '${{ !cancelled() }}']);
	});
});

/** A job and all that has to end well before it, the first of them first. */
function chainTo(name: string | undefined, { jobs }: Workflow): Job[] {
	const job = name === undefined ? undefined : jobs[name];
	return job ? [...chainTo(job.needs, { jobs } as Workflow), job] : [];
}

describe('a release', () => {
	const workflow = readWorkflow('publish.yml');
	const job = workflow.jobs.publish ?? {};
	const commands = commandsOf(job.steps);
	const publishes = commands.filter((line) => line.includes('npm publish'));

	it('starts with a tag of a version', () => {
		expect(workflow.on).toEqual({ push: { tags: ['v*'] } });
	});

	it('waits for the release check and for all of CI', () => {
		const [check, ci, last, ...more] = chainTo('publish', workflow);
		expect(commandsOf(check?.steps)).toEqual(['npm run release-check']);
		expect(ci?.uses).toBe('./.github/workflows/ci.yml');
		expect(readWorkflow('ci.yml').on).toHaveProperty('workflow_call');
		expect(last).toBe(job);
		expect(more).toEqual([]);
		expect(textOf('publish.yml')).not.toMatch(/\b(if|continue-on-error):/);
	});

	it('tests what it has built, then shows what it would publish, and then publishes just that', () => {
		const [shown = '', real = '', ...more] = publishes;
		expect(more).toEqual([]);
		expect(shown).toBe(real.replace('npm publish', 'npm publish --dry-run'));
		expect(commands.indexOf('npm test')).toBeGreaterThan(commands.indexOf('npm ci'));
		expect(commands.indexOf(shown)).toBeGreaterThan(commands.indexOf('npm test'));
		expect(commands.at(-1)).toBe(real);
	});

	it('is public and carries provenance', () => {
		for (const line of publishes) expect(line).toMatch(/ --provenance --access public; done$/);
	});

	it('alone shows its identity, which npm knows with its environment from Node 24 on', () => {
		const permissions = Object.entries(workflow.jobs).map(([name, of]) => [name, of.permissions]);
		expect(Object.fromEntries(permissions)).toEqual({
			publish: { contents: 'read', 'id-token': 'write' },
		});
		expect(job.environment).toBe('npm');
		const [setUp, ...more] = (job.steps ?? []).filter(({ uses = '' }) => /setup-node/.test(uses));
		// With a registry-url it would write down a token where there is none.
		expect(setUp?.with).toEqual({ 'node-version': 24 });
		expect(more).toEqual([]);
	});

	it('gives the token to the step that publishes alone', () => {
		const withToken = stepsOf(workflow).filter(({ env }) => env);
		expect(withToken.map(({ env }) => env)).toEqual([{ NPM_TOKEN: '${{ secrets.NPM_TOKEN }}' }]);
		expect(withToken[0]).toBe(job.steps?.at(-1));
	});
});
