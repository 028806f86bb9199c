import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { OPTION, pageSizeOption, requestOptions } from '../../shared/parameters/optionFields';
import { triggerFields } from '../../shared/trigger/triggerFields';
import type { UserTrigger } from '../../shared/trigger/userTrigger';
import { applicationField } from '../application/applicationField';
import { voximplant } from '../voximplant.provider';
import { request } from './getAll.operation';
import { withQueues, withSkills } from './includeOptions';
import { rawFields } from './rawFields';
import { userFilters } from './userFilters';

export const fields: INodeProperties[] = triggerFields({
	list: [applicationField({})],
	rawFields,
	watched: ['user_name', 'user_display_name', 'user_active', 'frozen'],
	filters: userFilters,
	options: [
		OPTION.pagesAtOnce,
		pageSizeOption(100, 1000),
		withQueues.field,
		withSkills.field,
		...requestOptions(),
	],
});

const neededOption = ({ name, displayName: title }: INodeProperties) => ({ name, title });

const { shapes } = voximplant.users;

/** Who is frozen isn't active, and whether somebody is can't be told from one of the two fields. */
function knownActive({ user_active: active, frozen }: IDataObject): boolean | null {
	if (active === false || frozen === true) return false;
	return active === true && frozen === false ? true : null;
}

export const voximplantTrigger: UserTrigger = {
	provider: voximplant,
	id: 'user_id',
	identity: ['user_name'],
	// https://docs.voximplant.ai/api-reference/management-api/structures/user-info-type
	absent: { frozen: false },
	partShapes: {
		...shapes,
		unify: (user) => ({ ...shapes.unify(user), active: knownActive(user) }),
	},
	needs: { acd_queues: neededOption(withQueues.field), skills: neededOption(withSkills.field) },
	request,
};
