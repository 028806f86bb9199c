import { nameAndMore } from '../../shared/picker/picker';
import type { Picker } from '../../shared/picker/picker';
import { phoneNumberListing } from './phoneNumber';

/** Quo's API has no search: the whole list is read. */
export const phoneNumberPicker: Picker = {
	lists: () => [phoneNumberListing()],
	option: ({ name, number }, value) => ({ name: nameAndMore(value, name, number), value }),
};
