import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

describe('a fifth provider', () => {
	const sourcesIn = (folder: string): Array<[file: string, source: string]> =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);

	it('is built of nothing but nodes/shared', () => {
		const own = sourcesIn(__dirname).filter(([file]) => !/(server|test)\.ts$/.test(file));
		expect(own.length).toBeGreaterThan(5);
		for (const [, source] of own) {
			const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, from = '']) => from);
			for (const from of imports) {
				expect(from).toMatch(
					/^(n8n-workflow|node:crypto|(\.\.\/)+nodes\/shared\/[\w/]+|\.\.?\/[\w./]+)$/,
				);
			}
		}
	});

	it('touches no line of nodes/shared', () => {
		const shared = sourcesIn(path.resolve(__dirname, '../../nodes/shared'));
		expect(shared.length).toBeGreaterThan(40);
		for (const [, source] of shared) expect(source).not.toMatch(/roster|x-proof/i);
	});
});
