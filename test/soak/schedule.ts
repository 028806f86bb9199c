import type { Fault, LoggedRequest, LostAnswer } from '../../sandbox';
import type { SeededRandom } from '../../sandbox/seededRandom';
import { providerOf, type ProviderUnderTest } from '../faults/provider';
import type { Setup } from '../faults/setup';

type Some<Item> = readonly [Item, ...Item[]];

const LOST: Some<LostAnswer> = ['reset', 'hang', 'html200', 'empty200', '500', '502', '503', '504'];

const plain: Some<Fault> = [
	{ kind: 'reset' },
	{ kind: 'hang' },
	{ kind: 'html200' },
	{ kind: 'empty200' },
	{ kind: 'resetInBody' },
	{ kind: 'malformed' },
	{ kind: 'truncatedGzip' },
	{ kind: 'drip', intervalMs: 40 },
	{ kind: 'drip', intervalMs: 2, bytes: 1000 },
	{ kind: 'delay', ms: 40 },
	{ kind: 'status', status: 408 },
	{ kind: 'status', status: 429 },
	{ kind: 'status', status: 429, headers: { 'retry-after': '0' } },
	{ kind: 'status', status: 429, headers: { 'retry-after': '60' } },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 502 },
	{ kind: 'status', status: 503, headers: { 'retry-after': '0' } },
	{ kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere' },
];

function oneOf({ askAgain = [] }: ProviderUnderTest, random: SeededRandom): Fault {
	if (random.chance(0.3)) return { kind: 'applyThen', applyThen: random.oneOf(LOST) };
	const [first, ...rest] = askAgain.map((body): Fault => ({ kind: 'body', body }));
	return first && random.chance(0.3) ? random.oneOf([first, ...rest]) : random.oneOf(plain);
}

/** Whether a request that met a fault was refused before anything was done. */
export const isRefused = ({ status, fault }: LoggedRequest): boolean =>
	status === 429 || fault === 'body' || fault === 'redirect';

const MOST_FAULTS = 6;

/** Each request meets one of a few faults, or none, by the seed. */
export function planRandomFaults({ fixture, column }: Setup, random: SeededRandom): void {
	const faults = Array.from({ length: random.between(1, MOST_FAULTS) }, () =>
		oneOf(providerOf(column), random),
	);
	const probability = random.oneOf([0.15, 0.4, 0.7, 1]);
	const met = new WeakMap<LoggedRequest, number>();
	const meets = (request: LoggedRequest): number => {
		const known = met.get(request);
		if (known !== undefined) return known;
		const fallen = random.chance(probability) ? random.between(0, faults.length - 1) : -1;
		met.set(request, fallen);
		return fallen;
	};
	for (const [index, fault] of faults.entries()) {
		fixture.sandbox.faults.always(fault, (request) => meets(request) === index);
	}
}
