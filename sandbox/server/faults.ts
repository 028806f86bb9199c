import type { LoggedRequest } from './request';

interface CommonFields {
	/** Runs after the request was read and before it is answered, e.g. to move users between pages. */
	mutate?: (request: LoggedRequest) => void;
}

interface FaultFields {
	/** Another status. Without a body, the one this provider sends with it. */
	status: { status: number; headers?: Record<string, string>; body?: unknown };
	/** The connection is reset before any answer. */
	reset: object;
	/** No answer, ever. */
	hang: object;
	/** HTTP 200 with an HTML page. */
	html200: object;
	/** HTTP 200 with no body. */
	empty200: object;
	/** JSON of your own, HTTP 200 unless said otherwise. */
	body: { body: unknown; status?: number; headers?: Record<string, string> };
	redirect: { location: string; status?: number };
	/** Carried out; the connection is reset in the middle of the answer. */
	resetInBody: object;
	/** Carried out; the answer ends in mid-JSON, with a matching Content-Length. */
	malformed: object;
	/** Carried out; the answer is gzip that ends too early. */
	truncatedGzip: object;
	/** Carried out; the answer comes a few bytes at a time. */
	drip: { intervalMs?: number; bytes?: number };
	/** Carried out at once; the answer comes later. */
	delay: { ms: number };
	/** Carried out and answered once `until` resolves. `until` is called after the latency. */
	hold: { until: () => Promise<unknown> };
	/** Answered as usual; for the `mutate` alone. */
	mutate: object;
	/** Carried out, and then the answer is lost in that way. */
	applyThen: { applyThen: Fault | LostAnswer };
}

export type FaultKind = keyof FaultFields;
export type FaultOf<Kind extends FaultKind> = {
	[Each in Kind]: { kind: Each } & FaultFields[Each] & CommonFields;
}[Kind];
export type Fault = {
	[Each in FaultKind]: { kind: Each } & FaultFields[Each] & CommonFields;
}[FaultKind];
export type LostAnswer =
	| 'reset'
	| 'hang'
	| 'resetInBody'
	| 'html200'
	| 'empty200'
	| 'malformed'
	| 'truncatedGzip'
	| '500'
	| '502'
	| '503'
	| '504';

/** The fault that a short name stands for. */
export function toFault(lost: Fault | LostAnswer): Fault {
	if (typeof lost !== 'string') return lost;
	const status = Number(lost);
	if (Number.isInteger(status)) return { kind: 'status', status };
	return { kind: lost as Exclude<LostAnswer, `${number}`> };
}

type Condition = (request: LoggedRequest) => boolean;

interface PlannedFault {
	fault: Fault;
	when: Condition | undefined;
}

/** The faults to come, and for which requests. `next` faults go before `always` ones. */
export class Faults {
	private once: PlannedFault[] = [];
	private standing: PlannedFault[] = [];

	/** For the next request that `when` accepts, once. */
	next(fault: Fault, when?: Condition): void {
		this.once.push({ fault, when });
	}

	/** For every such request, until the returned function is called. */
	always(fault: Fault, when?: Condition): () => void {
		const planned = { fault, when };
		this.standing.push(planned);
		return () => {
			this.standing = this.standing.filter((other) => other !== planned);
		};
	}

	clear(): void {
		this.once = [];
		this.standing = [];
	}

	/** How many `next` faults have not met their request yet. */
	get pending(): number {
		return this.once.length;
	}

	take(request: LoggedRequest): Fault | undefined {
		const meets = ({ when }: PlannedFault) => when === undefined || when(request);
		const index = this.once.findIndex(meets);
		if (index >= 0) return this.once.splice(index, 1)[0]?.fault;
		return this.standing.find(meets)?.fault;
	}
}
