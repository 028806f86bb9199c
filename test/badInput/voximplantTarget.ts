import type { INodeParameters } from 'n8n-workflow';
import type { VoximplantSandbox } from '../../sandbox';
import { locator } from './places';
import { asText, type Rows, the } from './scene';
import * as is from './verdicts';

/** How the users of writes are named: each item has one of its own. */
export interface Target {
	user: INodeParameters;
	idOf: (serial: number) => number;
	/** The user by ID, by user name, and the application that this takes. */
	rows: Rows;
	/** Where the application is needed however the user is named, and sent. */
	rowsInApplication: Rows;
}

export function targetIn(sandbox: VoximplantSandbox, application: Rows): Target {
	const first = Number(the(sandbox.people[0]).user_id);
	const idOf = (serial: number) => first + 7 * serial;
	const names = JSON.stringify(sandbox.people.map(({ user_name }) => user_name));
	const named = locator('userName', `={{ ${names}[$json.serial] }}`);
	const byId: Rows = {
		'user.id': {
			good: idOf,
			judge: is.id(is.told(/there is no (such )?user/)),
			sends: (value) => ({ user_id: asText(value) }),
			gives: () => [{}],
		},
	};
	const byName = {
		good: (serial: number) => the(sandbox.people[serial]).user_name,
		judge: is.textToldOf(/there is no user/),
		looksUp: true,
	};
	const { application_id: id } = the(sandbox.applications[0]);
	const beside = { application: locator('id', id) };
	const toLookUp = Object.entries(application).map(([name, { sends: _sends, ...row }]) => {
		return [name, { ...row, beside: { user: named }, looksUp: true }] as const;
	});
	return {
		user: locator('id', `={{ ${first} + 7 * $json.serial }}`),
		idOf,
		rows: { ...byId, 'user.userName': { ...byName, beside }, ...Object.fromEntries(toLookUp) },
		rowsInApplication: { ...byId, 'user.userName': byName, ...application },
	};
}
