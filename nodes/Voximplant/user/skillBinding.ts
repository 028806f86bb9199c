import type { INodeProperties } from 'n8n-workflow';
import { fromList, idMode } from '../../shared/parameters/fields';
import type { Show } from '../../shared/parameters/fields';
import { applicationFieldsUnlessId } from '../application/applicationField';
import { skillListing } from '../skill/skill';
import { bindingFields } from './binding';
import type { BindingTarget } from './binding';
import { userField } from './chosenUser';

/** https://docs.voximplant.ai/api-reference/management-api/reference/skills/bind-skill */
export const SKILL: BindingTarget = {
	method: 'BindSkill',
	parameter: 'skill',
	noun: 'skill',
	title: 'Skill',
	id: 'skill_id',
	name: 'skill_name',
	search: 'skill_name',
	listing: skillListing,
	inApplication: false,
	unknownCode: '222',
	next: "Check 'Skill'.",
	option: 'With Skills',
};

/** The fields of *Bind Skill* and *Unbind Skill*. */
export const skillBindingFields = (show: Show): INodeProperties[] => [
	...applicationFieldsUnlessId(show),
	userField(show),
	{
		displayName: 'Skill',
		name: 'skill',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show },
		default: { mode: 'list', value: '' },
		description: 'The skill. Choose from the list, or enter its exact name or an ID.',
		modes: [
			fromList('searchSkills'),
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. english',
			},
			idMode('e.g. 12345'),
		],
	},
	...bindingFields(show),
];
