import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startAutocalls, type AutocallsUser } from '../../../sandbox';
import { asText, isBlank, type FieldCases, casesFor, type Fixture } from '../fixture';
import { equals, includes, limits, lists, outputs, passing, since, YEAR } from '../sharedFields';
import * as is from '../expectations';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';

const base = { output: 'simplified', options: { requestsPerSecond: 0 } };
const noUser = is.refusedByProvider(/there is no (such )?user/);

/** Of the API on this machine. */
const BASE = '/api/white-label';

const emailOf = (serial: number) => `zoe.${serial}@example.com`;

const register = (): FieldCases => ({
	name: {
		good: () => 'Zoë',
		expects: is.text(),
		sends: (value) => ({ name: asText(value) }),
	},
	email: { good: emailOf, expects: is.email() },
	password: {
		good: () => 'Kept-s3cret!',
		expects: is.password(),
		sends: (password) => ({ password }),
		secret: true,
	},
	'additionalFields.timezone': {
		good: () => 'Europe/Kyiv',
		expects: is.unlessBlank(is.textLike(/must be the name of a time zone/)),
		sends: (value) => ({ timezone: isBlank(value) ? undefined : asText(value) }),
	},
	'options.ifUserExists': { good: () => 'fail', expects: is.choice('fail', 'returnExisting') },
	'options.includeToken': { good: () => true, expects: is.flag() },
	...outputs('email', (serial) => [{ email: emailOf(serial) }]),
	...limits('concurrency'),
});

/** By e-mail address and by ID; a write asks the API, a read its list. */
const chosen = (user: () => AutocallsUser, sends: boolean): FieldCases => ({
	'user.email': {
		good: () => user().email,
		expects: is.email(),
		...(sends && { sends: (email) => ({ email, user_id: undefined }) }),
	},
	'user.id': {
		good: () => String(user().id),
		expects: sends ? is.id(noUser) : is.textRefusedByProvider(/there is no user/),
		...(sends && { sends: (value) => ({ user_id: Number(value) }) }),
	},
});

const transfer = (): FieldCases => ({
	balanceType: {
		good: () => 'credits',
		expects: is.choice('minutes', 'credits'),
		sends: (transfer_type) => ({ transfer_type }),
		gives: (value) => [{ balanceType: String(value) }],
	},
	direction: {
		good: () => 'add',
		expects: is.choice('add', 'remove'),
		sends: (operation) => ({ operation }),
	},
	amount: {
		good: () => 0.25,
		expects: is.number({
			'a negative number': is.refused(/must be more than 0/),
			zero: is.refused(/must be more than 0/),
			// the platform's own words for an amount that nobody has
			'a huge number': is.refusedByProvider(/Insufficient balance/),
		}),
		values: { 'a number': 3, 'a fraction': 1.5 },
		sends: (amount) => ({ amount }),
		gives: (value) => [{ amount: Number(value) }],
	},
});

export async function autocallsFixture(): Promise<Fixture> {
	const sandbox = await startAutocalls({ users: 60 });
	const all = (): IDataObject[] => sandbox.people.map(({ id }) => ({ id }));
	const three = () => all().slice(0, 3);
	const filtered = passing(() => sandbox.people, 'id');
	const one = () => defined(sandbox.people[7]);
	const known = (): IDataObject[] => [{ id: one().id }];
	const user: INodeParameters = locator('id', String(one().id));
	const texts = {
		'filters.search': filtered('an', is.text(), ({ name, email }, v) => includes([name, email], v)),
		'filters.email': filtered(one().email, is.email(), ({ email }, v) => equals(email, v)),
	};
	const dates = {
		'filters.createdAfter': filtered(YEAR, is.date(), (u, v) => since(u.created_at, v)),
		'filters.createdBefore': filtered(YEAR, is.date(), (u, v) => !since(u.created_at, v)),
	};
	const balances = {
		'filters.minutesAbove': filtered(99, is.number(), (u, v) => u.minutes_balance > Number(v)),
		'filters.minutesBelow': filtered(99, is.number(), (u, v) => u.minutes_balance < Number(v)),
		'filters.creditsAbove': filtered(99, is.number(), (u, v) => u.credits_balance > Number(v)),
		'filters.creditsBelow': filtered(99, is.number(), (u, v) => u.credits_balance < Number(v)),
	};
	return {
		node: 'autocalls',
		sandbox,
		credentials: { autocallsApi: sandbox.credentials },
		secrets: [String(sandbox.credentials.apiKey)],
		isWrite: ({ method }) => method !== 'GET',
		paging: ['page'],
		contentOf: ({ path, query, bodyText }) => ({
			path,
			...query,
			...(bodyText === '' ? {} : (JSON.parse(bodyText) as object)),
		}),
		operations: {
			user: {
				getAll: {
					base: { ...base, limit: 3 },
					gives: three,
					reads: { path: `${BASE}/users` },
					fields: {
						...lists(all),
						...texts,
						...dates,
						...balances,
						...outputs('id', three),
						...limits('maxPages', 'pagesAtOnce'),
					},
				},
				get: {
					base: { ...base, user },
					gives: known,
					reads: { path: `${BASE}/users` },
					fields: { ...chosen(one, false), ...outputs('id', known), ...limits('concurrency') },
				},
				register: {
					base: {
						...base,
						name: 'Zoë',
						email: '=zoe.{{ $json.serial }}@example.com',
						password: 'Kept-s3cret!',
					},
					gives: (serial) => [{ email: emailOf(serial) }],
					writes: (serial) => ({
						path: `${BASE}/register`,
						name: 'Zoë',
						email: emailOf(serial),
						password: 'Kept-s3cret!',
					}),
					fields: register(),
				},
				transferBalance: {
					base: { ...base, user, balanceType: 'minutes', direction: 'add', amount: 0.5 },
					gives: known,
					writes: () => ({
						path: `${BASE}/transfer`,
						user_id: one().id,
						transfer_type: 'minutes',
						operation: 'add',
						amount: 0.5,
					}),
					fields: {
						...chosen(one, true),
						...transfer(),
						...outputs('id', known),
						...limits('concurrency'),
					},
				},
				createToken: {
					base: { ...base, user, tokenName: 'CRM' },
					gives: known,
					writes: () => ({ path: `${BASE}/token`, user_id: one().id, token_name: 'CRM' }),
					fields: {
						...chosen(one, true),
						...casesFor(['tokenName'], () => ({
							good: () => 'CRM',
							// the platform chooses the name
							expects: is.unlessBlank(is.text()),
							sends: (value) => ({ token_name: isBlank(value) ? undefined : asText(value) }),
						})),
						...outputs('id', known),
						...limits('concurrency'),
					},
				},
			},
		},
	};
}
