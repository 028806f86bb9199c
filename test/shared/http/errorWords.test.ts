import { errorWords, wordsIn } from '../../../nodes/shared/http/errorWords';

const TAKEN = 'The email has already been taken.';
const SAID = 'The email has already been taken';

it.each<[unknown, string]>([
	[{ message: TAKEN }, SAID],
	[{ Message: TAKEN }, SAID],
	[{ msg: TAKEN }, SAID],
	[{ error: TAKEN }, SAID],
	[{ error_description: TAKEN }, SAID],
	[{ detail: TAKEN }, SAID],
	[{ title: TAKEN }, SAID],
	[{ errors: TAKEN }, TAKEN],
	[{ errors: [TAKEN] }, TAKEN],
	[{ errors: { email: TAKEN } }, `email: ${TAKEN}`],
	[{ errors: { email: [TAKEN, 'Again.'] } }, `email: ${TAKEN} Again.`],
	[{ errors: { email: [{ message: TAKEN }] } }, `email: ${SAID}`],
	[{ errors: { user: { email: [TAKEN] } } }, `user: email: ${TAKEN}`],
	[{ errors: { 0: TAKEN, 3: 'No.' } }, `${TAKEN}; No.`],
	[{ errors: [{ field: 'email', message: TAKEN }, { msg: 'no' }] }, `email: ${SAID}; no`],
	[{ errors: [{ path: '/email', detail: TAKEN }] }, `/email: ${SAID}`],
	[
		{ errors: [{ source: { pointer: '/data/email' }, title: 'Invalid', detail: TAKEN }] },
		`/data/email: Invalid: ${SAID}`,
	],
	[{ errors: [{ source: 'app', detail: TAKEN }] }, SAID],
	[{ errors: [{ code: 'taken', field: 'email' }] }, 'code: taken; field: email'],
	[{ detail: [{ loc: ['body', 'email'], msg: TAKEN, type: 'x' }] }, `body.email: ${SAID}`],
	[{ error: { message: TAKEN, code: 7 } }, SAID],
	[{ error: { errors: [{ message: TAKEN }] } }, SAID],
	[{ error: { email: [TAKEN] } }, `email: ${TAKEN.slice(0, -1)}`],
	[{ message: { email: [TAKEN] } }, `email: ${SAID}`],
	[{ message: ['a must be b', 'c'], error: 'Bad Request' }, 'Bad Request: a must be b; c'],
	[{ error: 'invalid_grant', error_description: 'It expired.' }, 'invalid_grant: It expired'],
	[{ title: 'Conflict.', status: 409, detail: TAKEN }, `Conflict: ${SAID}`],
	[{ error: 'Conflict', message: 'Conflict.' }, 'Conflict'],
	[{ message: 'Invalid.', errors: { email: [TAKEN] } }, `Invalid (email: ${TAKEN})`],
	[{ message: TAKEN, errors: { email: [TAKEN] } }, `email: ${TAKEN}`],
	[{ message: 'Invalid.', errors: [] }, 'Invalid'],
	[{ email: [TAKEN] }, `email: ${TAKEN}`],
	[{ email: [TAKEN], name: ['No.', 'Not.'] }, `email: ${TAKEN}; name: No. Not.`],
	[{ email: ` ${TAKEN}` }, `email: ${TAKEN}`],
	[{ email: [{ message: TAKEN }] }, `email: ${SAID}`],
	[{ email: { message: TAKEN } }, `email: ${SAID}`],
	[{ id: 'abc', at: '2026-01-31 09:00', email: [TAKEN] }, `email: ${TAKEN}`],
	[
		{ title: 'Invalid.', 'invalid-params': [{ name: 'email', reason: 'taken' }] },
		'Invalid (name: email; reason: taken)',
	],
	[{ violations: [{ propertyPath: 'email', message: TAKEN }] }, `email: ${SAID}`],
	[{ issues: [{ path: ['email'], message: TAKEN }] }, `email: ${SAID}`],
	[{ fault: { faultstring: TAKEN, detail: { errorcode: 7 } } }, `fault: ${SAID}`],
	[[{ message: TAKEN }], SAID],
])('%j says %p', (body, words) => {
	expect(errorWords(body)).toBe(words);
});

it.each([
	['It is taken', 'It is taken'],
	[['It is taken.'], 'It is taken.'],
	[[['It is taken'], 7], 'It is taken'],
])('a text or a list of texts says what it says: %j', (body, words) => {
	expect(errorWords(body)).toBe(words);
});

it.each([
	[undefined],
	[true],
	[' '],
	[['']],
	[[7]],
	[null],
	[7],
	[[]],
	[{}],
	[{ message: '' }],
	[{ message: 7, detail: null, errors: {} }],
	[{ error: {} }],
	[{ errors: [{}, null, 7, []] }],
	[{ status: 'error', id: 'abc', meta: { trace: 'a b' } }],
])('%j says nothing', (body) => {
	expect(errorWords(body)).toBeNull();
});

it('reads no deeper than an answer can reasonably be', () => {
	const nested = (depth: number): unknown => (depth === 0 ? 'deep' : [nested(depth - 1)]);
	expect(wordsIn(nested(6))).toBe('deep');
	expect(wordsIn(nested(7))).toBeNull();
	let endless: unknown = 'x';
	for (let depth = 0; depth < 100_000; depth++) endless = { errors: endless };
	expect(errorWords(endless)).toBeNull();
});
