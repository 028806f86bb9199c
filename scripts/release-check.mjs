// Refuses a release that isn't its owner's yet. It looks at one folder, by default the project's.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const { version, author = {}, homepage = '', repository = {}, bugs = {} } = manifest;

const faults = [];
const check = (well, fault) => well || faults.push(fault);

const owned = { author: author.name, homepage, repository: repository.url, bugs: bugs.url };
for (const [field, value] of Object.entries(owned)) {
	check(
		value && !/\bOWNER\b/.test(value),
		`"${field}" is missing or still names the placeholder OWNER.`,
	);
}
check(!/@example\.com$/.test(author.email ?? ''), '"author.email" is still the placeholder.');

const { GITHUB_REPOSITORY: here, GITHUB_REF_TYPE: kind, GITHUB_REF_NAME: tag } = process.env;
if (here) {
	// To the letter: npm refuses provenance from elsewhere, also where only capitals differ.
	const named = repository.url?.replace(/^git\+/, '').replace(/\.git$/, '');
	check(
		named === `https://github.com/${here}`,
		`"repository.url" has to be git+https://github.com/${here}.git, from where this is published.`,
	);
}
if (kind === 'tag') {
	check(tag === `v${version}`, `The tag ${tag} is not v${version}, the version in package.json.`);
}

const changelog = path.join(root, 'CHANGELOG.md');
const written = existsSync(changelog) ? readFileSync(changelog, 'utf8') : '';
const lines = written.split('\n').map((line) => line.trimEnd());
check(lines.includes(`## ${version}`), `CHANGELOG.md has no section "## ${version}".`);

if (faults.length > 0) {
	console.error(`This can't be published yet:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
	console.error('CONTRIBUTING.md, "Releasing", says what to set.');
	process.exitCode = 1;
} else {
	console.log(`${manifest.name} ${version} may be published.`);
}
