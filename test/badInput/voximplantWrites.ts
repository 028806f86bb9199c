import type { INodeParameters } from 'n8n-workflow';
import { asText, type Row, type Rows, type Stage } from './scene';
import { answers, limits, outputs } from './sharedRows';
import * as is from './verdicts';
import type { Target } from './voximplantTarget';

const PASSWORD = 'Kept-s3cret!';
const nameOf = (serial: number) => `zoe-${serial}`;

const words = (parameter: string, judge: is.Judge): Row => ({
	good: () => 'Zoë & Søn',
	judge,
	sends: (value) => ({ [parameter]: asText(value) }),
});

const flag = (parameter: string): Row => ({
	good: () => true,
	judge: is.flag(),
	sends: (value) => ({ [parameter]: String(value) }),
});

const tooLong = (code: number) => is.told(new RegExp(`code ${code}`));

const password: Row = {
	good: () => PASSWORD,
	judge: is.password({
		'a huge text': is.told(/code 464/),
		unicode: is.told(/code 524/),
		'a path': is.told(/code 464/),
		'control characters': is.told(/code 524/),
	}),
	sends: (user_password) => ({ user_password }),
	secret: true,
};

/** Letters, digits, - and _; `4321` is one. */
const userName = (parameter: string, code: number): Row => ({
	good: (serial) => nameOf(serial),
	judge: is.textToldOf(new RegExp(`code ${code}`), { 'a number': is.fine, 'a text': is.fine }),
	sends: (value) => ({ [parameter]: asText(value) }),
	gives: () => [{}],
});

/** Fields that may be left empty: the page sets nothing but a greatest length. */
const optional = (empty: (parameter: string) => Record<string, unknown>): Rows => {
	const erased = (row: Row, parameter: string): Row => ({
		...row,
		sends: (value) => (value === '' ? empty(parameter) : { [parameter]: asText(value) }),
	});
	const phone = is.textToldOf(/code 203/, { 'a number': is.told(/code 203/), empty: is.fine });
	const data = is.text({ 'a huge text': tooLong(212), empty: is.fine });
	return {
		userCustomData: erased(words('user_custom_data', data), 'user_custom_data'),
		mobilePhone: erased(
			{ ...words('mobile_phone', phone), good: () => '15551234567' },
			'mobile_phone',
		),
		userActive: flag('user_active'),
		parentAccounting: flag('parent_accounting'),
	};
};

const within = (collection: string, rows: Rows): Rows =>
	Object.fromEntries(Object.entries(rows).map(([name, row]) => [`${collection}.${name}`, row]));

interface InApplication {
	rows: Rows;
	/** What the application adds to the request. */
	sent: Record<string, unknown>;
}

export function created(base: INodeParameters, { rows, sent }: InApplication): Stage {
	const gives = (serial: number) => [{ user_name: nameOf(serial), created: true }];
	return {
		base: {
			...base,
			userName: '=zoe-{{ $json.serial }}',
			userDisplayName: 'Zoë',
			userPassword: PASSWORD,
		},
		gives,
		writes: (serial) => ({
			...sent,
			method: 'AddUser',
			user_name: nameOf(serial),
			user_display_name: 'Zoë',
			user_password: PASSWORD,
		}),
		rows: {
			...rows,
			userName: userName('user_name', 122),
			userDisplayName: words('user_display_name', is.text({ 'a huge text': tooLong(157) })),
			userPassword: password,
			...within(
				'additionalFields',
				optional(() => ({})),
			),
			...outputs('user_name', (serial) => [{ user_name: nameOf(serial) }]),
			...limits('concurrency'),
		},
	};
}

export function updated(
	options: INodeParameters,
	target: Target,
): Record<'update' | 'delete', Stage> {
	const { user, idOf, rows } = target;
	return {
		update: {
			base: { user, updateFields: { userDisplayName: 'Zoë' }, output: 'simplified', options },
			gives: (serial) => [{ user_id: idOf(serial), updated: true }],
			writes: (serial) => ({
				method: 'SetUserInfo',
				user_id: String(idOf(serial)),
				user_display_name: 'Zoë',
			}),
			rows: {
				...rows,
				...within('updateFields', {
					...optional((parameter) => ({ [parameter]: '' })),
					userDisplayName: words('user_display_name', is.text({ 'a huge text': tooLong(157) })),
					userPassword: password,
					newUserName: userName('new_user_name', 462),
				}),
				...answers(),
				...limits('concurrency'),
			},
		},
		delete: {
			base: { user, options },
			gives: (serial) => [{ user_id: idOf(serial), deleted: true }],
			writes: (serial) => ({ method: 'DelUser', user_id: String(idOf(serial)) }),
			rows: { ...rows, ...limits('concurrency') },
		},
	};
}
