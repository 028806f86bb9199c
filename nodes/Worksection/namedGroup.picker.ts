import type { Listing } from '../shared/paging/listing';
import type { Picker } from '../shared/picker/picker';
import { text } from '../shared/text/json';
import { teamDirectory } from './team/team';
import { worksectionUsers } from './user/user';
import { worksectionListing } from './worksection.actions';

/** A list of names, each once: what is chosen is the name itself. */
const namePicker = (field: string, listing: Picker['lists']): Picker => ({
	lists: listing,
	option(record) {
		const name = text(record[field]);
		return name === null ? undefined : { name, value: name };
	},
});

export const teamPicker = namePicker('title', () => [teamDirectory.listing]);

/** No action lists them: they are those that members belong to. */
const departmentsOf = (users: Listing): Listing => ({ ...users, what: 'departments' });

export const departmentPicker = namePicker('department', (_typed, form) => [
	departmentsOf(worksectionUsers.listing(form)),
]);

/** https://worksection.com/en/faq/api-user.html: `get_contact_groups`, not paged. */
export const folderPicker = namePicker('title', () => [
	worksectionListing('folders', 'get_contact_groups'),
]);
