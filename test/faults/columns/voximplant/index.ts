import { voximplantError } from '../../../../sandbox';
import type { ProviderUnderTest } from '../../provider';
import { columns } from './columns';
import { faults } from './faults';

export const provider: ProviderUnderTest = {
	columns,
	faults,
	refusal: (text) => ({ status: 200, body: { error: { code: 101, msg: text } } }),
	wrongKey: { status: 200, says: [/433/, /Invalid key id/, /credential/] },
	askAgain: ([314, 340, 455, 456] as const).map((code) => voximplantError(code)),
};
