// How long all nodes take to load once n8n-workflow is loaded, as it is in n8n.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { n8n } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const load = createRequire(path.join(root, 'package.json'));
load('n8n-workflow');
const started = performance.now();
for (const file of n8n.nodes) load(path.join(root, file));
console.log(performance.now() - started);
