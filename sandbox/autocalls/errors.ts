import { Refusal } from '../server/reply';

/** @throws {Refusal} always */
export const refuse = (status: number, json: unknown): never => {
	throw new Refusal({ status, json });
};
