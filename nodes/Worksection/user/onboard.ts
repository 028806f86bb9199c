import type { Onboarding } from '../../shared/directory/directory';
import { madeAccount } from '../../shared/directory/madeAccount';
import { readAdditionalFields } from '../../shared/parameters/sentFields';
import { additionalFields, execute } from './invite.operation';

const FIELDS = 'Worksection Fields';
const NAMES = ['firstName', 'lastName'];

/** What an invitation takes besides the names, which the node asks for once. */
const fields = additionalFields.filter(({ field }) => !NAMES.includes(field.name));

/** A new member by *Invite*: Worksection sends the invitation at once. */
export const onboardWorksection: Onboarding = {
	fields: (show) => [
		{
			displayName: FIELDS,
			name: 'worksectionFields',
			type: 'collection',
			placeholder: 'Add field',
			displayOptions: { show },
			default: {},
			options: fields.map(({ field }) => field),
		},
	],
	prepare(item, { email, firstName, lastName }) {
		const entered = item.collection('worksectionFields', FIELDS);
		readAdditionalFields(entered, fields);
		const invite = item.with({
			...{ email, output: 'simplified' },
			additionalFields: { ...entered, firstName, lastName },
			options: { ...item.options, ifUserExists: 'returnExisting' },
		});
		return {
			done: 'invited',
			async create() {
				const made = await madeAccount(execute, invite, 'invited');
				if (made.existed) return made;
				// The shape that says whether the member is new has the whole name alone.
				return { ...made, record: { ...made.record, first_name: firstName, last_name: lastName } };
			},
		};
	},
};
