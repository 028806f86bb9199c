import type { ProviderUnderTest } from '../../provider';
import { columns } from './columns';
import { faults } from './faults';

export const provider: ProviderUnderTest = {
	columns,
	faults,
	refusal: (text) => ({ status: 422, body: { message: text, errors: { email: [text] } } }),
	wrongKey: { status: 401, says: [/Unauthenticated/, /API key/] },
};
