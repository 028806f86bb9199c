import type { ReceivedRequest } from '../server/request';
import { type Area, type InvalidParameter, refuse } from './errors';
import type { QuoSettings } from './settings';

/** Checks the parameters of a request, and answers with the error codes of its area. */
export class Parameters {
	constructor(
		private readonly settings: QuoSettings,
		private readonly area: Area,
		private readonly warnings: string[],
	) {}

	/** @throws {Refusal} always */
	refuse(status: number, message: string): never {
		return refuse(this.settings, status, { area: this.area, message });
	}

	/** @throws {Refusal} always: a 400 */
	refuseParameter(invalid: InvalidParameter): never {
		const errors = [invalid];
		return refuse(this.settings, 400, { area: this.area, message: 'Bad Request', errors });
	}

	/** Each known parameter once. The API ignores others; they are noted as warnings. */
	read(request: ReceivedRequest, ...known: string[]): Record<string, string> {
		for (const name of new Set(request.query.keys())) {
			if (!known.includes(name)) this.warnings.push(`${request.path}: unknown parameter ${name}`);
			if (request.query.getAll(name).length < 2) continue;
			const schema = { type: 'string' };
			this.refuseParameter({ path: `/${name}`, message: 'Expected one value', schema });
		}
		return Object.fromEntries(request.query);
	}

	pageSize(text: string | undefined): number {
		const path = '/maxResults';
		const schema = { type: 'integer' };
		if (text === undefined) {
			return this.refuseParameter({ path, message: 'Expected required property', schema });
		}
		const message = pageSizeError(text);
		return message ? this.refuseParameter({ path, message, value: text, schema }) : Number(text);
	}

	/** `US…` or `PN…`, decoded. */
	identifier(text: string, prefix: 'US' | 'PN', path: string): string {
		const value = decoded(text);
		if (value.startsWith(prefix)) return value;
		const message = `Expected string to match '^${prefix}(.*)$'`;
		return this.refuseParameter({ path, message, value, schema: { type: 'string' } });
	}
}

function pageSizeError(text: string): string | undefined {
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
