import type { ProviderName } from '../../../sandbox';
import { type VoximplantCode, voximplantError } from '../../../sandbox';
import type { Column } from '../column';
import { bothTimes, type Fault, misbehave } from '../fault';

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
function answer429(stage: Parameters<Fault['plan']>[0], fault: Fault, headers: Headers): void {
	const planned = { kind: 'status' as const, status: 429, headers: {} };
	const mutate = () => void Object.assign(planned, { headers: headers() });
	misbehave(stage, Object.assign(planned, { mutate }), fault);
}

const tooMany = (name: string, headers: Headers, more: Partial<Fault> = {}): Fault[] =>
	bothTimes({
		name,
		is: 'busy',
		status: () => 429,
		plan: (stage, fault) => answer429(stage, fault, headers),
		...more,
	});

/** There is time for one wait and not for two. */
const waited: Partial<Fault> = {
	options: { maxWait: 1.5 },
	waitMs: 1000,
	tries: 2,
	says: () => [/\b1 second/, /Max Wait/],
};

const tooLong: Partial<Fault> = { is: 'too long', says: () => [/3600 seconds/, /Max Wait/] };

const at =
	(provider: ProviderName) =>
	(column: Column): boolean =>
		column.provider === provider;

const voximplant = (code: VoximplantCode, is: 'busy' | 'unsigned', name: string): Fault[] =>
	bothTimes({
		name: `Voximplant's ${code} (${name})`,
		is,
		befalls: at('voximplant'),
		status: () => 200,
		says: () => [new RegExp(`\\b${code}\\b`)],
		plan: (stage, fault) => misbehave(stage, { kind: 'body', body: voximplantError(code) }, fault),
	});

/** The code is nowhere documented; the words are. */
const tooManyInWords = { status: 'error', status_code: 29, message: 'Too many requests' };

/** The provider asks to wait, or to sign again. */
export const busyRows: Fault[] = [
	...tooMany('429', () => ({})),
	...tooMany('429, Retry-After in seconds', () => ({ 'retry-after': '1' }), waited),
	...tooMany('429, Retry-After a date', dated(0, 1000), waited),
	...tooMany('429, Retry-After a date, their clock off', dated(10 * MINUTE, 1000), waited),
	...tooMany('429, Retry-After an hour', () => ({ 'retry-after': '3600' }), tooLong),
	...tooMany('429, Retry-After a date in an hour', dated(0, 60 * MINUTE), tooLong),
	...voximplant(314, 'busy', 'concurrent resources'),
	...voximplant(340, 'busy', 'rate limit'),
	...bothTimes({
		name: "Worksection's 'too many requests' with 200",
		is: 'slow down',
		befalls: at('worksection'),
		status: () => 200,
		says: () => [/too many requests/i],
		plan: (stage, fault) => misbehave(stage, { kind: 'body', body: tooManyInWords }, fault),
	}),
	...voximplant(455, 'unsigned', 'issued in the future'),
	...voximplant(456, 'unsigned', 'expired'),
];
