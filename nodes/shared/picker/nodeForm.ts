import { InputError } from '../errors';
import type { RunContext } from '../execution/runContext';
import { locatorIn } from '../parameters/locator';
import type { Locator, ParameterSource } from '../parameters/locator';
import { given } from '../parameters/values';
import { isRecord } from '../text/json';

/** What the node's other fields hold while one of its lists is open. */
export class NodeForm implements ParameterSource {
	constructor(private readonly context: RunContext) {}

	parameter(name: string): unknown {
		return this.context.parameter(name);
	}

	/**
	 * undefined where nothing is chosen yet.
	 *
	 * @throws {InputError} for an expression
	 */
	locator(name: string, field: string): Locator | undefined {
		const value = this.parameter(name);
		const chosen = isRecord(value) ? value.value : value;
		if (!given(chosen)) return undefined;
		if (typeof chosen !== 'string' || !chosen.startsWith('=')) return locatorIn(value, field);
		throw new InputError(
			`'${field}' is an expression that n8n evaluates only when the workflow runs.`,
			`Choose a fixed '${field}' to see its list, or use another mode than 'From List'.`,
		);
	}

	/** The rate that the node is set to, where it is a plain number. */
	get requestsPerSecond(): number | undefined {
		const options = this.parameter('options');
		const rate = isRecord(options) ? options.requestsPerSecond : undefined;
		return typeof rate === 'number' && rate >= 0 ? rate : undefined;
	}
}
