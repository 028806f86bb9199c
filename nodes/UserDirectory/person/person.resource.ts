import type { INodeProperties } from 'n8n-workflow';
import type { Directory } from '../../shared/directory/directory';
import { showFor } from '../../shared/parameters/fields';
import { authenticationFields } from '../directoryCredentials';
import { directoriesField, listFields, matchingField } from '../directoryFields';
import { peopleOptions } from '../optionFields';
import type { PersonOperation } from '../personOperation';
import * as compare from './compare.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import * as offboard from './offboard.operation';
import * as onboard from './onboard.operation';

const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['person'] } },
	options: [
		{
			name: 'Compare with Roster',
			value: 'compare',
			description: 'Compare the input items with the people in the directories',
			action: 'Compare people with a roster',
		},
		{
			name: 'Find',
			value: 'get',
			description: 'Find one person by e-mail address in all directories',
			action: 'Find a person',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			description: 'List many people across directories, one item per person',
			action: 'Get many people',
		},
		{
			name: 'Offboard',
			value: 'offboard',
			description: 'Take a person out of each directory. Dry Run only says what would be done.',
			action: 'Offboard a person',
		},
		{
			name: 'Onboard',
			value: 'onboard',
			description:
				'Give a person an account in each directory. Dry Run only says what would be done.',
			action: 'Onboard a person',
		},
	],
	default: 'getAll',
};

/** The operations on people, and the fields of each. */
export const personFields = (directories: readonly Directory[]): INodeProperties[] => [
	operationField,
	directoriesField(directories),
	...authenticationFields(directories),
	...listFields(directories),
	...get.fields,
	...getAll.fields(directories),
	...compare.fields,
	...onboard.fields(directories),
	...offboard.fields(directories),
	matchingField(directories),
	peopleOptions(directories, showFor('person', 'get'), [get.ifNotFound]),
	peopleOptions(directories, showFor('person', 'getAll', 'compare')),
	peopleOptions(directories, showFor('person', 'onboard'), [onboard.maxPeople]),
	peopleOptions(directories, showFor('person', 'offboard'), [
		offboard.includeAdmins,
		offboard.maxPeople,
	]),
];

/** What is done once per input item. */
export const eachItem: Record<string, PersonOperation> = { get, getAll, offboard, onboard };
