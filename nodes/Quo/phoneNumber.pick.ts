import { nameAndMore } from '../shared/pick';
import type { Picker } from '../shared/pick';
import { quoPhoneNumbers } from './quo.phoneNumber';

/** Quo's API looks for none. */
export const phoneNumbers: Picker = {
	lists: () => [quoPhoneNumbers()],
	entry: ({ name, number }, value) => ({ name: nameAndMore(value, name, number), value }),
};
