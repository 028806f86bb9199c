import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageName, projectFolder } from '../harness/nodePackage';
import { providerNames } from '../harness/providers';
import { pack, run } from '../package/tarball';
import { startRegistry, type Registry } from './registry';
import { readWorkflow } from '../release/workflow';

const token = 'npm_for_the_stand_in_alone';
const { version } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
	version: string;
};
/** Always the same, so that nothing is left in the system's folder by a run that is cut off. */
const home = path.join(
	projectFolder,
	'node_modules/.cache/user-directory',
	`publish-${process.env.JEST_WORKER_ID ?? 'main'}`,
);
const npmrc = path.join(home, 'npmrc');
let registry: Registry;

beforeEach(async () => {
	rmSync(home, { recursive: true, force: true });
	mkdirSync(home, { recursive: true });
	registry = await startRegistry(token);
});
afterEach(async () => {
	await registry.close();
	rmSync(home, { recursive: true, force: true });
});

/** Nothing of this machine's npm, of a CI's identity or of a proxy: all that isn't here is the stand-in's. */
const environment = () => ({
	PATH: process.env.PATH,
	HOME: home,
	TMPDIR: home,
	npm_config_userconfig: npmrc,
	npm_config_globalconfig: path.join(home, 'global-npmrc'),
	npm_config_cache: path.join(home, 'cache'),
	npm_config_registry: registry.url,
	npm_config_proxy: registry.url,
	npm_config_https_proxy: registry.url,
	npm_config_noproxy: '127.0.0.1',
	npm_config_fetch_retries: '0',
	npm_config_update_notifier: 'false',
});

/**
 * One of the workflow's own steps, as GitHub runs it. Only the provenance is off: it is signed with the
 * identity of a CI.
 */
async function runStep(step: string, variables: Record<string, string> = {}) {
	const here = step.replaceAll('--provenance', '--provenance=false');
	const env = { ...environment(), ...variables };
	const { stderr } = await run('bash', ['-e', '-o', 'pipefail', '-c', here], { env });
	return stderr;
}

const digest = (algorithm: string, encoding: 'base64' | 'hex', data: Buffer) =>
	createHash(algorithm).update(data).digest(encoding);

async function filesIn(tarball: Buffer) {
	const file = path.join(home, 'published.tgz');
	writeFileSync(file, tarball);
	const { stdout } = await run('tar', ['-tzf', file]);
	return stdout.trim().split('\n');
}

describe('the publish workflow', () => {
	const steps = readWorkflow('publish.yml').jobs.publish?.steps ?? [];
	const scripts = steps.flatMap(({ run: script = '' }) => script);
	const [show = '', publish = ''] = scripts.filter((script) => script.includes('npm publish'));

	it('shows what npm pack makes, and publishes all packages with a token, for everybody', async () => {
		const packed = await pack('--dry-run');
		const shown = await runStep(show);
		expect(packed.files.filter((file) => !shown.includes(file.path))).toEqual([]);
		expect(registry.publications).toEqual([]);

		await runStep(publish, { NPM_TOKEN: token });
		const single = providerNames.map((provider) => `n8n-nodes-${provider}-users`);
		const names = registry.publications.map(({ name }) => name);
		expect(names).toEqual([packageName, ...[...single].sort()]);
		for (const { versions } of registry.publications) {
			expect(Object.keys(versions)).toEqual([version]);
		}
		const [publication] = registry.publications;
		expect(publication).toMatchObject({
			name: packageName,
			access: 'public',
			'dist-tags': { latest: version },
		});
		expect(Object.keys(publication?.versions ?? {})).toEqual([version]);
		const { integrity, shasum } = packed;
		const published = publication?.versions[version];
		expect(published).toMatchObject({ name: packageName, version, dist: { integrity, shasum } });

		const attached = Object.entries(publication?._attachments ?? {});
		expect(attached.map(([name]) => name)).toEqual([`${packageName}-${version}.tgz`]);
		const { data = '', length } = attached[0]?.[1] ?? {};
		const tarball = Buffer.from(data, 'base64');
		expect(tarball).toHaveLength(length ?? -1);
		expect(`sha512-${digest('sha512', 'base64', tarball)}`).toBe(integrity);
		expect(digest('sha1', 'hex', tarball)).toBe(shasum);
		const paths = packed.files.map((file) => `package/${file.path}`);
		expect((await filesIn(tarball)).sort()).toEqual(paths.sort());

		// Nobody else was asked, and the token is written nowhere.
		const known = names.map((name) => ` /${name}`);
		expect(registry.asked.filter((line) => !known.some((end) => line.endsWith(end)))).toEqual([]);
		expect(readFileSync(npmrc, 'utf8')).toBe(`//${registry.host}/:_authToken=\${NPM_TOKEN}\n`);
	});

	it('publishes nothing where there is neither a token nor an identity', async () => {
		await expect(runStep(publish, { NPM_TOKEN: '' })).rejects.toThrow(/ENEEDAUTH/);
		expect(registry.publications).toEqual([]);
		expect(existsSync(npmrc)).toBe(false);
	});
});
