import type { Users } from '../execution/provider';
import { nameAndMore } from './picker';
import type { Picker } from './picker';

/** A picker of users for an API that cannot search: shown as "Nathan Smith (nathan@example.com)". */
export const userPicker = (users: Users): Picker => ({
	lists: (_typed, form) => [users.listing(form)],
	option: (record, value) => ({ name: nameAndMore(value, ...users.label(record)), value }),
});
