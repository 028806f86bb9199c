import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { VoximplantSandbox } from '../../../sandbox';
import { asFlag, asPlainText, type OperationCase } from '../fixture';
import { includes, limits, outputs, passing } from '../sharedFields';
import * as is from '../expectations';
import { pagedWithoutTotal } from './otherResources';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';

/** Who reaches the control panel. */
export function subUsers(
	sandbox: VoximplantSandbox,
	options: INodeParameters,
): Record<'getAll' | 'delete', OperationCase> {
	const list = sandbox.subUsers;
	const all = (): IDataObject[] => list.map(({ subuser_id }) => ({ subuser_id }));
	const three = () => all().slice(0, 3);
	const first = defined(list[0]).subuser_id;
	return {
		getAll: {
			base: { limit: 3, output: 'raw', options },
			gives: three,
			reads: { method: 'GetSubUsers', with_roles: 'true' },
			fields: {
				...pagedWithoutTotal(all),
				'filters.search': passing(() => list, 'subuser_id')(
					'NIGHT',
					is.text(),
					({ subuser_name, description = '' }, value) =>
						includes([subuser_name, description], value),
				),
				'options.withRoles': {
					good: () => true,
					expects: is.flag(),
					sends: (value) => ({ with_roles: asFlag(value) }),
				},
				...outputs('subuser_id', three),
			},
		},
		delete: {
			base: { subUser: locator('id', `={{ ${first} + $json.serial }}`), options },
			gives: (serial) => [{ subuser_id: first + serial, deleted: true }],
			writes: (serial) => ({ method: 'DelSubUser', subuser_id: String(first + serial) }),
			fields: {
				'subUser.id': {
					good: (serial) => first + serial,
					expects: is.id(is.refusedByProvider(/there is no such sub-user/)),
					sends: (value) => ({ subuser_id: asPlainText(value) }),
					gives: () => [{}],
				},
				...limits('concurrency'),
			},
		},
	};
}
