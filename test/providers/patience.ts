import { type Fault, type LostAnswer, toFault } from '../../sandbox/server/faults';

const SLOW: ReadonlySet<string> = new Set(['hang', 'delay', 'drip']);

/** Not long, where no answer will come; otherwise as ever, since a test machine may be busy. */
export function patience(lost: Fault | LostAnswer): { timeout?: number } {
	const fault = toFault(lost);
	if (fault.kind === 'applyThen') return patience(fault.applyThen);
	return SLOW.has(fault.kind) ? { timeout: 1000 } : {};
}
