import type { Directory } from '../shared/directory/directory';
import { quo } from './quo.provider';
import { includePhoneNumbers, withPhoneNumbers } from './user/includePhoneNumbers';

/** Where members are invited and removed: https://support.quo.com/core-concepts/administration/members */
const url = () => 'https://my.quo.com';

export const quoDirectory: Directory = {
	provider: quo,
	options: [includePhoneNumbers],
	complete: withPhoneNumbers,
	onboard: {
		note: "Quo's API creates no users: invite the person in Quo under Settings → Members.",
		url,
	},
	offboard: {
		note: "Quo's API removes no users: remove the person in Quo under Settings → Members.",
		url,
	},
};
