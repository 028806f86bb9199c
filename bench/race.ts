import { Child } from './child';
import { type ContestantName, contestantNames, contestantTitles } from './contestants/contestant';
import type { Case, Group } from './plan';
import { titles } from './providers';
import type { Measured, ReadingJob } from './reading';
import { rounded, spread, type Spread } from './spread';
import type { Scene, Theatre } from './theatre';

export interface ContestantResult {
	/** A node's own time from the run data, or a loop's. */
	ms: Spread;
	/** Around the workflow. */
	wallMs: Spread;
	/** Of the contestant's process. */
	cpuMs: Spread;
	/** At most that much above the start, garbage included. */
	peakHeapMb: Spread;
	requests: number;
}

export interface CaseResult extends Case {
	repeats: number;
	contestants: Record<ContestantName, ContestantResult>;
	/** Medians: ours divided by theirs. */
	ratios: Partial<Record<ContestantName, number>>;
}

type Taken = Measured & { requests: number };

const WARM_UP_USERS = 300;

/** Each repeat is a fresh process of each contestant, in an order that turns. */
export async function race(theatre: Theatre, { repeats, cases }: Group): Promise<CaseResult[]> {
	const taken = new Map(cases.map((one) => [one, new Map<ContestantName, Taken[]>()]));
	for (let repeat = 0; repeat < repeats; repeat++) {
		for (const contestant of turned(repeat)) {
			const times = await runOnce(theatre, cases, contestant);
			for (const [one, time] of times) {
				const all = taken.get(one);
				all?.set(contestant, [...(all.get(contestant) ?? []), time]);
			}
		}
	}
	return [...taken].map(([one, all]) => told(one, repeats, all));
}

const turned = (by: number): ContestantName[] =>
	contestantNames.map(
		(_, index) => contestantNames[(index + by) % contestantNames.length] ?? 'node',
	);

async function sceneFor(theatre: Theatre, { provider, pageSize, users }: Case): Promise<Scene> {
	return await theatre.scene({ provider, users, pageSize, rated: false });
}

async function runOnce(
	theatre: Theatre,
	cases: Case[],
	contestant: ContestantName,
): Promise<Map<Case, Taken>> {
	const child = new Child('reading.ts');
	try {
		const all = new Map<Case, Taken>();
		for (const one of cases) {
			const { directory: warmUp } = await sceneFor(theatre, { ...one, users: WARM_UP_USERS });
			const scene = await sceneFor(theatre, one);
			await scene.latency(one.latencyMs);
			const job: ReadingJob = { contestant, warmUp, directory: scene.directory };
			const measured = await child.ask<Measured>(job);
			all.set(one, { ...measured, requests: (await scene.seen()).requests });
		}
		return all;
	} finally {
		await child.end();
	}
}

function told(one: Case, repeats: number, taken: Map<ContestantName, Taken[]>): CaseResult {
	const of = (name: ContestantName): ContestantResult => {
		const all = taken.get(name) ?? [];
		return {
			ms: spread(all.map(({ ms }) => ms)),
			wallMs: spread(all.map(({ wallMs }) => wallMs)),
			cpuMs: spread(all.map(({ cpuMs }) => cpuMs)),
			peakHeapMb: spread(all.map(({ peakHeapBytes }) => peakHeapBytes / 1e6)),
			requests: Math.max(...all.map(({ requests }) => requests)),
		};
	};
	const contestants = {
		node: of('node'),
		httpRequest: of('httpRequest'),
		axios: of('axios'),
		helper: of('helper'),
		fetch: of('fetch'),
	};
	const ours = contestants.node.ms.median;
	const others = contestantNames.filter((name) => name !== 'node');
	const ratios = Object.fromEntries(
		others.map((name) => [name, rounded(ours / contestants[name].ms.median)]),
	);
	const result = { ...one, repeats, contestants, ratios };
	say(result);
	return result;
}

function say({ provider, users, latencyMs, pageSize, contestants, ratios }: CaseResult): void {
	const where = `${titles[provider]}, ${users} users, ${latencyMs} ms, pages of ${pageSize || 'all'}`;
	console.log(`\n${where}`);
	for (const name of contestantNames) {
		const { ms, cpuMs, peakHeapMb, requests } = contestants[name];
		const ratio = ratios[name] === undefined ? '' : `  ours is ${ratios[name]} of it`;
		const times = `${ms.median} ms (${ms.min}–${ms.max}), CPU ${cpuMs.median} ms`;
		const rest = `${requests} requests, heap +${peakHeapMb.median} MB`;
		console.log(`  ${contestantTitles[name].padEnd(24)} ${times}, ${rest}${ratio}`);
	}
}
