import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../../nodes/shared/execution/provider';
import type { Call } from '../../../nodes/shared/http/connection';
import { lookUp, userDirectory } from '../../../nodes/shared/operations/lookUp';
import { createOrLookUp } from '../../../nodes/shared/operations/unknownOutcome';
import { shapeOf } from '../../../nodes/shared/output/shape';
import { showFor } from '../../../nodes/shared/parameters/fields';
import { outputFields } from '../../../nodes/shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../../nodes/shared/parameters/optionFields';
import { emailIn, passwordIn, textIn } from '../../../nodes/shared/parameters/values';
import { memberIn, rawFields, rosterUsers } from './user';

const show = showFor('user', 'create');

const required = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	required: true,
	displayOptions: { show },
	default: '',
});

export const fields: INodeProperties[] = [
	required('Email', 'email'),
	required('Nick', 'nick'),
	required('Password', 'password'),
	...outputFields(show, rawFields),
	optionsField(show, itemOptions()),
];

export const execute: Execute = async (item) => {
	const shape = shapeOf(item, rosterUsers.shapes);
	const mail = emailIn(item.parameter('email'), 'Email');
	const password = passwordIn(item.parameter('password'), 'Password', { shortest: 4 });
	const call: Call = {
		method: 'POST',
		path: '/members',
		json: { mail, password, nick: textIn(item.parameter('nick'), 'Nick') },
		passwords: ['password'],
	};
	const locator = { mode: 'email', value: mail };
	const created = await createOrLookUp(item, {
		write: async () => await item.write(call, ({ body }) => memberIn(body)),
		lookUp: async () => await lookUp(item, locator, userDirectory(item, rosterUsers)),
		who: `the member with the e-mail '${mail}'`,
		it: 'the member',
		done: 'created',
	});
	return 'answer' in created
		? [{ ...shape(created.answer), created: true }]
		: [{ ...shape(created.existing), created: null }];
};
