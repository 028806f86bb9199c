import { ProviderError } from '../../nodes/shared/errors';
import { failureOf, isByHand, rowMaker } from '../../nodes/UserDirectory/accountRow';
import { quoDirectory } from '../../nodes/Quo/quo.directory';
import { account } from './made';

const ANN = 'ann@example.com';

describe('the row of one person in one directory', () => {
	const row = rowMaker(ANN);

	it('has null for what it does not know', () => {
		expect(row(quoDirectory, 'planned')).toEqual({
			...{ email: ANN, directory: 'quo', status: 'planned' },
			...{ user: null, note: null, url: null },
		});
	});

	it('has the account, a note and a URL', () => {
		const { user } = account('quo', ANN);
		const details = { user, note: 'Look there.', url: 'https://example.com' };
		expect(row(quoDirectory, 'review', details)).toEqual({
			...{ email: ANN, directory: 'quo', status: 'review' },
			...details,
		});
	});
});

describe('a write that fails', () => {
	const failed = new ProviderError({ provider: 'Quo', kind: 'refused', text: 'no', status: 422 });

	it('is told by what the provider said', () => {
		expect(failureOf(failed)).toEqual({ status: 'failed', note: 'Quo: no (HTTP 422).' });
	});

	it('is told by what to do next, too', () => {
		expect(failureOf(failed.with({ next: 'Ask Quo.' }))).toEqual({
			status: 'failed',
			note: 'Quo: no (HTTP 422). Ask Quo.',
		});
	});

	it('is unknown where it may have been carried out', () => {
		expect(failureOf(failed.with({ kind: 'answerLost', outcomeUnknown: true }))).toEqual({
			status: 'unknown',
			note: 'Quo: no (HTTP 422).',
		});
	});

	it.each([
		['that is cancelled', failed.with({ kind: 'cancelled' })],
		['by a mistake of ours', new TypeError('undefined is not a function')],
	])('%s is no row', (_what, error) => {
		expect(() => failureOf(error)).toThrow(error);
	});
});

describe('what a person does', () => {
	const { onboard } = quoDirectory;

	it.each<[string, object, boolean]>([
		['a note and a page', onboard, true],
		['a note alone', { note: 'Look there.' }, false],
		['a page alone', { url: () => 'https://example.com' }, false],
		['fields', { fields: () => [], prepare: () => undefined }, false],
	])('%s: %p', (_what, step, wanted) => {
		expect(isByHand(step)).toBe(wanted);
	});
});
