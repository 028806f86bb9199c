import type { INodeParameters } from 'n8n-workflow';
import type { VoximplantSandbox } from '../../../sandbox';
import { asText, type FieldCases } from '../fixture';
import * as is from '../expectations';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';

/** How the users of writes are named: each item has one of its own. */
export interface Target {
	user: INodeParameters;
	idOf: (serial: number) => number;
	/** The user by ID, by user name, and the application that this takes. */
	fields: FieldCases;
	/** Where the application is needed however the user is named, and sent. */
	fieldsInApplication: FieldCases;
}

export function targetIn(sandbox: VoximplantSandbox, application: FieldCases): Target {
	const first = Number(defined(sandbox.people[0]).user_id);
	const idOf = (serial: number) => first + 7 * serial;
	const names = JSON.stringify(sandbox.people.map(({ user_name }) => user_name));
	const named = locator('userName', `={{ ${names}[$json.serial] }}`);
	const byId: FieldCases = {
		'user.id': {
			good: idOf,
			expects: is.id(is.refusedByProvider(/there is no (such )?user/)),
			sends: (value) => ({ user_id: asText(value) }),
			gives: () => [{}],
		},
	};
	const byName = {
		good: (serial: number) => defined(sandbox.people[serial]).user_name,
		expects: is.textRefusedByProvider(/there is no user/),
		looksUp: true,
	};
	const { application_id: id } = defined(sandbox.applications[0]);
	const beside = { application: locator('id', id) };
	const toLookUp = Object.entries(application).map(([name, { sends: _sends, ...fieldCase }]) => {
		return [name, { ...fieldCase, beside: { user: named }, looksUp: true }] as const;
	});
	return {
		user: locator('id', `={{ ${first} + 7 * $json.serial }}`),
		idOf,
		fields: { ...byId, 'user.userName': { ...byName, beside }, ...Object.fromEntries(toLookUp) },
		fieldsInApplication: { ...byId, 'user.userName': byName, ...application },
	};
}
