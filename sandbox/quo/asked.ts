import type { Incoming } from '../exchange';
import { type Complaint, refuse, type Wording } from './failures';

/** What is asked of one area of the API, with its complaints. */
export class Asked {
	constructor(
		private readonly wording: Wording,
		readonly area: string,
		private readonly warnings: string[],
	) {}

	/** @throws {Refusal} always */
	refuse(status: number, message: string): never {
		return refuse(this.wording, status, { area: this.area, message });
	}

	complain(complaint: Complaint): never {
		const errors = [complaint];
		return refuse(this.wording, 400, { area: this.area, message: 'Bad Request', errors });
	}

	/** Each known parameter once; others are ignored by the API, and noted. */
	parameters(request: Incoming, ...known: string[]): Record<string, string> {
		for (const name of new Set(request.query.keys())) {
			if (!known.includes(name)) this.warnings.push(`${request.path}: unknown parameter ${name}`);
			if (request.query.getAll(name).length < 2) continue;
			const schema = { type: 'string' };
			this.complain({ path: `/${name}`, message: 'Expected one value', schema });
		}
		return Object.fromEntries(request.query);
	}

	pageSize(text: string | undefined): number {
		const path = '/maxResults';
		const schema = { type: 'integer' };
		if (text === undefined) {
			return this.complain({ path, message: 'Expected required property', schema });
		}
		const message = sizeFault(text);
		return message ? this.complain({ path, message, value: text, schema }) : Number(text);
	}

	/** `US…` or `PN…`, decoded. */
	identifier(text: string, prefix: 'US' | 'PN', path: string): string {
		const value = decoded(text);
		if (value.startsWith(prefix)) return value;
		const message = `Expected string to match '^${prefix}(.*)$'`;
		return this.complain({ path, message, value, schema: { type: 'string' } });
	}
}

function sizeFault(text: string): string | undefined {
	if (!/^(0|-?[1-9]\d*)$/.test(text)) return 'Expected integer';
	if (Number(text) < 1) return 'Expected integer to be greater or equal to 1';
	return Number(text) > 50 ? 'Expected integer to be less or equal to 50' : undefined;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
