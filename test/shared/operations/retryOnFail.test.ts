import { refuseRetryOnFail } from '../../../nodes/shared/operations/retryOnFail';
import { fakeItem } from '../fakeItem';

it("a write that must not be repeated refuses n8n's own setting to repeat", () => {
	expect(() => refuseRetryOnFail(fakeItem({}))).not.toThrow();
	expect(() => refuseRetryOnFail(fakeItem({}, { retryOnFail: true }))).toThrow(
		expect.objectContaining({
			message:
				"'Retry On Fail' is on in the node's settings. It would repeat operations that already succeeded.",
			description: expect.stringContaining('Turn it off for this operation'),
		}),
	);
	expect(() => refuseRetryOnFail(fakeItem({}, { retryOnFail: true }), 'Do this.')).toThrow(
		expect.objectContaining({ description: 'Do this.' }),
	);
});
