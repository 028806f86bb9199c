import { Refusal } from '../exchange';

export interface Wording {
	/** `wrapped` is what the docs page shows for a 401 today; seen in public code. */
	errorShape: 'spec' | 'wrapped';
	/** The older spec says openphone.com, the one of 2026-08 quo.com. */
	docs: 'https://openphone.com/docs' | 'https://quo.com/docs';
}

export interface Complaint {
	path: string;
	message: string;
	value?: unknown;
	schema: { type: string };
}

const TITLES: Record<number, string> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	429: 'Too Many Requests',
	500: 'Unknown',
};

/** Seven digits: the area (04 numbers, 11 users), a sequence and the status; 500 has a sequence of 01. */
const codeOf = (area: string, status: number): string =>
	`${area}${status === 500 ? '01' : '00'}${status}`;

export interface Circumstance {
	area: string;
	message: string;
	errors?: Complaint[];
}

export function failureBody(wording: Wording, status: number, what: Circumstance): unknown {
	const title = TITLES[status] ?? 'Unknown';
	const { message, errors } = what;
	const trace = '5930341926812837482';
	if (wording.errorShape === 'wrapped') {
		return { error: { message, key: title.replace(/ /g, ''), trace } };
	}
	const code = codeOf(what.area, status);
	const body = { message, code, status, docs: wording.docs, title, trace };
	return errors ? { ...body, errors } : body;
}

/** @throws {Refusal} always */
export function refuse(wording: Wording, status: number, what: Circumstance): never {
	throw new Refusal({ status, json: failureBody(wording, status, what) });
}
