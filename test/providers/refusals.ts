export const WORDS = 'The email has already been taken';

/** Each shape in which APIs, frameworks and gateways refuse, and what is shown of it. */
export const refusals: Array<[object | string, string]> = [
	[{ message: `${WORDS}.` }, WORDS],
	[{ msg: WORDS }, WORDS],
	[{ error: WORDS }, WORDS],
	[{ error_description: WORDS }, WORDS],
	[{ detail: WORDS }, WORDS],
	[{ title: WORDS }, WORDS],
	[{ errors: [WORDS] }, WORDS],
	[{ errors: { 0: WORDS } }, WORDS],
	[{ errors: { email: WORDS } }, `email: ${WORDS}`],
	[{ errors: { email: [WORDS] } }, `email: ${WORDS}`],
	[{ errors: { email: [{ message: WORDS }] } }, `email: ${WORDS}`],
	[{ errors: [{ field: 'email', detail: WORDS }] }, `email: ${WORDS}`],
	[{ detail: [{ loc: ['body', 'email'], msg: WORDS }] }, `body.email: ${WORDS}`],
	[{ error: { message: WORDS } }, WORDS],
	[{ email: [WORDS] }, `email: ${WORDS}`],
	[{ email: [{ message: WORDS }] }, `email: ${WORDS}`],
	[{ error: 'Bad Request', message: [`${WORDS}.`] }, `Bad Request: ${WORDS}`],
	[{ error: 'invalid_request', error_description: WORDS }, `invalid_request: ${WORDS}`],
	[{ title: 'Conflict', detail: WORDS }, `Conflict: ${WORDS}`],
	[[{ message: WORDS }], WORDS],
	[[WORDS], WORDS],
	[WORDS, WORDS],
];
