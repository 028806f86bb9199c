import { nameAndMore } from '../shared/pick';
import type { Picker } from '../shared/pick';
import { fullName, quoUsers } from './quo.user';

/** Quo's API looks for nobody. */
export const users: Picker = {
	lists: () => [quoUsers],
	entry: (user, value) => ({ name: nameAndMore(value, fullName(user), user.email), value }),
};
