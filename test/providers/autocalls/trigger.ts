import type { AutocallsSandbox } from '../../../sandbox';
import type { TriggerUnderTest } from '../../triggers/trigger';

export const trigger: TriggerUnderTest<AutocallsSandbox> = {
	name: 'name',
	unwatched: ['minutes_balance', 12345],
	added: { filter: 'createdAfter', field: 'created_at' },
	id: 'id',
	remembered: ['name', 'email'],
};
