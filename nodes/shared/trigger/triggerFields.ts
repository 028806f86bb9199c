import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { filtersField } from '../parameters/fields';
import type { Filter } from '../operations/filters';
import { optionsField } from '../parameters/optionFields';
import { outputFields } from '../parameters/outputFields';

/** The fields of a trigger; all are always shown. */

const EVENT_CHOICES: INodePropertyOptions[] = [
	{
		name: 'User Changed',
		value: 'changed',
		description: 'One of the fields to watch has another value than at the last poll',
	},
	{
		name: 'User Joined',
		value: 'joined',
		description: 'Somebody is in the list who was not there at the last poll',
	},
	{
		name: 'User Left',
		value: 'left',
		description: 'Somebody is no longer in the list, or no longer passes the filters',
	},
];

const firstPoll: INodeProperties = {
	displayName: 'First Poll',
	name: 'firstPoll',
	type: 'options',
	options: [
		{
			name: 'Report Everybody as Joined',
			value: 'emitAll',
			description: 'One event for each user who is there when the workflow is first activated',
		},
		{
			name: 'Report Nobody',
			value: 'baseline',
			description: 'Only what happens from then on is reported',
		},
	],
	default: 'baseline',
	description: 'Whether to report the users who are there at the first poll: baseline, emitAll',
};

const maxLeftPercent: INodeProperties = {
	displayName: 'Max Left (Percent)',
	name: 'maxLeftPercent',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	default: 20,
	description:
		'The poll fails and reports nobody if the list is empty, or if more than 5 users and more than this share of all are missing at once. 100 allows all.',
};

const remember: INodeProperties = {
	displayName: 'Remember',
	name: 'remember',
	type: 'options',
	options: [
		{
			name: 'Fingerprints',
			value: 'fingerprints',
			description:
				'IDs and a digest of the watched fields, no names or addresses. Then changes is null, and of users who left only the ID is known.',
		},
		{
			name: 'Values',
			value: 'values',
			description: 'The watched fields, and name and e-mail address',
		},
	],
	default: 'values',
	description:
		"What to keep of each user in the workflow's static data until the next poll: values, fingerprints",
};

export interface TriggerFields {
	/** What chooses the list. */
	list?: INodeProperties[];
	rawFields: INodePropertyOptions[];
	/** Raw fields watched by default. */
	watched: string[];
	filters: readonly Filter[];
	options: INodeProperties[];
}

export function triggerFields(fields: TriggerFields): INodeProperties[] {
	const { list = [], rawFields, watched, filters, options } = fields;
	return [
		...list,
		{
			displayName:
				"Each poll reads the whole list. For more than 1,000 users, set 'Poll Times' to Every Hour.",
			name: 'pollNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Trigger On',
			name: 'events',
			type: 'multiOptions',
			required: true,
			options: EVENT_CHOICES,
			default: ['joined', 'changed', 'left'],
			description: 'Which events to report: joined, changed, left',
		},
		{
			displayName: 'Fields to Watch',
			name: 'fieldsToWatch',
			type: 'multiOptions',
			options: rawFields,
			default: [...watched],
			description:
				'Raw fields whose change counts as a change of the user. Their values are remembered until the next poll. After you change the fields, the next poll reports nobody.',
		},
		{
			...filtersField({}, filters),
			description:
				'Users who stop passing a filter are reported as left, and those who start passing as joined. After you change a filter, the next poll reports nobody.',
		},
		...outputFields({}, rawFields),
		optionsField({}, [firstPoll, maxLeftPercent, remember, ...options]),
	];
}
