import type { Directory } from '../shared/directory/directory';
import { applicationIn } from './application/application';
import { applicationPicker } from './application/application.picker';
import { applicationField } from './application/applicationField';
import { emailSources } from './user/emailSources';
import { offboardVoximplant } from './user/offboard';
import { onboardVoximplant } from './user/onboard';
import { voximplant } from './voximplant.provider';

export const voximplantDirectory: Directory = {
	provider: voximplant,
	fields: (show) => [applicationField(show)],
	pickers: { searchApplications: applicationPicker },
	searched: (item) => `Searched in the Voximplant application '${applicationIn(item).name}'.`,
	emailSources,
	onboard: onboardVoximplant,
	offboard: offboardVoximplant,
};
