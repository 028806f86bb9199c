import { titleOf } from '../test/harness/providers';
import { amount, seconds } from './amounts';
import { type ListResult, networkOf } from './compareLists';
import { implementationNames, implementationTitles } from './implementations/implementation';
import { providerNames } from './providers';
import { median, type Spreads } from './repeat';
import type { Results } from './results';

const WIDTH = 720;
const LEFT = 240;
const RIGHT = 70;
const BAR = 16;
const GAP = 4;
const HEAD = 34;

const style = `
	text { font: 13px system-ui, sans-serif; fill: #24292f }
	.title { font-weight: 600 }
	.quiet { fill: #57606a }
	.node { fill: #1a7f37 } .httpRequest { fill: #bf3989 } .axios { fill: #9a6700 } .helper { fill: #0969da } .fetch { fill: #8c959f }
	@media (prefers-color-scheme: dark) {
		text { fill: #e6edf3 }
		.quiet { fill: #9198a1 }
		.node { fill: #3fb950 } .httpRequest { fill: #db61a2 } .axios { fill: #d29922 } .helper { fill: #58a6ff } .fetch { fill: #656c76 }
	}`;

/** `name` is the class of its colour. */
interface Bar {
	name: string;
	title: string;
	ms: number;
}

/** Bars of one scale. */
interface Block {
	title: string;
	bars: Bar[];
}

const heightOf = ({ bars }: Block): number => HEAD + bars.length * (BAR + GAP) + 10;

function drawBar({ name, title, ms }: Bar, at: { y: number; scale: number }): string {
	const width = Math.max(2, Math.round(ms * at.scale));
	const middle = at.y + BAR - 3.5;
	const kind = name === 'node' ? 'title' : 'quiet';
	return [
		`<text class="${kind}" x="${LEFT - 10}" y="${middle}" text-anchor="end">${title}</text>`,
		`<rect class="${name}" x="${LEFT}" y="${at.y}" width="${width}" height="${BAR}" rx="2"/>`,
		`<text class="${kind}" x="${LEFT + width + 8}" y="${middle}">${seconds(ms)}</text>`,
	].join('\n');
}

function draw({ title, bars }: Block, top: number): string {
	const scale = (WIDTH - LEFT - RIGHT) / Math.max(...bars.map(({ ms }) => ms));
	const drawn = bars.map((bar, line) =>
		drawBar(bar, { y: top + HEAD + line * (BAR + GAP), scale }),
	);
	return [`<text class="title" x="0" y="${top + 22}">${title}</text>`, ...drawn].join('\n');
}

const listBlock = (one: ListResult): Block => ({
	title: `${titleOf(one.provider)}: ${amount(one.users)} users in pages of ${one.pageSize}, ${networkOf(one)}`,
	bars: implementationNames.map((name) => ({
		...{ name, title: implementationTitles[name] },
		ms: median(one.results, name),
	})),
});

function listBlocks(lists: readonly ListResult[]): Block[] {
	const shown = providerNames.flatMap((provider) =>
		lists.filter((one) => one.provider === provider && one.users === 10_000 && one.pageSize > 0),
	);
	return [
		...shown.filter(({ latencyMs }) => latencyMs === 20),
		...shown.filter(({ roundTripMs }) => roundTripMs !== undefined),
	].map(listBlock);
}

interface Pair {
	title: string;
	times: Record<string, Spreads>;
	/** The variants: ours, and what it is compared with. */
	ours: string;
	other: string;
	otherTitle: string;
}

const pairBlock = ({ title, times, ours, other, otherTitle }: Pair): Block => ({
	title,
	bars: [
		{ name: 'node', title: 'this package', ms: median(times, ours) },
		{ name: 'httpRequest', title: otherTitle, ms: median(times, other) },
	],
});

const peopleBlocks = ({ reading, merging, comparing }: NonNullable<Results['people']>): Pair[] => [
	{
		...{ title: 'Reading four directories of 10,000 users at once, 20 ms', times: reading.times },
		...{ ours: 'people', other: 'quo', otherTitle: 'the slowest list alone' },
	},
	{
		...{ title: 'Merging 4 × 10,000 users', times: merging.times },
		...{ ours: 'node', other: 'n8n', otherTitle: 'Merge + Summarize' },
	},
	{
		title: `Comparing ${amount(comparing.count)} rows with as many users`,
		...{ times: comparing.times, ours: 'node', other: 'n8n', otherTitle: 'Compare Datasets' },
	},
];

const pollBlock = ({ small }: NonNullable<Results['polls']>): Pair => ({
	...{ title: 'A poll of 10,000 users, 20 ms', times: small.times, ours: 'values' },
	...{ other: 'compareDatasets', otherTitle: 'Get Many + Compare Datasets' },
});

const otherBlocks = ({ people, polls }: Results): Block[] =>
	[...(people ? peopleBlocks(people) : []), ...(polls ? [pollBlock(polls)] : [])].map(pairBlock);

/** The times as an SVG; each block has a scale of its own. */
export function chart(results: Results): string {
	const blocks = [...listBlocks(results.lists ?? []), ...otherBlocks(results)];
	let height = 0;
	const drawn = blocks.map((each) => {
		const top = height;
		height += heightOf(each);
		return draw(each, top);
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="How long this package takes">
<style>${style}
</style>
${drawn.join('\n')}
</svg>
`;
}
