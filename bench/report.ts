import { titleOf } from '../test/harness/providers';
import { amount, percent, seconds } from './amounts';
import type { ListResult } from './compareLists';
import { implementationNames, implementationTitles } from './implementations/implementation';
import { providerNames } from './providers';
import { reasons } from './reasons';
import { median } from './repeat';
import type { Results } from './results';
import type { Target } from './targets';

/** The part of README.md that a run writes: tables of its results. */

const START = '<!-- Written by npm run bench. -->';
const END = '<!-- The end of what it writes. -->';

type Row = readonly string[];

const table = (head: Row, rows: readonly Row[]): string =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function listTable(lists: ListResult[], figure: 'ms' | 'cpuMs'): string {
	const rows = lists.map(({ provider, users, pageSize, results }) => {
		const pages = pageSize === 0 ? 'one answer' : `pages of ${pageSize}`;
		const of = implementationNames.map((name) => seconds(median(results, name, figure)));
		return [`${titleOf(provider)}, ${amount(users)} users, ${pages}`, ...of];
	});
	return table(['', ...implementationNames.map((name) => implementationTitles[name])], rows);
}

const HTTPS_NOTE = `Over HTTPS, with 30 ms for each exchange of packets: one to open a connection, one for TLS, and one
for request and answer. That is nearest to what users have. n8n's helper, and so this package and HTTP Request, opens a
connection for each request; the two loops keep theirs. The bandwidth isn't limited.`;

function listSection(lists: ListResult[]): string[] {
	const sorted = providerNames.flatMap((name) => lists.filter(({ provider }) => provider === name));
	const near = sorted.filter(({ users, roundTripMs }) => !roundTripMs && users >= 9_999);
	const at = (ms: number) => near.filter(({ latencyMs }) => latencyMs === ms);
	return [
		'### Lists',
		'The time, with 20 ms for each answer:',
		listTable(at(20), 'ms'),
		HTTPS_NOTE,
		listTable(
			sorted.filter(({ roundTripMs }) => roundTripMs),
			'ms',
		),
		'The CPU time, where every answer comes at once:',
		listTable(at(0), 'cpuMs'),
	];
}

/** One line for each other measurement. */
function lines(all: Results): string[] {
	const { lookUps, registrations, outputs, memory, publishedRate, people, polls } = all;
	const added = (output: 'unified' | 'scim') =>
		percent(Math.max(...(outputs ?? []).map((one) => one.added[output])));
	return [
		lookUps &&
			`**Look-ups.** 1,000 look-ups by e-mail among 1,000 Autocalls users took ${seconds(median(lookUps.times, 'node'))} at 20 ms, because the list is read once. HTTP Request reads the list for each of them; that would take ${seconds(lookUps.estimateMs)} (estimated from ${lookUps.listsMeasured}).`,
		registrations &&
			`**Writes.** 1,000 registrations in Autocalls took ${seconds(median(registrations.times, '1'))} one by one, and ${seconds(median(registrations.times, '8'))} with **Concurrency** 8 under *Options* (20 ms).`,
		memory &&
			`**Memory.** Lists in *Simplified* needed at most ${Math.max(...memory.map((one) => one.ratio))} times the memory of the items themselves, without garbage (${memory.map((one) => `${titleOf(one.provider)}, ${amount(one.users)} users`).join('; ')}).`,
		outputs &&
			`**Outputs.** *Unified User* took at most ${added('unified')} longer than *Raw*, *SCIM User* ${added('scim')} (at 0 ms: CPU time).`,
		publishedRate &&
			`**Rate.** 5,000 Quo users took ${seconds(publishedRate.ms)}: ${percent(publishedRate.share)} of Quo's rate of 10 requests a second.`,
		people &&
			`**People.** *User Directory* read four directories of 10,000 users in ${seconds(median(people.reading.times, 'people'))}, ${people.reading.ratio} times the time of the slowest list (Quo, at its published rate). Merging lists that are there took ${seconds(median(people.merging.times, 'node'))}, n8n's Merge + Summarize ${seconds(median(people.merging.times, 'n8n'))} (Aggregate can't group by a field). Comparing ${amount(people.comparing.count)} rows with as many users took ${seconds(median(people.comparing.times, 'node'))}, Compare Datasets ${seconds(median(people.comparing.times, 'n8n'))}.`,
		polls &&
			`**Polls.** To compare a list of ${amount(polls.large.users)} users with the remembered one, and to remember it, took ${seconds(median(polls.large.times, 'compare'))}, ${percent(polls.large.ratio)} of *Get Many*. What is remembered takes ${polls.snapshotMb.values} MB, or ${polls.snapshotMb.fingerprints} MB with *Fingerprints*. A poll of 10,000 users took ${seconds(median(polls.small.times, 'values'))}, *Get Many* and Compare Datasets ${seconds(median(polls.small.times, 'compareDatasets'))}.`,
	].flatMap((line) => (line ? [`* ${line}`] : []));
}

const goalOf = ({ limit, atLeast }: Target): string => `${atLeast ? '≥' : '≤'} ${limit}`;

const targetTable = (targets: Target[]): string =>
	table(
		['', 'Goal', 'Measured', ''],
		targets.map((each) => [
			...[each.what, goalOf(each), String(each.value)],
			each.met ? 'reached' : '**missed**',
		]),
	);

function missed(targets: Target[]): string[] {
	const all = targets.filter(({ met }) => !met);
	if (all.length === 0) return ['Every goal was reached.'];
	const why = [...new Set(all.map(({ part }) => reasons[part]))].filter(Boolean);
	const each = all.map(({ what, value, limit, helper }) => {
		const alone = helper === undefined ? '' : ` (n8n's helper alone: ${helper})`;
		return `* ${what}: ${value} instead of ${limit}${alone}.`;
	});
	return ['What was missed:', each.join('\n'), ...why.map(String)];
}

function ran({ date, kind, machine, load, seconds: taken = NaN, versions }: Results['about']) {
	const { cpu, cores, memoryGb, system } = machine;
	const names = ['n8n-core', 'n8n-nodes-base', 'axios', 'node'];
	return `One ${kind} run on ${date}, ${Math.round(taken / 60)} minutes on ${cores} cores (${cpu}, ${memoryGb} GB, ${system}; load ${load.before} before, ${load.after} after), with ${names.map((name) => `${name} ${versions[name]}`).join(', ')}. Figures are medians.`;
}

export function report(results: Results): string {
	const { targets = [], lists } = results;
	const others = lines(results);
	return [
		ran(results.about),
		...(lists ? listSection(lists) : []),
		...(others.length > 0 ? ['### Everything else', others.join('\n')] : []),
		'### Goals',
		targetTable(targets),
		...missed(targets),
	].join('\n\n');
}

/** The page with this run's figures. */
export function withReport(page: string, results: Results): string {
	const [before, rest] = page.split(START);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) throw new Error(`README.md lacks "${START}".`);
	return `${before}${START}\n\n${report(results)}\n\n${END}${after}`;
}
