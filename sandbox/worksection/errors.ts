import { Refusal } from '../server/reply';

/** @throws {Refusal} always */
export function refuse(code: number, message: string, details?: string): never {
	const error = { status: 'error', status_code: code, message };
	const json = details === undefined ? error : { ...error, message_details: details };
	throw new Refusal({ status: 200, json });
}
