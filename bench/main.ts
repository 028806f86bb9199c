import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chart } from './chart';
import { installedNodes } from './installation';
import { loading } from './loading';
import * as measure from './measurements';
import { groups } from './plan';
import { race, type CaseResult } from './race';
import { about, type Results } from './results';
import { say, targetsOf } from './targets';
import { Theatre } from './theatre';

const USAGE = `npm run bench                     everything: about twenty minutes on a quiet machine;
                                  writes bench/results.json and bench/chart.svg
npm run bench -- --quick          fewer repeats, up to 10,000 users; writes nothing
npm run bench -- --long           with what takes a hundred seconds for each contestant
npm run bench -- --only lists,memory
                                  some of: lists lookUps registrations outputs memory publishedRate
                                  manyAtOnce loading; writes nothing
npm run bench -- --provider quo   lists of one provider; writes nothing`;

const parts = [
	'lists',
	'lookUps',
	'registrations',
	'outputs',
	'memory',
	'publishedRate',
	'manyAtOnce',
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

async function lists(theatre: Theatre): Promise<CaseResult[]> {
	const all: CaseResult[] = [];
	for (const group of groups(values)) {
		const isWanted = values.provider === undefined || values.provider === group.cases[0]?.provider;
		if (isWanted) all.push(...(await race(theatre, group)));
	}
	return all;
}

const repeats = values.quick ? 1 : 3;

const work: Record<Part, (theatre: Theatre) => Promise<Partial<Results>>> = {
	loading: async () => ({ loading: loading({ repeats: 5 }) }),
	lists: async (theatre) => ({ lists: await lists(theatre) }),
	lookUps: async (theatre) => ({ lookUps: await measure.lookUps(theatre, { repeats }) }),
	registrations: async (theatre) => ({
		registrations: await measure.registrations(theatre, { repeats: 1 }),
	}),
	outputs: async (theatre) => ({ outputs: await measure.outputs(theatre, { repeats }) }),
	memory: async (theatre) => ({ memory: await measure.memory(theatre, { repeats: 1 }) }),
	publishedRate: async (theatre) => ({ publishedRate: await measure.publishedRate(theatre) }),
	manyAtOnce: async (theatre) => ({ manyAtOnce: await measure.manyAtOnce(theatre) }),
};

function wanted(): Part[] {
	const names = (values.only ?? parts.join()).split(',');
	return names.map((name) => {
		const part = parts.find((each) => each === name);
		if (!part) throw new Error(`There is no part "${name}".\n${USAGE}`);
		return part;
	});
}

async function bench(): Promise<void> {
	const started = Date.now();
	const found = about(values.quick ? 'quick' : 'whole', await installedNodes());
	const results: Results = { about: found };
	for (const part of wanted()) {
		// a process of sandboxes for each part: what one left behind doesn't slow the next one down
		const theatre = new Theatre();
		try {
			const done = await work[part](theatre);
			Object.assign(results, done);
			if (part !== 'lists') console.log(JSON.stringify(done));
		} finally {
			await theatre.close();
		}
	}
	found.load.after = Number((os.loadavg()[0] ?? 0).toFixed(2));
	found.seconds = Math.round((Date.now() - started) / 1000);
	results.targets = targetsOf(results);
	say(results.targets);
	console.log(`\n${found.seconds} s, ${JSON.stringify(found)}`);
	if (!values.quick && !values.only && !values.provider) write(results);
}

function write(results: Results): void {
	const file = (name: string) => path.join(__dirname, name);
	writeFileSync(file('results.json'), `${JSON.stringify(results, undefined, '\t')}\n`);
	writeFileSync(file('chart.svg'), chart(results.lists ?? []));
	console.log('Written: bench/results.json and bench/chart.svg');
}

async function main(): Promise<void> {
	if (values.help) console.log(USAGE);
	else await bench();
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
