import { isNumber, nameAndMore } from '../../shared/picker/picker';
import type { Picker } from '../../shared/picker/picker';
import { applicationListing, applicationWithId } from './application';

/** By a part of the name, which is in lower case, or by ID. */
export const applicationPicker: Picker = {
	lists(typed) {
		if (typed === '') return [applicationListing({})];
		const byName = applicationListing({ application_name: typed.toLowerCase() });
		return isNumber(typed) ? [byName, applicationWithId(typed)] : [byName];
	},
	option: ({ application_name: name }, value) => ({
		name: nameAndMore(value, name, null),
		value,
		// The only page of the control panel about it that Voximplant's own references link.
		url: 'https://manage.voximplant.com/applications',
	}),
};
