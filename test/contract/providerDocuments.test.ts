import {
	startQuo,
	startVoximplant,
	startWorksection,
	type VoximplantCode,
	voximplantError,
	type WorksectionUser,
} from '../../sandbox';
import { quo, type TokenAnswer, voximplant, worksection, worksectionApp } from './clients';
import {
	documents,
	type OpenApi,
	quoOpenApi,
	voximplantCodes,
	worksectionOAuth2Postman,
	worksectionPostman,
} from './providerDocuments';
import { expectSchema } from './expectShape';

const CODES: VoximplantCode[] = [
	...([100, 101, 102, 103, 104, 107, 109, 112, 115, 116, 117, 118, 122, 134, 157, 203] as const),
	...([212, 218, 222, 224, 227, 314, 340, 393, 433, 447, 454, 455, 456, 458, 462] as const),
	...([463, 464, 498, 523, 524] as const),
];

const keys = (value: object): string[] => Object.keys(value).sort();

const open: { close(): Promise<void> }[] = [];
const keep = <Started extends { close(): Promise<void> }>(sandbox: Started): Started => {
	open.push(sandbox);
	return sandbox;
};
afterEach(async () => {
	await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

test('says which of the providers’ own documents it was checked against', () => {
	const lines = Object.entries(documents).map(
		([name, present]) => `${present ? 'used' : 'not there'}: ${name}`,
	);
	process.stderr.write(`contract documents\n${lines.join('\n')}\n`);
	expect(lines).toHaveLength(4);
});

if (quoOpenApi) {
	const document = quoOpenApi;
	const schemaOf = ({ paths, components }: OpenApi, path: string, status: number): object => {
		const schema =
			paths[path]?.get?.responses[String(status)]?.content['application/json'].schema ?? {};
		expect(Object.keys(schema)).not.toHaveLength(0);
		return { ...schema, components };
	};

	describe('the OpenAPI document of Quo describes', () => {
		const check = async (path: string, template: string, status: number) => {
			const sandbox = keep(await startQuo({ users: 60, docs: 'https://quo.com/docs' }));
			const concrete = path
				.replace('{user}', sandbox.people[0]?.id ?? '')
				.replace('{number}', sandbox.phoneNumbers[0]?.id ?? '');
			const client = status === 401 ? quo(sandbox, 'Bearer x') : quo(sandbox);
			const answer = await client.get(concrete);
			expect(answer.status).toBe(status);
			expectSchema(answer.data, schemaOf(document, template, status), concrete);
		};

		test.each([
			['/v1/users?maxResults=50', '/v1/users', 200],
			['/v1/users', '/v1/users', 400],
			['/v1/users?maxResults=50', '/v1/users', 401],
			['/v1/users/{user}', '/v1/users/{userId}', 200],
			['/v1/users/x', '/v1/users/{userId}', 400],
			['/v1/users/{user}', '/v1/users/{userId}', 401],
			['/v1/users/USx', '/v1/users/{userId}', 404],
			['/v1/phone-numbers', '/v1/phone-numbers', 200],
			['/v1/phone-numbers?userId=1', '/v1/phone-numbers', 400],
			['/v1/phone-numbers', '/v1/phone-numbers', 401],
			['/v1/phone-numbers/{number}', '/v1/phone-numbers/{phoneNumberId}', 200],
			['/v1/phone-numbers/x', '/v1/phone-numbers/{phoneNumberId}', 400],
			['/v1/phone-numbers/PNx', '/v1/phone-numbers/{phoneNumberId}', 404],
		])('the answer to %s (%s, %d)', check);

		test('a failure of the server', async () => {
			const sandbox = keep(await startQuo({ docs: 'https://quo.com/docs' }));
			for (const status of [500, 403]) {
				sandbox.faults.next({ kind: 'status', status });
				const { data } = await quo(sandbox).list();
				expectSchema(data, schemaOf(document, '/v1/users', status), `a ${status}`);
			}
		});
	});
}

if (worksectionPostman) {
	const collection = worksectionPostman;
	const example = <Data>(action: string, name: string) =>
		collection.example<{ data: Data }>(action, name);

	describe('the Postman collection of Worksection has', () => {
		test.each([
			['get_users', ''],
			['get_user_groups', ''],
			['get_contacts', ''],
			['get_contact_groups', ''],
			['get_projects', '&extra=text,options,users'],
		])(
			'in its example of %s no field that is never answered here, nor of another type',
			async (action, more) => {
				const sandbox = keep(await startWorksection({ users: 40 }));
				const answer = await worksection(sandbox).get<Record<string, unknown>[]>(
					`action=${action}${more}`,
				);
				const theirs: Record<string, unknown>[] = example<Record<string, unknown>[]>(
					action,
					'success',
				).data;
				const ours: Record<string, unknown>[] = answer.data;
				const types = (records: Record<string, unknown>[], field: string) =>
					new Set(records.filter((each) => field in each).map((each) => typeof each[field]));
				for (const field of new Set(theirs.flatMap(keys))) {
					expect([field, ...types(ours, field)]).toEqual([field, ...types(theirs, field)]);
				}
			},
		);

		test('in its example of add_user the person that is invited here', async () => {
			const sandbox = keep(await startWorksection({ users: 1, roleCase: 'capitalised' }));
			const theirs = example<WorksectionUser>('add_user', 'success').data;
			const { data } = await worksection(sandbox).post(`action=add_user&email=${theirs.email}`);
			const { id, rate, avatar, ...comparable } = theirs;
			expect(data).toMatchObject(comparable);
			expect([typeof data.id, typeof data.avatar]).toEqual([typeof id, typeof avatar]);
			// a rate is set later, by hand
			expect([typeof rate, data.rate]).toEqual(['number', undefined]);
		});

		test.each([
			['add_user', 'action=add_user&email='],
			['add_user_group', 'action=add_user_group&title='],
			[
				'add_contact',
				'action=add_contact&email=brian.dragonfly@gmail.com,mike.showcase@gmail.com&name=B',
			],
			[
				'delete_project_members',
				'action=delete_project_members&id_project=6622&members=brian.dragonfly@gmail.com',
			],
		])('in its example of a failing %s the failure answered here', async (action, query) => {
			const sandbox = keep(await startWorksection());
			expect(await worksection(sandbox).get(query)).toEqual(example(action, 'error'));
		});

		test('in its example of delete_project_members the answer given here', async () => {
			const sandbox = keep(await startWorksection());
			const { id = '' } = sandbox.projects[0] ?? {};
			const { email = '' } = sandbox.people[0] ?? {};
			const query = `action=delete_project_members&id_project=${id}&members=${email}`;
			const theirs = example('delete_project_members', 'success');
			expect(await worksection(sandbox).get(query)).toEqual(theirs);
		});

		test.each([
			...['get_users', 'add_user', 'add_user_group', 'add_contact', 'get_contacts'],
			...['get_projects', 'delete_project_members'],
		])('for %s no parameter that is unknown here', async (action) => {
			const sandbox = keep(await startWorksection());
			const names = collection.parameters(action).map(({ key }) => key);
			expect(names).toContain('action');
			const values: Record<string, string> = {
				...{ action, email: 'new@example.com', role: 'user' },
				...{ filter: 'active', extra: 'users' },
				...{ id_project: '6622', members: sandbox.people[0]?.email ?? '' },
			};
			const query = names.map((name) => `${name}=${values[name] ?? '1'}`).join('&');
			expect(await worksection(sandbox).get(query)).toMatchObject({ status: 'ok' });
			expect(sandbox.warnings).toEqual([]);
		});
	});
}

if (worksectionOAuth2Postman) {
	const collection = worksectionOAuth2Postman;
	const ACCOUNT = { accountUrl: 'https://acc1234.worksection.com' };
	const start = async () => worksectionApp(keep(await startWorksection(ACCOUNT)));
	const types = (answer: object) =>
		Object.entries(answer).map(([key, value]) => [key, typeof value as string]);
	const partsOf = (token: string) =>
		token
			.split('.')
			.slice(0, 2)
			.map((part) => {
				return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
			});

	describe('the Postman collection of Worksection for OAuth2 has', () => {
		test.each(['oauth2_token', 'oauth2_refresh'] as const)(
			'in its example of %s the answer given here',
			async (name) => {
				const app = await start();
				const given = await app.connect();
				const ours = name === 'oauth2_token' ? given : await app.refresh(given.refresh_token);
				const theirs = collection.example<TokenAnswer>(name, 'success');
				expect(types(ours)).toEqual(types(theirs));
				expect(ours.account_url).toBe(theirs.account_url);
				const [header, claims = {}] = partsOf(ours.access_token);
				const [theirHeader, theirClaims = {}] = partsOf(theirs.access_token);
				expect(header).toEqual(theirHeader);
				expect(types(claims)).toEqual(types(theirClaims));
				expect(ours.refresh_token.slice(0, 6)).toBe(theirs.refresh_token.slice(0, 6));
			},
		);

		test('in its examples of refusals the answers given here', async () => {
			const app = await start();
			const code = await app.code();
			expect(await app.exchange({ code, client_secret: 'wrong' })).toEqual(
				collection.example('oauth2_token', 'invalid_client'),
			);
			await app.exchange({ code });
			expect(await app.exchange({ code })).toEqual(
				collection.example('oauth2_token', 'invalid_request'),
			);
			expect(await app.refresh('other')).toEqual(
				collection.example('oauth2_refresh', 'invalid_request'),
			);
		});

		test('the scopes that are known here', async () => {
			const app = await start();
			const scope = collection.parameters('oauth2_authorize').find(({ key }) => key === 'scope');
			const theirs = scope?.description?.match(/\w+_(read|write)\b|administrative/g) ?? [];
			expect(theirs).toHaveLength(17);
			for (const separator of [',', ' ']) {
				const { status } = await app.ask({ scope: theirs.join(separator) });
				expect(status).toBe(200);
			}
		});

		test.each([
			['oauth2_authorize', 'GET', '/oauth2/authorize', {}],
			['oauth2_token', 'POST', '/oauth2/token', { grant_type: 'authorization_code' }],
			['oauth2_refresh', 'POST', '/oauth2/refresh', { grant_type: 'refresh_token' }],
		])('for %s the parameters that are needed here', async (name, method, path, fixed) => {
			const app = await start();
			const { refresh_token } = await app.connect();
			const values: Record<string, string> = {
				...app.client,
				...{ redirect_uri: app.redirect_uri, state: 'a state', scope: 'users_read' },
				...{ response_type: 'code', refresh_token, code: await app.code(), ...fixed },
			};
			const { request } = collection.item(name);
			expect(request?.method).toBe(method);
			expect(request?.url.raw).toContain(`{{oauth2_url}}${path}?`);
			const names = collection.parameters(name).map(({ key }) => key);
			const send = async (some: string[]) => {
				const params = Object.fromEntries(some.map((key) => [key, values[key]]));
				const { status, data } = await app.http.request({ method, url: path, params });
				return status === 200 && data.error === undefined;
			};
			for (const missing of names) {
				expect([missing, await send(names.filter((key) => key !== missing))]).toEqual([
					missing,
					false,
				]);
			}
			expect(await send(names)).toBe(true);
		});
	});
}

if (voximplantCodes) {
	const table = new Map(
		voximplantCodes
			.split('\n')
			.map((line) => line.split('\t'))
			.map(([code, , words]): [number, string] => [Number(code), words ?? '']),
	);

	describe('the error table of Voximplant has', () => {
		test.each(CODES)('code %d in the words used here', (code) => {
			const words = table.get(code);
			expect(words).toBeTruthy();
			expect(voximplantError(code, '%1$s')).toEqual({ error: { code, msg: words } });
		});

		test('the code of a call that goes wrong', async () => {
			const sandbox = keep(await startVoximplant({ users: 1 }));
			const { call } = await voximplant(sandbox);
			const { error } = await call('GetUsers', { application_id: 1 });
			expect(error).toEqual({ code: 116, msg: table.get(116) });
		});
	});
}
