import { Refusal } from '../server/reply';
import type { QuoSettings } from './settings';

/** One entry of the `errors` of a 400. */
export interface InvalidParameter {
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

/** The first two digits of an error code: which part of the API answers. */
export const AREAS = { phoneNumbers: '04', users: '11' } as const;
export type Area = keyof typeof AREAS;

/** Seven digits: the area, a sequence and the status; 500 has a sequence of 01. */
const codeOf = (area: Area, status: number): string =>
	`${AREAS[area]}${status === 500 ? '01' : '00'}${status}`;

interface ErrorDetails {
	area: Area;
	message: string;
	errors?: InvalidParameter[];
}

type Shape = Pick<QuoSettings, 'errorShape' | 'docs'>;

export function errorBody(shape: Shape, status: number, details: ErrorDetails): unknown {
	const title = TITLES[status] ?? 'Unknown';
	const { message, errors } = details;
	const trace = '5930341926812837482';
	if (shape.errorShape === 'wrapped') {
		return { error: { message, key: title.replace(/ /g, ''), trace } };
	}
	const code = codeOf(details.area, status);
	const body = { message, code, status, docs: shape.docs, title, trace };
	return errors ? { ...body, errors } : body;
}

/** @throws {Refusal} always */
export function refuse(shape: Shape, status: number, details: ErrorDetails): never {
	throw new Refusal({ status, json: errorBody(shape, status, details) });
}
