import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { InputError } from '../../shared/errors';
import { showFor } from '../../shared/parameters/fields';
import { choiceIn, isBlank, quoted, textIn } from '../../shared/parameters/values';
import { isRecord, list } from '../../shared/text/json';
import { compareRoster } from '../comparison';
import type { FieldPair } from '../comparison';
import { readIgnored } from '../ignored';
import { readMatching, refuseWithoutAddresses } from '../matchingSettings';
import type { PeopleItem } from '../peopleItem';
import { readPeople } from '../readPeople';
import { fieldOf, readRoster } from '../roster';
import { UNIFIED_FIELDS } from '../unifiedFields';

const show = showFor('person', 'compare');

export const fields: INodeProperties[] = [
	{
		displayName: 'Email Field',
		name: 'rosterEmailField',
		type: 'string',
		requiresDataPath: 'single',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. email',
		default: 'email',
		description:
			'Name of the field of the input items with the e-mail address. Use dots for a field inside another one.',
		hint: 'Enter the field name as text',
	},
	{
		displayName: 'Fields to Compare',
		name: 'compareFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add field',
		displayOptions: { show },
		default: {},
		description:
			'Values that should be the same in the roster and in the directory. What differs is listed in the items of Matched.',
		options: [
			{
				displayName: 'Field',
				name: 'pairs',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'options',
						options: UNIFIED_FIELDS,
						default: 'displayName',
						description: 'Field of the user in the directory, as in the output Unified User',
					},
					{
						displayName: 'Roster Field',
						name: 'rosterField',
						type: 'string',
						requiresDataPath: 'single',
						default: '',
						placeholder: 'e.g. name',
						description: 'Name of the field of the input items to compare it with',
					},
				],
			},
		],
	},
	{
		displayName: 'Ignore',
		name: 'ignore',
		type: 'string',
		typeOptions: { rows: 3 },
		displayOptions: { show },
		placeholder: 'e.g. @bots.example.com',
		default: '',
		description:
			'E-mail addresses or domains to leave out of the roster and of the directories, one in each line',
	},
];

/** All input items together are the roster. */
export async function compare(
	item: PeopleItem,
	input: readonly INodeExecutionData[],
): Promise<INodeExecutionData[][]> {
	const matching = readMatching(item);
	refuseWithoutAddresses(item, matching);
	const { main, directories } = item;
	const pairs = pairsIn(main.parameter('compareFields'));
	const isIgnored = readIgnored(ignoredIn(main.parameter('ignore')), matching.rules);
	const field = textIn(main.parameter('rosterEmailField'), 'Email Field');
	const jsons = input.map(({ json }) => json);
	const rows = readRoster(jsons, field, matching.rules);
	hintAtMissingFields(item, jsons, pairs);
	const groups = await readPeople(item, matching);
	const compared = compareRoster({
		rows,
		directories: directories.map(({ provider }) => provider.name),
		groups,
		pairs,
		isIgnored,
		titleOf: item.titleOf,
	});
	return [compared.matched, compared.missing, compared.extra, compared.review];
}

/** What no row has isn't compared, which would look as if all were the same. */
function hintAtMissingFields(
	{ main }: PeopleItem,
	jsons: readonly IDataObject[],
	pairs: readonly FieldPair[],
): void {
	for (const { rosterField } of pairs) {
		if (jsons.some((json) => fieldOf(json, rosterField) !== undefined)) continue;
		main.hint(`No input item has the field ${quoted(rosterField)}: it was not compared.`);
	}
}

const ignoredIn = (value: unknown): string =>
	isBlank(value) ? '' : textIn(Array.isArray(value) ? value.join('\n') : value, 'Ignore');

function pairsIn(value: unknown): FieldPair[] {
	const pairs = isRecord(value) ? (list(value.pairs) ?? []) : [];
	const names = UNIFIED_FIELDS.map((option) => String(option.value));
	const read = pairs.filter(isRecord).map(({ field, rosterField }) => ({
		field: choiceIn(field, 'Field', names),
		rosterField: textIn(rosterField, 'Roster Field'),
	}));
	const twice = read.find(
		(pair, index) =>
			read.findIndex(
				({ field, rosterField }) => field === pair.field && rosterField === pair.rosterField,
			) !== index,
	);
	if (!twice) return read;
	throw new InputError(
		`'Fields to Compare' has '${twice.field}' with '${twice.rosterField}' twice.`,
		'Remove one of them.',
	);
}
