import type { INodeParameters } from 'n8n-workflow';
import type { WorksectionSandbox } from '../../../sandbox/worksection/sandbox';
import { errorWords, type NodeRun, runNode } from '../../harness';
import { defined } from '../../harness/defined';
import { expectNoSecrets } from '../../providers/noSecrets';
import { nameOf, type OperationName, operationsOf } from '../fields';
import { type Fixture, merged, operationOf } from '../fixture';
import { type Kind, kinds, valueOf } from '../kinds';

/** The scopes of each operation, in the order in which they are needed. */
const NEEDED: Record<string, string[]> = {
	'user getAll': ['users_read'],
	'user get': ['users_read'],
	'user invite': ['users_write'],
	'user removeFromProjects': ['users_read', 'projects_read', 'projects_write'],
	'team getAll': ['users_read'],
	'team create': ['users_read', 'users_write'],
	'contact getAll': ['contacts_read'],
	'contact create': ['contacts_write'],
};
const ALL = [...new Set(Object.values(NEEDED).flat())];
const LONGEST_MESSAGE = 700;

type Answer = Record<string, unknown>;

/** What the answer to the connection, or the permission, may lack. */
export function testOAuth2(start: () => Promise<Fixture & { sandbox: WorksectionSandbox }>): void {
	let fixture: Awaited<ReturnType<typeof start>>;
	beforeAll(async () => {
		fixture = await start();
	});
	beforeEach(() => fixture.sandbox.reset());
	afterAll(async () => await fixture.sandbox.close());

	const operations = operationsOf('worksection').map((one) => [nameOf(one), one] as const);

	/** Three items, by a credential with these scopes, whose token answer had this, too. */
	async function run(
		operation: OperationName,
		{ scopes = ALL, answer = {} }: { scopes?: string[]; answer?: Answer } = {},
	): Promise<NodeRun> {
		const credential = fixture.sandbox.connected(...scopes);
		const token = { ...(credential.oauthTokenData as Answer), ...answer };
		const { base } = operationOf(fixture, operation);
		const { resource, operation: name } = operation;
		const choice: INodeParameters = { resource, operation: name, authentication: 'oAuth2' };
		const ran = await runNode({
			node: 'worksection',
			parameters: merged(base, choice),
			credentials: { worksectionOAuth2Api: { ...credential, oauthTokenData: token } },
			input: [{ serial: 0 }, { serial: 1 }, { serial: 2 }],
			onError: 'continueRegularOutput',
		});
		const { access_token, refresh_token } = credential.oauthTokenData as Record<string, string>;
		const secrets = [access_token, refresh_token, String(credential.clientSecret)];
		expectNoSecrets(ran, secrets.map(defined));
		return ran;
	}

	/** The error of each item. */
	function errorsOf({ json, error }: NodeRun): string[] {
		expect(error === undefined ? '' : errorWords(error)).toBe('');
		return json.map((item) => {
			expect(Object.keys(item)).toEqual(['error']);
			return String(item.error);
		});
	}

	it.each(operations)(
		'%s by OAuth2 sends nothing to an account elsewhere',
		async (_name, operation) => {
			const elsewhere = await run(operation, { answer: { account_url: 'https://acme.example' } });
			expect(errorsOf(elsewhere)).toEqual(
				Array(3).fill(expect.stringMatching(/account_url.*acme\.example.*Reconnect/s)),
			);
			const none = await run(operation, { answer: { account_url: undefined } });
			expect(errorsOf(none)).toEqual(
				Array(3).fill(expect.stringMatching(/account_url.*Reconnect/s)),
			);
			expect(fixture.sandbox.log).toEqual([]);
		},
	);

	const getAll = { resource: 'user', operation: 'getAll' };

	it.each(kinds)('names account_url where the token answer has %s there', async (kind: Kind) => {
		const errors = errorsOf(await run(getAll, { answer: { account_url: valueOf(kind) } }));
		for (const error of errors) {
			expect(error).toContain('account_url');
			expect(error).toMatch(/reconnect/i);
			expect(error.length).toBeLessThan(LONGEST_MESSAGE);
		}
		expect([errors.length, fixture.sandbox.log]).toEqual([3, []]);
	});

	it.each(
		operations.flatMap(([name, operation]) =>
			defined(NEEDED[name]).flatMap((scope, index, needed) =>
				(['inBody', 403] as const).map(
					(refusal) => [name, scope, refusal, operation, needed.slice(0, index)] as const,
				),
			),
		),
	)('%s names the scope %s, refused with %s', async (_name, scope, refusal, operation, before) => {
		fixture.sandbox.settings.scopeRefusal = refusal;
		const scopes = ALL.filter((one) => one !== scope);
		const errors = errorsOf(await run(operation, { scopes }));
		fixture.sandbox.settings.scopeRefusal = 'inBody';
		expect(errors).toEqual(
			Array(3).fill(expect.stringContaining(`Add '${scope}' to 'Scope' in the credential`)),
		);
		const { log } = fixture.sandbox;
		const writes = log.filter(fixture.isWrite);
		expect(writes).toHaveLength(scope.endsWith('_write') ? 3 : 0);
		expect(log.length).toBeLessThan(4 + before.length + writes.length);
	});
}
