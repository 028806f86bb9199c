import { bothTimes, type Fault, planFault } from '../fault';

type Headers = () => Record<string, string>;

const MINUTE = 60_000;
const asDate = (ms: number): string => new Date(ms).toUTCString();

/** A date counts from the provider's own clock, which may be minutes off. */
const dated =
	(aheadMs: number, afterMs: number): Headers =>
	() => {
		const theirs = Math.floor((Date.now() + aheadMs) / 1000) * 1000;
		return { date: asDate(theirs), 'retry-after': asDate(theirs + afterMs) };
	};

/** The headers are made when the request comes. */
function answer429(setup: Parameters<Fault['plan']>[0], fault: Fault, headers: Headers): void {
	const planned = { kind: 'status' as const, status: 429, headers: {} };
	const mutate = () => void Object.assign(planned, { headers: headers() });
	planFault(setup, Object.assign(planned, { mutate }), fault);
}

const tooMany = (name: string, headers: Headers, more: Partial<Fault> = {}): Fault[] =>
	bothTimes({
		name,
		is: 'busy',
		status: () => 429,
		plan: (setup, fault) => answer429(setup, fault, headers),
		...more,
	});

/** There is time for one wait and not for two. */
const waited: Partial<Fault> = {
	options: { maxWait: 1.5 },
	waitMs: 1000,
	tries: 2,
	says: () => [/\b1 s\b/, /Max Wait/],
};

const tooLong: Partial<Fault> = { is: 'too long', says: () => [/3600 s\b/, /Max Wait/] };

/** The provider asks to wait. */
export const busyRows: Fault[] = [
	...tooMany('429', () => ({})),
	...tooMany('429, Retry-After in seconds', () => ({ 'retry-after': '1' }), waited),
	...tooMany('429, Retry-After a date', dated(0, 1000), waited),
	...tooMany('429, Retry-After a date, their clock off', dated(10 * MINUTE, 1000), waited),
	...tooMany('429, Retry-After an hour', () => ({ 'retry-after': '3600' }), tooLong),
	...tooMany('429, Retry-After a date in an hour', dated(0, 60 * MINUTE), tooLong),
];
