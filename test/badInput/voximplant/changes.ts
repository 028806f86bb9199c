import type { INodeParameters } from 'n8n-workflow';
import {
	asPlainText,
	asText,
	type FieldCase,
	type FieldCases,
	type OperationCase,
} from '../fixture';
import { answers, limits, outputs } from '../sharedFields';
import * as is from '../expectations';
import type { Target } from './target';

const PASSWORD = 'Kept-s3cret!';
const nameOf = (serial: number) => `zoe-${serial}`;

const words = (parameter: string, expects: is.Expect): FieldCase => ({
	good: () => 'Zoë & Søn',
	expects,
	sends: (value) => ({ [parameter]: asText(value) }),
});

const flag = (parameter: string): FieldCase => ({
	good: () => true,
	expects: is.flag(),
	sends: (value) => ({ [parameter]: String(value) }),
});

const tooLong = (code: number) => is.refusedByProvider(new RegExp(`code ${code}`));

const password: FieldCase = {
	good: () => PASSWORD,
	expects: is.password({
		'a huge text': is.refusedByProvider(/code 464/),
		unicode: is.refusedByProvider(/code 524/),
		'a path': is.refusedByProvider(/code 464/),
		'control characters': is.refusedByProvider(/code 524/),
	}),
	sends: (user_password) => ({ user_password }),
	secret: true,
};

/** Letters, digits, - and _; `4321` is one. */
const userName = (parameter: string, code: number): FieldCase => ({
	good: (serial) => nameOf(serial),
	expects: is.textRefusedByProvider(new RegExp(`code ${code}`), {
		'a number': is.fine,
		'a text': is.fine,
	}),
	sends: (value) => ({ [parameter]: asPlainText(value) }),
	gives: () => [{}],
});

/** Fields that may be left empty: the page sets nothing but a greatest length. */
const optional = (empty: (parameter: string) => Record<string, unknown>): FieldCases => {
	const erased = (fieldCase: FieldCase, parameter: string, read = asText): FieldCase => ({
		...fieldCase,
		sends: (value) => (value === '' ? empty(parameter) : { [parameter]: read(value) }),
	});
	const phone = is.textRefusedByProvider(/code 203/, {
		'a number': is.refusedByProvider(/code 203/),
		empty: is.fine,
	});
	const data = is.text({ 'a huge text': tooLong(212), empty: is.fine });
	return {
		userCustomData: erased(words('user_custom_data', data), 'user_custom_data'),
		mobilePhone: erased(
			{ ...words('mobile_phone', phone), good: () => '15551234567' },
			'mobile_phone',
			asPlainText,
		),
		userActive: flag('user_active'),
		parentAccounting: flag('parent_accounting'),
	};
};

const within = (collection: string, fields: FieldCases): FieldCases =>
	Object.fromEntries(
		Object.entries(fields).map(([name, fieldCase]) => [`${collection}.${name}`, fieldCase]),
	);

interface InApplication {
	fields: FieldCases;
	/** What the application adds to the request. */
	sent: Record<string, unknown>;
}

export function created(base: INodeParameters, { fields, sent }: InApplication): OperationCase {
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
		fields: {
			...fields,
			userName: userName('user_name', 122),
			userDisplayName: words('user_display_name', is.text({ 'a huge text': tooLong(157) })),
			userPassword: password,
			...within(
				'additionalFields',
				optional(() => ({})),
			),
			'options.ifUserExists': { good: () => 'fail', expects: is.choice('fail', 'returnExisting') },
			...outputs('user_name', (serial) => [{ user_name: nameOf(serial) }]),
			...limits('concurrency'),
		},
	};
}

export function updated(
	options: INodeParameters,
	target: Target,
): Record<'update' | 'delete', OperationCase> {
	const { user, idOf, fields } = target;
	return {
		update: {
			base: { user, updateFields: { userDisplayName: 'Zoë' }, output: 'simplified', options },
			gives: (serial) => [{ user_id: idOf(serial), updated: true }],
			writes: (serial) => ({
				method: 'SetUserInfo',
				user_id: String(idOf(serial)),
				user_display_name: 'Zoë',
			}),
			fields: {
				...fields,
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
			fields: { ...fields, ...limits('concurrency') },
		},
	};
}
