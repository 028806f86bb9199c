import { nameAndMore } from '../shared/pick';
import type { Picker } from '../shared/pick';
import { autocallsUsers } from './autocalls.user';

/** Autocalls' API looks for nobody. */
export const users: Picker = {
	lists: () => [autocallsUsers],
	entry: ({ name, email }, value) => ({ name: nameAndMore(value, name, email), value }),
};
