import type { ProviderUnderTest } from '../../provider';
import { columns } from './columns';

export const provider: ProviderUnderTest = {
	columns,
	refusal: (text) => ({ status: 400, body: { message: text, code: '1100400', status: 400 } }),
	wrongKey: { status: 401, says: [/Invalid API key/, /\b(11|04)00401/, /credential/] },
};
