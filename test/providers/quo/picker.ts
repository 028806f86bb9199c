import type { QuoSandbox } from '../../../sandbox';
import type { UserPicker } from '../../pickers/picker';

export const picker: UserPicker<QuoSandbox> = {
	addressField: 'baseUrl',
	shown: ({ people }) =>
		people.map(({ id, firstName, lastName, email }) => [
			id,
			[firstName, lastName].filter(Boolean).join(' ').trim(),
			email,
		]),
	requests: { opened: 1, scrolled: 3, found: 100 },
};
