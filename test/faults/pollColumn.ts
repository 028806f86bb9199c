import { existsSync } from 'node:fs';
import path from 'node:path';
import { folderOf } from '../harness/providers';
import type { Column } from './column';

const hasTrigger = (provider: string): boolean =>
	existsSync(path.join(folderOf(provider), 'user', 'user.trigger.ts'));

/** The trigger of a provider polls the list of its Get Many: twice, since somebody is missing. */
export const pollsOf = (columns: readonly Column[]): Column[] =>
	columns
		.filter(({ provider, operation }) => operation === 'getAll' && hasTrigger(provider))
		.map((list) => ({ ...list, operation: 'poll', kind: 'poll', requests: 2 * list.requests }));
