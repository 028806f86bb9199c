import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startAutocalls, type AutocallsUser } from '../../sandbox';
import { locator } from './places';
import { asText, type Rows, rowsFor, type Scene, the } from './scene';
import { equals, includes, limits, lists, outputs, passing, since, YEAR } from './sharedRows';
import * as is from './verdicts';

const base = { output: 'simplified', options: { requestsPerSecond: 0 } };
const noUser = is.told(/there is no (such )?user/);

/** Of the API on this machine. */
const BASE = '/api/white-label';

const emailOf = (serial: number) => `zoe.${serial}@example.com`;

const register = (): Rows => ({
	name: {
		good: () => 'Zoë',
		judge: is.text(),
		sends: (value) => ({ name: asText(value) }),
	},
	email: { good: emailOf, judge: is.email() },
	password: {
		good: () => 'Kept-s3cret!',
		judge: is.password(),
		sends: (password) => ({ password }),
		secret: true,
	},
	'additionalFields.timezone': {
		good: () => 'Europe/Kyiv',
		judge: is.unlessBlank(is.textToldOf(/must be a valid timezone/)),
		sends: (value) => ({ timezone: value === '' ? undefined : asText(value) }),
	},
	'options.ifUserExists': { good: () => 'fail', judge: is.choice('fail', 'returnExisting') },
	'options.includeToken': { good: () => true, judge: is.flag() },
	...outputs('email', (serial) => [{ email: emailOf(serial) }]),
	...limits('concurrency'),
});

/** By e-mail address and by ID; a write asks the API, a read its list. */
const chosen = (user: () => AutocallsUser, sends: boolean): Rows => ({
	'user.email': {
		good: () => user().email,
		judge: sends ? is.email() : is.textToldOf(/there is no user/),
		...(sends && { sends: (email) => ({ email, user_id: undefined }) }),
	},
	'user.id': {
		good: () => String(user().id),
		judge: sends ? is.id(noUser) : is.textToldOf(/there is no user/),
		...(sends && { sends: (value) => ({ user_id: Number(value) }) }),
	},
});

const transfer = (): Rows => ({
	balanceType: {
		good: () => 'credits',
		judge: is.choice('minutes', 'credits'),
		sends: (transfer_type) => ({ transfer_type }),
		gives: (value) => [{ balanceType: String(value) }],
	},
	direction: {
		good: () => 'add',
		judge: is.choice('add', 'remove'),
		sends: (operation) => ({ operation }),
	},
	amount: {
		good: () => 0.25,
		judge: is.number({
			'a negative number': is.refused(/must be more than 0/),
			zero: is.refused(/must be more than 0/),
			// the platform's own words for an amount that nobody has
			'a huge number': is.told(/Insufficient balance/),
		}),
		values: { 'a number': 3, 'a fraction': 1.5 },
		sends: (amount) => ({ amount }),
		gives: (value) => [{ amount: Number(value) }],
	},
});

export async function autocallsScene(): Promise<Scene> {
	const sandbox = await startAutocalls({ users: 60 });
	const all = (): IDataObject[] => sandbox.people.map(({ id }) => ({ id }));
	const three = () => all().slice(0, 3);
	const filtered = passing(() => sandbox.people, 'id');
	const one = () => the(sandbox.people[7]);
	const known = (): IDataObject[] => [{ id: one().id }];
	const user: INodeParameters = locator('id', String(one().id));
	const texts = {
		'filters.search': filtered('an', is.text(), ({ name, email }, v) => includes([name, email], v)),
		'filters.email': filtered(one().email, is.text(), ({ email }, v) => equals(email, v)),
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
		said: ({ path, query, bodyText }) => ({
			path,
			...query,
			...(bodyText === '' ? {} : (JSON.parse(bodyText) as object)),
		}),
		stages: {
			user: {
				getAll: {
					base: { ...base, limit: 3 },
					gives: three,
					reads: { path: `${BASE}/users` },
					rows: {
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
					rows: { ...chosen(one, false), ...outputs('id', known), ...limits('concurrency') },
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
					rows: register(),
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
					rows: {
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
					rows: {
						...chosen(one, true),
						...rowsFor(['tokenName'], () => ({
							good: () => 'CRM',
							// the field's own default: the platform chooses the name
							judge: is.text({ empty: is.fine }),
							sends: (value) => ({ token_name: value === '' ? undefined : asText(value) }),
						})),
						...outputs('id', known),
						...limits('concurrency'),
					},
				},
			},
		},
	};
}
