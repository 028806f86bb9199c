import { readdirSync } from 'node:fs';
import path from 'node:path';
import { providerNames } from './harness/providers';

it.each(['providers', 'badInput', 'faults/columns'])(
	'test/%s has a folder for every provider',
	(folder) => {
		const entries = readdirSync(path.join(__dirname, folder), { withFileTypes: true });
		const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
		expect(folders.sort()).toEqual([...providerNames].sort());
	},
);
