import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chart } from './chart';
import { compareLists, type ListResult } from './compareLists';
import { comparisons } from './comparisons';
import * as measure from './measurements';
import { n8nNodesFolder } from './n8nNodes';
import { about, type Results, toLines } from './results';
import { Sandboxes } from './sandboxes';
import { report, withReport } from './report';
import { targetsOf } from './targets';

const USAGE = `npm run bench                     everything: about half an hour on a quiet machine;
                                  writes results.json, chart.svg and README.md in bench
npm run bench -- --quick          once, up to 10,000 users; writes nothing
npm run bench -- --long           also the lists that take each implementation a hundred seconds
npm run bench -- --only lists,memory
                                  some of: lists lookUps registrations outputs memory publishedRate
                                  manyAtOnce people polls loading; writes nothing
npm run bench -- --provider quo   lists of one provider; writes nothing`;

const parts = [
	'lists',
	'lookUps',
	'registrations',
	'outputs',
	'memory',
	'publishedRate',
	'manyAtOnce',
	'people',
	'polls',
	'loading',
] as const;
type Part = (typeof parts)[number];

const { values } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		long: { type: 'boolean', default: false },
		only: { type: 'string' },
		provider: { type: 'string' },
		help: { type: 'boolean', short: 'h' },
	},
});

async function lists(sandboxes: Sandboxes): Promise<ListResult[]> {
	const all: ListResult[] = [];
	for (const comparison of comparisons(values)) {
		const provider = comparison.cases[0]?.provider;
		const isWanted = values.provider === undefined || values.provider === provider;
		if (isWanted) all.push(...(await compareLists(sandboxes, comparison)));
	}
	return all;
}

const repeats = values.quick ? 1 : 3;
/** Of users. */
const most = values.quick ? 10_000 : 50_000;

const measurements: Record<Part, (sandboxes: Sandboxes) => Promise<Partial<Results>>> = {
	loading: async () => ({ loading: measure.loading({ repeats: 5 }) }),
	lists: async (sandboxes) => ({ lists: await lists(sandboxes) }),
	lookUps: async (sandboxes) => ({ lookUps: await measure.lookUps(sandboxes, { repeats }) }),
	registrations: async (sandboxes) => ({
		registrations: await measure.registrations(sandboxes, { repeats: 1 }),
	}),
	outputs: async (sandboxes) => ({ outputs: await measure.outputs(sandboxes, { repeats }) }),
	memory: async (sandboxes) => ({
		memory: await measure.memory(sandboxes, { repeats: 1, users: most }),
	}),
	publishedRate: async (sandboxes) => ({
		publishedRate: await measure.publishedRate(sandboxes),
	}),
	manyAtOnce: async (sandboxes) => ({ manyAtOnce: await measure.manyAtOnce(sandboxes) }),
	people: async (sandboxes) => ({
		people: await measure.people(sandboxes, { repeats, compared: most }),
	}),
	polls: async (sandboxes) => ({ polls: await measure.polls(sandboxes, { repeats, users: most }) }),
};

function wantedParts(): Part[] {
	const names = (values.only ?? parts.join()).split(',');
	return names.map((name) => {
		const part = parts.find((each) => each === name);
		if (!part) throw new Error(`There is no part "${name}".\n${USAGE}`);
		return part;
	});
}

async function bench(): Promise<void> {
	const started = Date.now();
	const facts = about(values.quick ? 'quick' : 'whole', n8nNodesFolder());
	const results: Results = { about: facts };
	for (const part of wantedParts()) {
		// each part has its own process of sandboxes, so that the one before doesn't slow it down
		const sandboxes = new Sandboxes();
		try {
			const measured = await measurements[part](sandboxes);
			Object.assign(results, measured);
			if (part !== 'lists') console.log(`\n${toLines(measured)}`);
		} finally {
			await sandboxes.close();
		}
	}
	facts.load.after = Number((os.loadavg()[0] ?? 0).toFixed(2));
	facts.seconds = Math.round((Date.now() - started) / 1000);
	results.targets = targetsOf(results);
	console.log(`\n${report(results)}`);
	if (!values.quick && !values.only && !values.provider) write(results);
}

function write(results: Results): void {
	const file = (name: string) => path.join(__dirname, name);
	writeFileSync(file('results.json'), `${toLines(results)}\n`);
	writeFileSync(file('chart.svg'), chart(results));
	const readme = file('README.md');
	writeFileSync(readme, withReport(readFileSync(readme, 'utf8'), results));
	console.log('Written: results.json, chart.svg and README.md in bench');
}

async function main(): Promise<void> {
	if (values.help) console.log(USAGE);
	else await bench();
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
