import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { WorksectionSandbox } from '../../../sandbox/worksection/sandbox';
import { asPlainText, asText, isBlank, type FieldCase, type OperationCase } from '../fixture';
import { answers, equals, includes, limits, lists, passing, records } from '../sharedFields';
import * as is from '../expectations';
import { defined } from '../../harness/defined';

/** A text among the additional fields; left blank as in a form, nothing of it is sent. */
export const optionalText = (parameter: string, read = asText): FieldCase => ({
	good: () => 'Zoë & Søn',
	expects: is.unlessBlank(is.text()),
	sends: (value) => ({ [parameter]: isBlank(value) ? undefined : read(value) }),
});

type Operations = Record<'getAll' | 'create', OperationCase>;

export function teamOperations(sandbox: WorksectionSandbox, base: INodeParameters): Operations {
	const all = (): IDataObject[] => sandbox.teams.map(({ id }) => ({ id }));
	const filtered = passing(() => sandbox.teams, 'id');
	const nameOf = (serial: number) => `Team ${serial} & Søn`;
	return {
		getAll: {
			base: { ...base, limit: 3 },
			gives: () => all().slice(0, 3),
			reads: { action: 'get_user_groups' },
			fields: {
				...lists(all),
				'filters.search': filtered('BIRD', is.text(), ({ title }, value) =>
					includes([title], value),
				),
				...answers(),
				...limits(),
			},
		},
		create: {
			base: { ...base, output: 'simplified', teamName: '=Team {{ $json.serial }} & Søn' },
			gives: (serial) => [{ title: nameOf(serial) }],
			writes: (serial) => ({ action: 'add_user_group', title: nameOf(serial) }),
			fields: {
				teamName: {
					good: nameOf,
					expects: is.text(),
					sends: (value) => ({ title: asText(value) }),
					gives: (value) => [{ title: asText(value) }],
				},
				'additionalFields.client': {
					good: () => false,
					expects: is.unlessBlank(is.flag()),
					sends: (value) => ({ client: isBlank(value) ? undefined : String(Number(value)) }),
					gives: (value, serial) => [{ title: nameOf(serial), client: value === true ? 1 : 0 }],
				},
				...answers(),
				...limits('concurrency'),
			},
		},
	};
}

const PARAMETERS: Record<string, string> = {
	title: 'title',
	folder: 'group',
	phone: 'phone',
	phone2: 'phone2',
	phone3: 'phone3',
	phone4: 'phone4',
	address: 'address',
	address2: 'address2',
};

export function contactOperations(sandbox: WorksectionSandbox, base: INodeParameters): Operations {
	const all = (): IDataObject[] => sandbox.contacts.map(({ id }) => ({ id }));
	const three = () => all().slice(0, 3);
	const filtered = passing(() => sandbox.contacts, 'id');
	const emailOf = (serial: number) => `zoe.${serial}@example.com`;
	const created = (serial: number): IDataObject[] => [{ email: emailOf(serial) }];
	const additional = Object.entries(PARAMETERS).map(([name, parameter]) => {
		const read = name.startsWith('phone') ? asPlainText : asText;
		return [`additionalFields.${name}`, optionalText(parameter, read)] as const;
	});
	return {
		getAll: {
			base: { ...base, limit: 3 },
			gives: three,
			reads: { action: 'get_contacts' },
			fields: {
				...lists(all),
				'filters.search': filtered('AN', is.text(), ({ name, email = '' }, value) =>
					includes([name, email], value),
				),
				'filters.email': filtered(
					defined(sandbox.contacts[1]).email,
					is.email(),
					({ email }, value) => equals(email ?? '', value),
				),
				'filters.folder': filtered('CLIENTS', is.text(), ({ group }, value) =>
					equals(group, value),
				),
				...records('id', three),
				...limits(),
			},
		},
		create: {
			base: {
				...base,
				output: 'simplified',
				email: '=zoe.{{ $json.serial }}@example.com',
				name: 'Zoë Søn',
			},
			gives: created,
			writes: (serial) => ({ action: 'add_contact', email: emailOf(serial), name: 'Zoë Søn' }),
			fields: {
				email: { good: emailOf, expects: is.email() },
				name: {
					good: () => 'Zoë & Søn',
					expects: is.text(),
					sends: (value) => ({ name: asText(value) }),
				},
				...Object.fromEntries(additional),
				...records('email', created),
				...limits('concurrency'),
			},
		},
	};
}
