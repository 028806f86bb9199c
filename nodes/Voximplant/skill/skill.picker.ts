import { nameAndMore } from '../../shared/picker/picker';
import type { Picker } from '../../shared/picker/picker';
import { skillListing } from './skill';

/** Voximplant doesn't say whether its API finds a part of a skill's name: all are read. */
export const skillPicker: Picker = {
	lists: () => [skillListing({})],
	option: ({ skill_name: name }, value) => ({ name: nameAndMore(value, name, null), value }),
};
