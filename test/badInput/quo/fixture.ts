import type { IDataObject } from 'n8n-workflow';
import { startQuo } from '../../../sandbox';
import { phoneNumberOperations } from './phoneNumbers';
import { type FieldCases, type Fixture } from '../fixture';
import {
	among,
	equals,
	includes,
	limits,
	lists,
	outputs,
	passing,
	since,
	YEAR,
} from '../sharedFields';
import {
	clamped,
	date,
	email,
	fine,
	flag,
	list,
	text,
	textLike,
	textRefusedByProvider,
} from '../expectations';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';

/** Without such an option nothing else changes in the items. */
const phoneNumbers: FieldCases = {
	'options.includePhoneNumbers': {
		good: () => false,
		expects: flag(),
	},
};

export async function quoFixture(): Promise<Fixture> {
	const sandbox = await startQuo({ users: 60 });
	const all = (): IDataObject[] => sandbox.people.map(({ id }) => ({ id }));
	const filtered = passing(() => sandbox.people, 'id');
	const one = () => defined(sandbox.people[7]);
	const known = (): IDataObject[] => [{ id: one().id }];
	return {
		node: 'quo',
		sandbox,
		credentials: { quoApi: sandbox.credentials },
		secrets: [String(sandbox.credentials.apiKey)],
		isWrite: ({ method }) => method !== 'GET',
		paging: ['maxResults', 'pageToken'],
		contentOf: ({ path, query }) => ({ path, ...query }),
		operations: {
			phoneNumber: phoneNumberOperations(sandbox),
			user: {
				getAll: {
					base: { limit: 3, output: 'raw', options: { requestsPerSecond: 0 } },
					gives: () => all().slice(0, 3),
					fields: {
						...lists(all),
						'filters.search': filtered('an', text(), ({ firstName, lastName, email }, value) =>
							includes([`${firstName} ${lastName}`, email], value),
						),
						'filters.email': filtered(one().email, email(), (user, value) =>
							equals(user.email, value),
						),
						'filters.role': filtered(['admin'], list(), ({ role }, value) => among(role, value)),
						'filters.createdAfter': filtered(YEAR, date(), (user, value) =>
							since(user.createdAt, value),
						),
						'filters.createdBefore': filtered(
							YEAR,
							date(),
							(u, value) => !since(u.createdAt, value),
						),
						'filters.updatedAfter': filtered(YEAR, date(), (user, value) =>
							since(user.updatedAt, value),
						),
						'filters.updatedBefore': filtered(
							YEAR,
							date(),
							(u, value) => !since(u.updatedAt, value),
						),
						...outputs('id', () => all().slice(0, 3)),
						...limits('maxPages'),
						...phoneNumbers,
						'options.pageSize': { good: () => 7, expects: clamped() },
						'options.pageToken': {
							good: () => '',
							expects: textRefusedByProvider(/Invalid page token/, { empty: fine }),
						},
					},
				},
				get: {
					base: {
						user: locator('id', one().id),
						output: 'raw',
						options: { requestsPerSecond: 0 },
					},
					gives: known,
					fields: {
						'user.email': { good: () => one().email.toUpperCase(), expects: email() },
						'user.id': {
							good: () => one().id,
							expects: textLike(/is not the ID of a Quo user/),
						},
						...outputs('id', known),
						...limits('concurrency'),
						...phoneNumbers,
					},
				},
			},
		},
	};
}
