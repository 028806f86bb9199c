import type { AutocallsSandbox } from '../../../sandbox';
import type { UserPicker } from '../../pickers/picker';

export const picker: UserPicker<AutocallsSandbox> = {
	addressField: 'baseUrl',
	shown: ({ people }) => people.map(({ id, name, email }) => [id, name, email]),
	requests: { opened: 4, scrolled: 9, found: 50 },
};
