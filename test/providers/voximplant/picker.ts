import type { VoximplantSandbox } from '../../../sandbox';
import type { UserPicker } from '../../pickers/picker';

export const picker: UserPicker<VoximplantSandbox> = {
	addressField: 'baseUrl',
	shown: ({ people }) =>
		[...people]
			.sort((left, right) => (left.user_name < right.user_name ? -1 : 1))
			.map(({ user_id, user_display_name, user_name }) => [user_id, user_display_name, user_name]),
	// It looks for a part of a name by itself
	requests: { opened: 1, scrolled: 2, found: 1 },
	parameters: ({ applications }) => ({
		application: { __rl: true, mode: 'list', value: String(applications[0]?.application_id) },
	}),
};
