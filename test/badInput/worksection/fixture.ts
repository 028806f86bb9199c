import type { IDataObject } from 'n8n-workflow';
import { startWorksection, type WorksectionSandbox } from '../../../sandbox';
import { isBlank, type FieldCases, type Fixture } from '../fixture';
import { among, equals, includes, limits, lists, outputs, passing, since } from '../sharedFields';
import * as is from '../expectations';
import { contactOperations, optionalText, teamOperations } from './otherResources';
import { removalOperation } from './removal';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';

const base = { output: 'raw', options: { requestsPerSecond: 0 } };
const noUser = /there is no user/;
const emailOf = (serial: number) => `zoe.${serial}@example.com`;

const PARAMETERS: Record<string, string> = {
	firstName: 'first_name',
	lastName: 'last_name',
	title: 'title',
	team: 'group',
	department: 'department',
};

const invited = (serial: number): IDataObject[] => [{ email: emailOf(serial) }];

const invite = (): FieldCases => ({
	email: { good: emailOf, expects: is.email() },
	...Object.fromEntries(
		Object.entries(PARAMETERS).map(([name, parameter]) => [
			`additionalFields.${name}`,
			optionalText(parameter),
		]),
	),
	'additionalFields.role': {
		good: () => 'guest',
		expects: is.unlessBlank(is.choice('user', 'guest', 'reader')),
		sends: (role) => ({ role: isBlank(role) ? undefined : role }),
	},
	...outputs('email', invited),
	'options.ifUserExists': { good: () => 'fail', expects: is.choice('fail', 'returnExisting') },
	...limits('concurrency'),
});

const YEAR = '2026-01-01T00:00:00Z';

export async function worksectionFixture(): Promise<Fixture & { sandbox: WorksectionSandbox }> {
	const sandbox = await startWorksection({ users: 60 });
	const all = (): IDataObject[] => sandbox.people.map(({ id }) => ({ id }));
	const three = () => all().slice(0, 3);
	const filtered = passing(() => sandbox.people, 'id');
	const one = () => defined(sandbox.people[7]);
	const known = (): IDataObject[] => [{ id: one().id }];
	// in the time zone of the workflow, which is UTC
	const added = (time: string) => `${time.replace(' ', 'T')}Z`;
	const { department } = defined(sandbox.people.find((each) => each.department !== ''));
	const user = locator('email', one().email);
	return {
		node: 'worksection',
		sandbox,
		credentials: { worksectionApi: sandbox.credentials },
		secrets: [String(sandbox.credentials.apiKey)],
		isWrite: ({ query }) => !String(query.action).startsWith('get_'),
		paging: [],
		contentOf: ({ query: { hash: _hash, ...query }, bodyText }) => ({
			...query,
			...(bodyText === '' ? {} : (JSON.parse(bodyText) as object)),
		}),
		operations: {
			contact: contactOperations(sandbox, base),
			team: teamOperations(sandbox, base),
			user: {
				getAll: {
					base: { ...base, limit: 3 },
					gives: three,
					reads: { action: 'get_users' },
					fields: {
						...lists(all),
						'filters.search': filtered('an', is.text(), ({ name, email }, v) =>
							includes([name, email], v),
						),
						'filters.email': filtered(one().email, is.email(), ({ email }, v) => equals(email, v)),
						'filters.role': filtered(['guest'], is.list(), ({ role }, v) => among(role, v)),
						'filters.team': filtered(one().group, is.text(), ({ group }, v) => equals(group, v)),
						'filters.department': filtered(department, is.text(), (u, v) =>
							equals(u.department, v),
						),
						'filters.addedAfter': filtered(YEAR, is.date(), (u, v) =>
							since(added(u.date_added), v),
						),
						'filters.addedBefore': filtered(
							YEAR,
							is.date(),
							(u, v) => !since(added(u.date_added), v),
						),
						...outputs('id', three),
						...limits(),
					},
				},
				get: {
					base: { ...base, user },
					gives: known,
					reads: { action: 'get_users' },
					fields: {
						'user.email': { good: () => one().email, expects: is.email() },
						'user.id': { good: () => one().id, expects: is.textRefusedByProvider(noUser) },
						...outputs('id', known),
						...limits('concurrency'),
					},
				},
				invite: {
					base: { ...base, output: 'simplified', email: '=zoe.{{ $json.serial }}@example.com' },
					gives: invited,
					writes: (serial) => ({ action: 'add_user', email: emailOf(serial) }),
					fields: invite(),
				},
				removeFromProjects: removalOperation(sandbox, base),
			},
		},
	};
}
