import { type VoximplantCode, voximplantError } from '../../../../sandbox';
import { bothTimes, type Fault, planFault } from '../../fault';

const answer = (code: VoximplantCode, is: 'busy' | 'unsigned', name: string): Fault[] =>
	bothTimes({
		name: `Voximplant's ${code} (${name})`,
		is,
		status: () => 200,
		says: () => [new RegExp(`\\b${code}\\b`)],
		plan: (setup, fault) => planFault(setup, { kind: 'body', body: voximplantError(code) }, fault),
	});

/** Voximplant's clock differs from this machine's. */
const off = (name: string, seconds: number, is: 'clock' | 'unsigned', code: number): Fault => ({
	name,
	is,
	times: 'ever',
	status: () => 200,
	says: () => [new RegExp(`\\b${code}\\b`), /clock/],
	plan: ({ fixture }) => {
		Object.assign(fixture.sandbox.settings, { clockAheadSeconds: seconds });
	},
});

const MINUTES = 60;

/** Voximplant asks to wait, or to sign again. */
export const faults: Fault[] = [
	...answer(314, 'busy', 'concurrent resources'),
	...answer(340, 'busy', 'rate limit'),
	...answer(455, 'unsigned', 'issued in the future'),
	...answer(456, 'unsigned', 'expired'),
	off('their clock 10 minutes ahead', 10 * MINUTES, 'clock', 456),
	off('their clock 10 minutes behind', -10 * MINUTES, 'clock', 455),
	off('their clock 2 hours ahead', 120 * MINUTES, 'unsigned', 456),
	off('their clock 2 hours behind', -120 * MINUTES, 'unsigned', 455),
];
