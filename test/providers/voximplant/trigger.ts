import type { VoximplantSandbox } from '../../../sandbox';
import type { TriggerUnderTest } from '../../triggers/trigger';

export const trigger: TriggerUnderTest<VoximplantSandbox> = {
	name: 'user_display_name',
	unwatched: ['user_custom_data', 'changed'],
	added: { filter: 'createdAfter', field: 'created' },
	id: 'user_id',
	remembered: ['user_name', 'user_display_name', 'user_active', 'frozen'],
	parameters: ({ applications }) => ({
		application: { __rl: true, mode: 'list', value: String(applications[0]?.application_id) },
	}),
};
