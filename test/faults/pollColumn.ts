import { existsSync } from 'node:fs';
import path from 'node:path';
import { folderOf, fromEachProvider } from '../harness/providers';
import type { TriggerUnderTest } from '../triggers/trigger';
import type { Column } from './column';

const hasTrigger = (provider: string): boolean =>
	existsSync(path.join(folderOf(provider), 'user', 'user.trigger.ts'));

const triggers = fromEachProvider<TriggerUnderTest>('trigger');

/** The trigger of a provider polls the list of its Get Many: twice, since somebody is missing, or once and by ID. */
export const pollsOf = (columns: readonly Column[]): Column[] =>
	columns
		.filter(({ provider, operation }) => operation === 'getAll' && hasTrigger(provider))
		.map((list) => {
			const again = triggers[list.provider]?.isAskedById ? 1 : list.requests;
			return { ...list, operation: 'poll', kind: 'poll', requests: list.requests + again };
		});
