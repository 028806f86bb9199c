import { nodeUnderTest, type NodeRun } from '../harness';

/** Everything that a value holds, hidden properties and the causes of errors included. */
function spelledOut(value: unknown, seen = new Set<unknown>()): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (seen.has(value)) return '';
	seen.add(value);
	return Object.getOwnPropertyNames(value)
		.map((name) => `${name}: ${spelledOut(Reflect.get(value, name), seen)}`)
		.join('\n');
}

const spellings = (secret: string): string[] => [
	secret,
	JSON.stringify(secret).slice(1, -1),
	encodeURIComponent(secret),
];

/** What n8n saves of the node's part of an execution, and shows of its error. */
export function everythingSaved(run: NodeRun): string {
	const task = run.run.runData[nodeUnderTest];
	return [JSON.stringify(task), JSON.stringify(run.error), spelledOut([task, run.error])].join();
}

/** No key, token, password or line of a private key stands in what a run left behind. */
export function expectNoSecrets(run: NodeRun, secrets: Iterable<string>): void {
	expectNone(everythingSaved(run), secrets);
}

/** The same of events, of what a trigger remembers, and of errors. */
export function expectNothingOf(values: unknown[], secrets: Iterable<string>): void {
	expectNone([JSON.stringify(values), spelledOut(values)].join(), secrets);
}

function expectNone(saved: string, secrets: Iterable<string>): void {
	const known = [...new Set(secrets)].filter((secret) => secret !== '');
	expect(known.filter((secret) => spellings(secret).some((each) => saved.includes(each)))).toEqual(
		[],
	);
	expect(saved).not.toMatch(/-----BEGIN|Bearer \w|\beyJ[\w-]{8,}\./);
}
