import { nameAndMore } from '../../shared/picker/picker';
import type { Picker } from '../../shared/picker/picker';
import { PROJECT_STATUSES, projectListing } from './project';

/** The projects that members can be removed from. */
export const projectPicker: Picker = {
	lists: () => PROJECT_STATUSES.map((status) => projectListing(status)),
	option: ({ name, status }, value) => ({
		name: nameAndMore(value, name, status === 'pending' ? status : null),
		value,
	}),
};
