import { nameAndMore } from '../../shared/picker/picker';
import type { Picker } from '../../shared/picker/picker';
import { subUserListing } from './subUser';

/** The API finds no name: all are read. */
export const subUserPicker: Picker = {
	lists: () => [subUserListing({})],
	option: ({ subuser_name: name, description }, value) => ({
		name: nameAndMore(value, name, description),
		value,
		// The page that https://docs.voximplant.ai/platform/voxengine/subusers links.
		url: 'https://manage.voximplant.com/settings/subusers',
	}),
};
