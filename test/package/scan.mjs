// Both legs of n8n's scanner, without its downloads. Prints one JSON object. Apart from the scanner's
// result it counts warnings, which the scanner lets pass.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';

// The scanner makes a folder for its downloads as it is loaded, and leaves it there.
const home = mkdtempSync(path.join(os.tmpdir(), 'user-directory-scan-'));
process.once('exit', () => rmSync(home, { recursive: true }));
process.env.TMPDIR = home;
const { analyzePackage, buildScanConfig, SOURCE_FILE_PATTERNS } =
	await import('@n8n/scan-community-package/scanner/scanner.mjs');

const [source, tarball] = process.argv.slice(2);

async function scan(folder, patterns) {
	const result = await analyzePackage(folder, patterns);
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const files = await eslint.lintFiles(patterns);
	const all = files.flatMap(({ filePath, messages }) =>
		messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId} ${message}`),
	);
	return { result, files: files.length, messages: all };
}

console.log(
	JSON.stringify({
		source: await scan(source, SOURCE_FILE_PATTERNS),
		tarball: await scan(tarball, ['**/*.js', 'package.json']),
	}),
);
