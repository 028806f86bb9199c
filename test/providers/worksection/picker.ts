import type { WorksectionSandbox } from '../../../sandbox';
import type { UserPicker } from '../../pickers/picker';

export const picker: UserPicker<WorksectionSandbox> = {
	addressField: 'accountUrl',
	shown: ({ people }) => people.map(({ id, name, email }) => [id, name, email]),
	requests: { opened: 1, scrolled: 1, found: 1 },
};
