// Both legs of n8n's scanner, without its downloads. Prints one JSON object. Apart from the scanner's
// verdict it counts warnings, which the scanner lets pass.
import {
	analyzePackage,
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

const [source, tarball] = process.argv.slice(2);

async function scan(folder, patterns) {
	const verdict = await analyzePackage(folder, patterns);
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const files = await eslint.lintFiles(patterns);
	const messages = files.flatMap(({ filePath, messages: found }) =>
		found.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId} ${message}`),
	);
	return { verdict, files: files.length, messages };
}

console.log(
	JSON.stringify({
		source: await scan(source, SOURCE_FILE_PATTERNS),
		tarball: await scan(tarball, ['**/*.js', 'package.json']),
	}),
);
