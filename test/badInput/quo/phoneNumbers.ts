import type { IDataObject } from 'n8n-workflow';
import type { QuoSandbox } from '../../../sandbox/quo/sandbox';
import { asPlainText, asText, type OperationCase } from '../fixture';
import { includes, limits, lists, passing, records } from '../sharedFields';
import { text, textLike, textRefusedByProvider } from '../expectations';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';

const options = { requestsPerSecond: 0 };
const PATH = '/v1/phone-numbers';

export function phoneNumberOperations(
	sandbox: QuoSandbox,
): Record<'getAll' | 'get', OperationCase> {
	const all = (): IDataObject[] => sandbox.phoneNumbers.map(({ id }) => ({ id }));
	const three = () => all().slice(0, 3);
	const filtered = passing(() => sandbox.phoneNumbers, 'id');
	const one = () => defined(sandbox.phoneNumbers[4]);
	const known = (): IDataObject[] => [{ id: one().id }];
	return {
		getAll: {
			base: { limit: 3, output: 'raw', options },
			gives: three,
			reads: { path: PATH },
			fields: {
				...lists(all),
				'filters.search': filtered('5550', text(), ({ name, number, formattedNumber }, value) =>
					includes([name, number, formattedNumber], value),
				),
				'filters.userId': {
					...filtered(
						defined(one().userIds[0]),
						textRefusedByProvider(/userId/),
						({ userIds }, value) => userIds.includes(asText(value)),
					),
					sends: (value) => ({ userId: asPlainText(value) }),
				},
				...records('id', three),
				...limits(),
			},
		},
		get: {
			base: { phoneNumber: locator('id', one().id), output: 'raw', options },
			gives: known,
			reads: { path: `${PATH}/${one().id}` },
			fields: {
				'phoneNumber.number': {
					good: () => one().formattedNumber?.replace('(', '+1 (') ?? '',
					expects: textRefusedByProvider(/there is no phone number with the number/),
					sends: () => ({ path: PATH }),
				},
				'phoneNumber.id': {
					good: () => one().id,
					expects: textLike(/is not the ID of a Quo phone number/),
				},
				...records('id', known),
				...limits('concurrency'),
			},
		},
	};
}
