import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { additionalFieldsField, showFor } from '../../shared/parameters/fields';
import { answerOutput } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { readAdditionalFields } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { flagIn, textIn } from '../../shared/parameters/values';
import { createRecord } from '../createRecord';
import type { RecordKind } from '../createRecord';
import { idOf } from '../../shared/text/json';
import { WORKSECTION_RATE } from '../worksection.connection';
import { teamDirectory, teamShapes } from './team';

const show = showFor('team', 'create');

const additionalFields: SentField[] = [
	{
		field: {
			displayName: 'Client',
			name: 'client',
			type: 'boolean',
			default: false,
			description: 'Whether the team belongs to an external client instead of your own company',
		},
		send: (value, title) => ({ client: Number(flagIn(value, title)) }),
	},
];

export const fields: INodeProperties[] = [
	{
		displayName: 'Team Name',
		name: 'teamName',
		type: 'string',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. Marketing',
		default: '',
		description:
			"Name of the new team. If a team already has this name, you get that team, with 'created' set to false.",
	},
	additionalFieldsField(show, additionalFields),
	...answerOutput(show),
	optionsField(show, itemOptions(WORKSECTION_RATE)),
];

/** Where a team has that name already, Worksection makes no second one, and answers as if it had. */
const TEAM: RecordKind = {
	shapes: teamShapes,
	directory: () => teamDirectory,
	done: 'created',
	flag: 'created',
	knownIds: async (item) =>
		await item.oncePerRun('team IDs', async () => {
			const ids = new Set<string>();
			for await (const { records } of item.pages(teamDirectory.listing))
				for (const { id } of records) ids.add(idOf(id) ?? '');
			return ids;
		}),
};

/** https://worksection.com/en/faq/api-user.html: `add_user_group` */
export const execute: Execute = async (item) =>
	await createRecord(item, TEAM, () => {
		const title = textIn(item.parameter('teamName'), 'Team Name');
		const additional = item.collection('additionalFields', 'Additional Fields');
		return {
			action: 'add_user_group',
			parameters: { title, ...readAdditionalFields(additional, additionalFields) },
			locator: { mode: 'name', value: title },
			who: `the team '${title}'`,
		};
	});
