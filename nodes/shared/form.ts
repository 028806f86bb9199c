import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { InputFault } from './fault';
import { given, locatorIn } from './parameters';
import type { Locator } from './parameters';
import { isRecord } from './read';

/** What the node's other fields hold while one of its lists is open. */
export class Form {
	constructor(private readonly context: ILoadOptionsFunctions) {}

	parameter(name: string): unknown {
		return this.context.getCurrentNodeParameter(name);
	}

	/** undefined where nothing is chosen yet. */
	locator(name: string, field: string): Locator | undefined {
		const value = this.parameter(name);
		const chosen = isRecord(value) ? value.value : value;
		if (!given(chosen)) return undefined;
		if (typeof chosen !== 'string' || !chosen.startsWith('=')) return locatorIn(value, field);
		throw new InputFault(
			`'${field}' is an expression whose value is known only when the workflow runs.`,
			`Choose a fixed '${field}' to see its list, or name the value in another way than from the list.`,
		);
	}

	/** The rate that the node is set to, where it is a plain number. */
	get requestsPerSecond(): number | undefined {
		const options = this.parameter('options');
		const rate = isRecord(options) ? options.requestsPerSecond : undefined;
		return typeof rate === 'number' && rate >= 0 ? rate : undefined;
	}
}
