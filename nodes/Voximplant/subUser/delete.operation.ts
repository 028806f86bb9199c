import type { INodeProperties } from 'n8n-workflow';
import { onProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { Execute } from '../../shared/execution/provider';
import { notInIncomplete } from '../../shared/operations/lookUp';
import { refuseRetryOnFail } from '../../shared/operations/retryOnFail';
import { writeOrLookUp } from '../../shared/operations/unknownOutcome';
import { fromList, idMode, showFor } from '../../shared/parameters/fields';
import { chosenIdIn } from '../../shared/parameters/locator';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { digitsIn } from '../../shared/parameters/values';
import { exactNumber, idOf } from '../../shared/text/json';
import { succeeded, writeMethod } from '../voximplant.methods';
import { refuseKeyOwner } from './keyOwners';
import { INVALID_SUB_USER_ID, subUserWithId } from './subUser';

const show = showFor('subUser', 'delete');
const TITLE = 'Sub-User';

export const fields: INodeProperties[] = [
	{
		displayName: TITLE,
		name: 'subUser',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show },
		default: { mode: 'list', value: '' },
		description:
			'The sub-user, who can sign in to the control panel. Choose from the list, or enter an ID.',
		modes: [fromList('searchSubUsers'), idMode('e.g. 12345')],
	},
	optionsField(show, itemOptions()),
];

/** Whether nobody has the ID any more, read afresh. */
async function isGone(item: Item, id: string): Promise<boolean> {
	let missing: string | undefined;
	for await (const { records, gap } of item.pages(subUserWithId(id))) {
		if (records.some((subUser) => idOf(subUser.subuser_id) === id)) return false;
		missing = gap;
	}
	if (missing === undefined) return true;
	throw notInIncomplete(item, id, missing);
}

/** https://voximplant.com/docs/references/httpapi/rolesystem#delsubuser */
async function remove(item: Item, id: string, who: string): Promise<void> {
	await onProviderError(
		async () => {
			await item.write(writeMethod('DelSubUser', { subuser_id: id }), succeeded);
		},
		(error) => {
			if (error.details.code !== INVALID_SUB_USER_ID) throw error;
			throw error.with({ text: `there is no such sub-user: ${who} (${error.details.text})` });
		},
	);
}

export const execute: Execute = async (item) => {
	refuseRetryOnFail(item);
	const id = digitsIn(chosenIdIn(item.parameter('subUser'), TITLE), TITLE);
	const who = `the sub-user with the ID '${id}'`;
	await refuseKeyOwner(item, id);
	await writeOrLookUp(item, {
		write: async () => await remove(item, id, who),
		isDone: async () => await isGone(item, id),
		who,
		done: 'deleted',
	});
	return [{ subuser_id: exactNumber(id), deleted: true }];
};
