import type { WorksectionSandbox } from '../../../sandbox';
import type { TriggerUnderTest } from '../../triggers/trigger';

export const trigger: TriggerUnderTest<WorksectionSandbox> = {
	name: 'first_name',
	unwatched: ['phone', '+380441234567'],
	added: { filter: 'addedAfter', field: 'date_added' },
	id: 'id',
	remembered: [
		...['first_name', 'last_name', 'email', 'role', 'title', 'group', 'department'],
		'name',
	],
};
