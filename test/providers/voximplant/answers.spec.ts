import { said } from '../said';
import { readVoximplantError } from '../../../nodes/Voximplant/voximplant.errors';
import { userListing } from '../../../nodes/Voximplant/user/user';

const read = (body: unknown, status = 200) =>
	said(readVoximplantError({ status, headers: {}, text: '', body }));
const coded = (code: unknown) => read({ error: { code, msg: 'No' } });

describe("Voximplant's refusals", () => {
	it.each([{ result: [] }, undefined, [], { error: null }, { errors: [] }])(
		'%j is none',
		(body) => {
			expect(read(body)).toBeUndefined();
			expect(read(body, 399)).toBeUndefined();
			expect(read(body, 400)).toEqual({ text: 'the request was refused' });
		},
	);

	it('may be a text alone, with a status that refuses', () => {
		expect(read('text', 399)).toBeUndefined();
		expect(read('text', 400)).toEqual({ text: 'text' });
	});

	it.each([
		[401, 'Check the credential: paste the whole credentials.json of the service account again.'],
		[403, 'Check the credential, and any proxy or firewall between this n8n and Voximplant.'],
		[404, 'Check the Base URL in the credential.'],
		[422, undefined],
	])('without a code, as a gateway answers, lead on by HTTP %d', (status, next) => {
		expect(read({ message: 'No' }, status)).toEqual({
			text: 'No',
			...(next === undefined ? {} : { next }),
		});
		expect(read({ error: { code: 104, msg: 'No' } }, status)).toMatchObject({
			next: expect.stringContaining("service account's role") as string,
		});
	});

	it.each<[RegExp, number[]]>([
		[/failed to process the request/, [2]],
		[/paste the whole credentials\.json/, [100, 433, 447]],
		[/values of this operation/, [101]],
		[/Owner, Admin or User manager/, [104]],
		[/'Application', and that the credential/, [107, 116, 558]],
		[/Delete users/, [109]],
		[/'User Password' needs at least 8/, [112, 463, 464, 523, 524]],
		[/'Account ID' and 'Child Account ID'/, [115]],
		[/no user with this ID/, [117]],
		[/another user name/, [118]],
		[/3 to 50 letters/, [122, 462]],
		[/Activate/, [131]],
		[/Fill in the field/, [134]],
		[/'User Display Name'/, [157]],
		[/^Check 'Child Account ID'/, [194]],
		[/'Mobile Phone'/, [203]],
		[/'User Custom Data'/, [212]],
		[/'ACD Queue' or 'Excluded ACD Queue'/, [218]],
		[/'Skill' or 'Skill to Show'/, [222]],
		[/'Excluded Skill'/, [224]],
		[/'ACD Status'/, [227]],
		[/lower 'Concurrency'/, [314]],
		[/'Requests per Second'/, [340]],
		[/'Queue': it belongs to no application/, [381]],
		[/belongs to another one/, [393]],
		[/clock/, [454, 455, 456]],
		[/Unbind a skill/, [498]],
		[/^Leave out the spaces/, [524]],
		[/Unbind a queue/, [563]],
	])('advise with %p on the codes %j', (next, codes) => {
		for (const code of codes) expect(coded(code)?.next).toMatch(next);
	});

	it.each([112, 122, 157, 212, 462, 463, 464, 498, 523, 524])(
		'with the code %d name our limits only where the provider names none',
		(code) => {
			const ours = /\d|five/;
			const advice = (msg: string) => read({ error: { code, msg } })?.next;
			expect(advice('It is not as it has to be')).toMatch(ours);
			expect(advice('It should be at least 5 characters long')).toMatch(/^[^{}\d]{20,}$/);
			expect(advice('It should be at least 5 characters long')).not.toMatch(ours);
		},
	);

	it.each([112, 463, 464, 523, 524])('with the code %d name all rules of a password', (code) => {
		for (const msg of ['No', 'At least 6 characters']) {
			expect(read({ error: { code, msg } })?.next).toMatch(
				/upper and lower case letters, a digit and a special character, without spaces\.$/,
			);
		}
	});

	it.each<[string | undefined, unknown[]]>([
		['providerFailed', [1, 2, '4']],
		['rateLimited', [314, '340']],
		['signatureExpired', [455, 456]],
		[undefined, [3, 100, 454, 'constructor', undefined]],
	])('are %s with the codes %j', (kind, codes) => {
		for (const code of codes) expect(coded(code)?.kind).toBe(kind);
	});

	it.each<[string | undefined, unknown[]]>([
		['credential-invalid', [100, '433', 447]],
		[undefined, [2, 101, 115, 454, 'constructor', undefined]],
	])('have the cause %s with the codes %j', (cause, codes) => {
		for (const code of codes) expect(coded(code)?.cause).toBe(cause);
	});

	it.each<[unknown, object]>([
		[{ error: { code: 9, msg: ' m ' } }, { text: 'm', code: '9' }],
		[{ error: 'plain' }, { text: 'plain' }],
		[{ error: {} }, { text: 'the request was refused' }],
		[
			{ errors: [{ code: 9, msg: 'first' }, { msg: 'second' }], error: 'x' },
			{ text: 'first', code: '9' },
		],
		[{ errors: ['x'], error: { msg: 'm' } }, { text: 'm' }],
		[{ errors: ['x'] }, { text: 'x' }],
		[{ errors: { 0: { code: 9, msg: 'first' } } }, { text: 'first', code: '9' }],
		[{ error: { code: 9, message: 'm' } }, { text: 'm', code: '9' }],
		[{ error: { code: 200, message: 'm' } }, { text: 'm' }],
		[{ error: { code: 'TAKEN', message: 'm' } }, { text: 'm' }],
	])('%j is read as %j', (body, failure) => {
		expect(read(body)).toEqual(failure);
	});
});

describe("Voximplant's pages", () => {
	const of = (has: (user: { user_id?: unknown }) => boolean) =>
		userListing({ query: { application_id: '7' }, has, name: '7' }, { user_name: 'ada' });
	const all = of(() => true);

	it.each<[unknown, unknown]>([
		[
			{ result: [{ user_id: 1 }], total_count: 9 },
			{ records: [{ user_id: 1 }], total: 9 },
		],
		[{ result: [] }, { records: [] }],
		[{ result: ['x'] }, undefined],
		[{ result: {} }, undefined],
		[[], undefined],
	])('%j is read as %j', (body, page) => {
		expect(all.page(body)).toEqual(page);
	});

	it("leave out another application's users, and keep their places", () => {
		const result = [{ user_id: 1 }, { user_id: 2 }, { user_id: 3 }];
		expect(of(({ user_id }) => user_id === 2).page({ result, total_count: 3 })).toEqual({
			records: [{ user_id: 2 }],
			dropped: 2,
			whole: result,
			total: 3,
		});
	});

	it('are asked for as the API names things', () => {
		expect(all).toMatchObject({
			what: 'users',
			call: { method: 'POST', path: '/GetUsers', query: { application_id: '7', user_name: 'ada' } },
			size: { usual: 100, most: 1000 },
		});
		expect(all.paging.first({ size: 100, need: 5, prefetch: 1, start: 3 })).toEqual({
			count: 5,
			offset: 3,
		});
		expect(all.id({ user_id: 4 })).toBe('4');
	});
});
