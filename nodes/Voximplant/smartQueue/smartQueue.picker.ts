import { nameAndMore } from '../../shared/picker/picker';
import type { Picker } from '../../shared/picker/picker';
import { applicationOf } from '../application/applicationOf';
import { smartQueueListing } from './smartQueue';

/** Voximplant doesn't say whether its API tells upper from lower case in a name: all are read. */
export const smartQueuePicker: Picker = {
	lists: (_typed, form) => [smartQueueListing(applicationOf(form, 'SmartQueues').query)],
	option: ({ sq_queue_name: name }, value) => ({ name: nameAndMore(value, name, null), value }),
};
