import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../harness/nodePackage';

const script = path.join(projectFolder, 'scripts/release-check.mjs');
const repository = 'https://github.com/ada/n8n-nodes-user-directory';
const owned = {
	name: 'n8n-nodes-user-directory',
	version: '1.2.3',
	author: { name: 'Ada', email: 'ada@lovelace.dev' },
	homepage: `${repository}#readme`,
	repository: { type: 'git', url: `git+${repository}.git` },
	bugs: { url: `${repository}/issues` },
};
let folder: string;

beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'release-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function check(manifest: object, environment: Record<string, string> = {}) {
	return checkWith('# Changelog\n\n## 1.2.3\n', manifest, environment);
}

function checkWith(changelog: string, manifest: object = owned, environment = {}) {
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	writeFileSync(path.join(folder, 'CHANGELOG.md'), changelog);
	return start([folder], environment);
}

function start(args: string[], environment: Record<string, string> = {}) {
	const elsewhere = { GITHUB_REPOSITORY: '', GITHUB_REF_TYPE: '', GITHUB_REF_NAME: '' };
	const env = { ...process.env, ...elsewhere, ...environment };
	return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env, cwd: folder });
}

describe('the release check', () => {
	it('lets an owned, described version pass', () => {
		expect(check(owned)).toMatchObject({ status: 0, stderr: '' });
	});

	it('refuses the package as it came, without an owner', () => {
		const home = 'https://github.com/OWNER/n8n-nodes-user-directory';
		const { status, stderr } = check({
			...owned,
			author: { name: 'OWNER', email: 'owner@example.com' },
			homepage: `${home}#readme`,
			repository: { type: 'git', url: `git+${home}.git` },
			bugs: { url: `${home}/issues` },
		});
		expect(status).toBe(1);
		for (const field of ['author', 'homepage', 'repository', 'bugs']) {
			expect(stderr).toContain(`"${field}" is missing or still names the placeholder OWNER.`);
		}
	});

	it('looks at this package where no folder is named', () => {
		const { status, stdout, stderr } = start([projectFolder]);
		expect(`${stdout}${stderr}`).not.toBe('');
		expect(start([])).toMatchObject({ status, stdout, stderr });
	});

	it.each([
		[
			'a placeholder owner',
			{ ...owned, homepage: repository.replace('ada', 'OWNER') },
			'"homepage"',
		],
		['no repository', { ...owned, repository: undefined }, '"repository"'],
		[
			'a placeholder address',
			{ ...owned, author: { name: 'Ada', email: 'a@example.com' } },
			'email',
		],
		['a version that the changelog lacks', { ...owned, version: '1.2.4' }, '## 1.2.4'],
	])('refuses %s', (_, manifest, reason) => {
		const { status, stderr } = check(manifest);
		expect(status).toBe(1);
		expect(stderr).toContain(reason);
	});

	it('refuses a tag that is not the version', () => {
		const tag = (name: string) => check(owned, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: name });
		expect(tag('v1.2.3').status).toBe(0);
		expect(tag('v1.2.2')).toMatchObject({ status: 1 });
	});

	it.each(['## 1.2.3-beta', '### 1.2.3', '## 1.2.30', 'See ## 1.2.3', ' ## 1.2.3', '## 11.2.3'])(
		'takes "%s" for no section of 1.2.3',
		(line) => {
			const { status, stderr } = checkWith(`# Changelog\n\n${line}\n\n* Something.\n`);
			expect(status).toBe(1);
			expect(stderr).toContain('CHANGELOG.md has no section "## 1.2.3".');
		},
	);

	it('finds the section between others, whatever its lines end with', () => {
		const changelog = '# Changelog\r\n\r\n## 1.2.4\r\n\r\n## 1.2.3 \r\n\r\n* First.\r\n';
		expect(checkWith(changelog)).toMatchObject({ status: 0, stderr: '' });
	});

	it.each([`git+${repository}.git`, `${repository}.git`, repository])(
		'lets %s publish from its own repository alone',
		(url) => {
			const from = (name: string) =>
				check({ ...owned, repository: { type: 'git', url } }, { GITHUB_REPOSITORY: name });
			expect(from('ada/n8n-nodes-user-directory')).toMatchObject({ status: 0, stderr: '' });
			for (const other of ['Ada/n8n-nodes-user-directory', 'ada/n8n-nodes-user', 'bob/fork']) {
				const { status, stderr } = from(other);
				expect(status).toBe(1);
				expect(stderr).toContain(`"repository.url" has to be git+https://github.com/${other}.git`);
			}
		},
	);
});
