import type { Directory } from '../shared/directory/directory';
import { departmentPicker, teamPicker } from './namedGroup.picker';
import { offboardWorksection } from './user/offboard';
import { onboardWorksection } from './user/onboard';
import { authenticationField } from './worksection.authentication';
import { worksection } from './worksection.provider';

export const worksectionDirectory: Directory = {
	provider: worksection,
	authentication: authenticationField,
	pickers: { searchDepartments: departmentPicker, searchTeams: teamPicker },
	onboard: onboardWorksection,
	offboard: offboardWorksection,
};
