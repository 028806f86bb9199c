import { setTimeout as wait } from 'node:timers/promises';
import {
	type AutocallsSandbox,
	type QuoSandbox,
	type Sandbox,
	startAutocalls,
	startQuo,
	startVoximplant,
	startWorksection,
	type VoximplantSandbox,
	type WorksectionSandbox,
} from '../../sandbox';
import type { NodeRunOptions } from '../harness';
import { arrived } from '../harness/arrived';
import { cancelAt, overhead, type Stopped } from './cancelNode';
import { locator } from '../harness/locator';

const LIMIT_MS = 200;
const TRIES = 3;

let ownMs = 0;
beforeAll(async () => {
	await overhead();
	ownMs = Math.max(await overhead(), await overhead(), await overhead());
});

const open: Sandbox<object>[] = [];
const keep = <Started extends Sandbox<object>>(sandbox: Started): Started => {
	open.push(sandbox);
	return sandbox;
};
afterEach(async () => {
	await Promise.all(open.splice(0).map(async (sandbox) => await sandbox.close()));
});

interface Case {
	options: Omit<NodeRunOptions, 'node'> & { node: string };
	sandbox: Sandbox<object>;
	/** How many requests have arrived when it is time to cancel; none is sent after. */
	requests: number;
}

const user = { resource: 'user' };

const ofQuo = (sandbox: QuoSandbox, options = {}): Case['options'] => ({
	node: 'quo',
	credentials: { quoApi: sandbox.credentials },
	parameters: {
		...user,
		operation: 'getAll',
		returnAll: true,
		options: { pageSize: 1, ...options },
	},
});

const ofVoximplant = (sandbox: VoximplantSandbox, options = {}): Case['options'] => ({
	node: 'voximplant',
	credentials: { voximplantApi: sandbox.credentials },
	parameters: {
		...user,
		operation: 'getAll',
		application: locator('id', String(sandbox.applications[0]?.application_id)),
		returnAll: true,
		options: { pageSize: 1, ...options },
	},
});

const ofAutocalls = (sandbox: AutocallsSandbox, options = {}): Case['options'] => ({
	node: 'autocalls',
	credentials: { autocallsApi: sandbox.credentials },
	parameters: {
		...user,
		operation: 'register',
		name: 'Zoë',
		email: '={{ $json.email }}',
		password: 'Correct-horse 77',
		options,
	},
	input: [{ email: 'zoe@example.com' }, { email: 'ann@example.com' }, { email: 'bo@example.com' }],
});

const ofWorksection = (sandbox: WorksectionSandbox, options = {}): Case['options'] => ({
	node: 'worksection',
	credentials: { worksectionApi: sandbox.credentials },
	parameters: { ...user, operation: 'invite', email: '={{ $json.email }}', options },
	input: [{ email: 'zoe@example.com' }, { email: 'ann@example.com' }],
});

const cases: Record<string, () => Promise<Case>> = {
	'between pages, one after the other': async () => {
		const sandbox = keep(await startQuo({ latencyMs: 60 }));
		return { sandbox, options: ofQuo(sandbox), requests: 3 };
	},
	'between pages, several side by side': async () => {
		const sandbox = keep(await startVoximplant({ latencyMs: 150 }));
		return { sandbox, options: ofVoximplant(sandbox), requests: 6 };
	},
	'in a hanging request of a read': async () => {
		const sandbox = keep(await startQuo());
		sandbox.faults.always({ kind: 'hang' });
		return { sandbox, options: ofQuo(sandbox), requests: 1 };
	},
	'in an answer that drips': async () => {
		const sandbox = keep(await startQuo());
		sandbox.faults.always({ kind: 'drip', intervalMs: 30 });
		return { sandbox, options: ofQuo(sandbox), requests: 1 };
	},
	'in the wait before a read is repeated': async () => {
		const sandbox = keep(await startVoximplant());
		const headers = { 'retry-after': '50' };
		sandbox.faults.always({ kind: 'status', status: 503, headers });
		return { sandbox, options: ofVoximplant(sandbox), requests: 1 };
	},
	'in the wait before a write is repeated': async () => {
		const sandbox = keep(await startAutocalls());
		sandbox.faults.always({ kind: 'status', status: 429, headers: { 'retry-after': '50' } });
		return { sandbox, options: ofAutocalls(sandbox), requests: 1 };
	},
	'in a hanging write, after which nobody is looked up': async () => {
		const sandbox = keep(await startAutocalls());
		sandbox.faults.always({ kind: 'hang' });
		return { sandbox, options: ofAutocalls(sandbox), requests: 1 };
	},
	'in hanging writes of several items': async () => {
		const sandbox = keep(await startAutocalls());
		sandbox.faults.always({ kind: 'hang' });
		return { sandbox, options: ofAutocalls(sandbox, { concurrency: 2 }), requests: 2 };
	},
	'in the look-up after a write': async () => {
		const sandbox = keep(await startAutocalls());
		sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' });
		sandbox.faults.always({ kind: 'hang' });
		return { sandbox, options: ofAutocalls(sandbox), requests: 2 };
	},
	"in the wait for the provider's rate": async () => {
		const sandbox = keep(await startWorksection());
		const options = ofWorksection(sandbox, { requestsPerSecond: 0.02 });
		return { sandbox, options, requests: 1 };
	},
};

async function cancelOnce(make: () => Promise<Case>): Promise<Stopped> {
	const { options, sandbox, requests } = await make();
	const stopped = await cancelAt(options, async () => {
		await arrived(sandbox, requests);
		// For the node to take up what came back.
		await wait(40);
	});
	expect(stopped.before).toBeGreaterThanOrEqual(requests);
	return stopped;
}

describe('cancelling the execution', () => {
	it.each(Object.entries(cases))('ends the node at once %s', async (_, make) => {
		const tries: Stopped[] = [];
		// The machine may be busy with something else; the node has no part in that.
		do tries.push(await cancelOnce(make));
		while (tries.length < TRIES && (tries.at(-1)?.tookMs ?? 0) > LIMIT_MS + ownMs);
		for (const { status, later } of tries) {
			// n8n takes an execution for stopped, and not for failed, by the words of the error.
			expect({ status, later }).toEqual({ status: 'canceled', later: 0 });
		}
		expect(Math.min(...tries.map(({ tookMs }) => tookMs))).toBeLessThanOrEqual(LIMIT_MS + ownMs);
	});
});
