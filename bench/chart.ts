import type { ListResult } from './compareLists';
import {
	type ImplementationName,
	implementationNames,
	implementationTitles,
} from './implementations/implementation';
import { titleOf } from '../test/harness/providers';
import { providerNames } from './providers';

const WIDTH = 720;
const LEFT = 190;
const RIGHT = 70;
const BAR = 16;
const GAP = 4;
const HEAD = 34;
const BLOCK = HEAD + implementationNames.length * (BAR + GAP) + 10;

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

const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 1000 ? 2 : 1)} s`;

function bar(one: ListResult, name: ImplementationName, at: { y: number; scale: number }): string {
	const { ms } = one.results[name];
	const width = Math.max(2, Math.round(ms.median * at.scale));
	const middle = at.y + BAR - 3.5;
	const kind = name === 'node' ? 'title' : 'quiet';
	return [
		`<text class="${kind}" x="${LEFT - 10}" y="${middle}" text-anchor="end">${implementationTitles[name]}</text>`,
		`<rect class="${name}" x="${LEFT}" y="${at.y}" width="${width}" height="${BAR}" rx="2"/>`,
		`<text class="${kind}" x="${LEFT + width + 8}" y="${middle}">${seconds(ms.median)}</text>`,
	].join('\n');
}

/** The time for 10,000 users at 20 ms, as an SVG; '' if that was not measured. */
export function chart(lists: readonly ListResult[]): string {
	const shown = providerNames.flatMap((provider) =>
		lists.filter(
			(one) => one.provider === provider && one.users === 10_000 && one.latencyMs === 20,
		),
	);
	if (shown.length === 0) return '';
	const times = shown.flatMap(({ results }) =>
		implementationNames.map((name) => results[name].ms.median),
	);
	const scale = (WIDTH - LEFT - RIGHT) / Math.max(...times);
	const blocks = shown.map((one, index) => {
		const top = index * BLOCK;
		const title = `${titleOf(one.provider)}: 10,000 users in pages of ${one.pageSize}, 20 ms per answer`;
		const bars = implementationNames.map((name, line) =>
			bar(one, name, { y: top + HEAD + line * (BAR + GAP), scale }),
		);
		return [`<text class="title" x="0" y="${top + 22}">${title}</text>`, ...bars].join('\n');
	});
	const height = shown.length * BLOCK;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Time to list 10,000 users">
<style>${style}
</style>
${blocks.join('\n')}
</svg>
`;
}
