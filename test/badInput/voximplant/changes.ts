import type { INodeParameters } from 'n8n-workflow';
import {
	asFlag,
	asPlainText,
	asText,
	isBlank,
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
	sends: (value) => ({ [parameter]: asFlag(value) }),
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

/** In an empty cell, nothing is sent. */
const unlessBlank = (fieldCase: FieldCase): FieldCase => ({
	...fieldCase,
	expects: is.unlessBlank(fieldCase.expects),
	sends: (value) => (isBlank(value) ? {} : (fieldCase.sends?.(value) ?? {})),
});

const phone: FieldCase = {
	good: () => '15551234567',
	expects: is.textRefusedByProvider(/code 203/, {
		'a number': is.refusedByProvider(/code 203/),
	}),
	sends: (value) => ({ mobile_phone: asPlainText(value) }),
};

const optional: FieldCases = {
	userCustomData: unlessBlank(words('user_custom_data', is.text({ 'a huge text': tooLong(212) }))),
	mobilePhone: unlessBlank(phone),
	userActive: unlessBlank(flag('user_active')),
	parentAccounting: unlessBlank(flag('parent_accounting')),
};

const displayName = words('user_display_name', is.text({ 'a huge text': tooLong(157) }));

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
			userDisplayName: displayName,
			userPassword: password,
			...within('additionalFields', optional),
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
					...optional,
					userDisplayName: {
						...displayName,
						expects: is.unlessBlank(displayName.expects),
						// something to change beside it
						beside: { updateFields: { userActive: true } },
						sends: (value) => ({
							user_active: 'true',
							user_display_name: isBlank(value) ? undefined : asText(value),
						}),
					},
					userPassword: unlessBlank(password),
					newUserName: unlessBlank(userName('new_user_name', 462)),
				}),
				'options.clearEmptyFields': { good: () => false, expects: is.flag() },
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
