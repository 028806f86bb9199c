import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Column } from './column';
import type { Fault } from './fault';

export interface Answer {
	status: number;
	body: unknown;
}

/** What the fault matrix has to know of a provider: `columns/<provider>/index.ts` exports one. */
export interface ProviderUnderTest {
	columns: Column[];
	/** Faults that only this provider has. */
	faults?: Fault[];
	/** A refusal of a value, in the provider's own form. */
	refusal: (text: string) => Answer;
	/** How it refuses a wrong key, and what the error says. */
	wrongKey: { status: number; says: RegExp[] };
	/** Answers with a status of success that say: nothing was done, ask again. */
	askAgain?: unknown[];
}

const folder = path.join(__dirname, 'columns');
const required = createRequire(__filename);

export const providers: ReadonlyMap<string, ProviderUnderTest> = new Map(
	readdirSync(folder).map((name) => {
		const { provider } = required(path.join(folder, name)) as { provider: ProviderUnderTest };
		return [name, provider];
	}),
);

export function providerOf({ provider }: Column): ProviderUnderTest {
	const found = providers.get(provider);
	if (!found) throw new Error(`There is no test/faults/columns/${provider}.`);
	return found;
}
