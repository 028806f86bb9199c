import type { Fault } from '../fault';

const off = (name: string, seconds: number, is: 'clock' | 'unsigned', code: number): Fault => ({
	name,
	is,
	times: 'ever',
	befalls: ({ provider }) => provider === 'voximplant',
	status: () => 200,
	says: () => [new RegExp(`\\b${code}\\b`), /clock/],
	plan: ({ scene }) => {
		Object.assign(scene.sandbox.settings, { clockAheadSeconds: seconds });
	},
});

const MINUTES = 60;

/** Voximplant's clock differs from this machine's. */
export const clockRows: Fault[] = [
	off('their clock 10 minutes ahead', 10 * MINUTES, 'clock', 456),
	off('their clock 10 minutes behind', -10 * MINUTES, 'clock', 455),
	off('their clock 2 hours ahead', 120 * MINUTES, 'unsigned', 456),
	off('their clock 2 hours behind', -120 * MINUTES, 'unsigned', 455),
];
