import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeHelpers } from 'n8n-workflow';
import type { ICredentialType, INodeParameters, INodeProperties } from 'n8n-workflow';
import { VoximplantApi } from '../../credentials/VoximplantApi.credentials';
import { packageName, sourcePackage } from '../harness/nodePackage';
import { credentialTypeOf, descriptionOf, folderOf, fromEachProvider } from '../harness/providers';
import type { Published } from './published';

const root = path.resolve(__dirname, '../..');
const secret = { typeOptions: { password: true } };

const providers = Object.entries(fromEachProvider<Published>('published')).map(
	([provider, published]) => {
		const type = sourcePackage().credential(credentialTypeOf(provider));
		if (!type) throw new Error(`${provider} has no credential.`);
		return [provider, type, published] as const;
	},
);

/** Icons and documentation, which every credential has. */
function testLooks(type: ICredentialType, { documentation }: Published): void {
	it('has a light and a dark icon of 60 by 60', () => {
		const { light, dark } = type.icon as { light: string; dark: string };
		expect(light).not.toBe(dark);
		for (const icon of [light, dark]) {
			const file = path.resolve(root, 'credentials', icon.replace('file:', ''));
			expect(existsSync(file)).toBe(true);
			const svg = readFileSync(file, 'utf8');
			expect(svg).toContain('viewBox="0 0 60 60"');
			expect(svg).not.toMatch(/<script|href=|<image|<text/);
		}
	});

	it("leads to the provider's own documentation", () => {
		const { hostname = '' } = new URL(type.documentationUrl ?? '');
		expect(`.${hostname}`.endsWith(`.${documentation}`)).toBe(true);
	});
}

describe.each(providers)('the credential of %s', (_provider, type, published) => {
	const { fields, secret: secretField } = published;
	const field = (wanted: string): INodeProperties | undefined =>
		type.properties.find((property) => property.name === wanted);

	it('has the fields of the public contract, with their defaults', () => {
		const found = type.properties.map((property) => [property.name, property.default]);
		expect(Object.fromEntries(found)).toEqual(fields);
		// One that is kept but not shown has a twin under the same name.
		const shown = type.properties.filter((property) => property.type !== 'hidden');
		expect(shown).toHaveLength(Object.keys(fields).length);
	});

	it('masks the secret field, and no other', () => {
		for (const { name: one, typeOptions } of type.properties) {
			const isSecret = one === secretField;
			expect([one, typeOptions?.password === true]).toEqual([one, isSecret]);
		}
	});

	it('explains every field', () => {
		for (const { description, displayName } of type.properties) {
			expect([displayName, description]).toEqual([displayName, expect.stringMatching(/^[A-Z]/)]);
		}
	});

	it('says under the secret field where to find it, always to be seen', () => {
		const hint = type.properties.find(({ name }) => name === secretField)?.hint ?? '';
		expect(hint).toContain('→');
	});

	it('has an example in every field for text', () => {
		for (const { displayName, type: kind, placeholder } of type.properties) {
			if (kind !== 'string') continue;
			expect([displayName, placeholder]).toEqual([displayName, expect.stringMatching(/^e\.g\. /)]);
		}
	});

	it('has an authenticate function and a test', () => {
		expect(type.authenticate).toBeInstanceOf(Function);
		expect(type.test?.request.baseURL).toMatch(/^=\{\{\$credentials\.\w+\}\}$/);
		const rules = type.test?.rules ?? [];
		const last = rules.at(-1);
		expect(last).toMatchObject({ type: 'responseSuccessBody', properties: { value: undefined } });
		expect(field(type.test?.request.baseURL?.slice(16, -2) ?? '')).toBeDefined();
	});

	testLooks(type, published);
});

const byOAuth2 = providers.flatMap(([provider, , published]) => {
	const names = (descriptionOf(provider).credentials ?? []).map(({ name }) => name);
	const types = names.slice(1).flatMap((name) => sourcePackage().credential(name) ?? []);
	return types.map((type) => [type.name, type, published] as const);
});

it('each credential beside a first one is for OAuth2, and has a public contract', () => {
	expect(byOAuth2.map(([name]) => name)).toEqual(['worksectionOAuth2Api']);
});

describe.each(byOAuth2)('the credential %s', (name, type, published) => {
	const { oAuth2Fields = {} } = published;
	const shown = type.properties.filter((property) => property.type !== 'hidden');

	it("is n8n's own for OAuth2, by which n8n signs and connects", () => {
		expect(type.extends).toEqual(['oAuth2Api']);
		expect(type.authenticate).toBeUndefined();
		expect(type.test).toBeUndefined();
		expect(type.preAuthentication).toBeInstanceOf(Function);
		expect([name, type.displayName]).toEqual([
			expect.stringMatching(/OAuth2Api$/),
			expect.stringMatching(/ OAuth2 API$/),
		]);
	});

	it('has the fields of the public contract, with their defaults', () => {
		const found = type.properties.map((property) => [property.name, property.default]);
		expect(Object.fromEntries(found)).toEqual(oAuth2Fields);
		expect(found).toHaveLength(Object.keys(oAuth2Fields).length);
	});

	it('asks for the scope alone: n8n asks for Client ID and Client Secret, and masks that', () => {
		expect(shown.map((property) => property.name)).toEqual(['scope']);
		const own = type.properties.map((property) => property.name);
		expect(own.filter((field) => /^client(Id|Secret)$/.test(field))).toEqual([]);
	});

	it('explains the scope, with an example and how several are written', () => {
		for (const { description, placeholder, hint, required } of shown) {
			expect(description).toMatch(/^[A-Z].*\.$/s);
			expect(placeholder).toMatch(/^e\.g\. /);
			expect(hint).toMatch(/commas.*connect again/);
			expect(required).toBe(true);
		}
	});

	it('names each scope that an operation needs', () => {
		const { description = '' } = shown[0] ?? {};
		for (const area of ['users', 'contacts', 'projects']) {
			expect(description).toContain(`${area}_read`);
			expect(description).toContain(`${area}_write`);
		}
	});

	it('sends tokens and the secret over HTTPS, to the provider alone', () => {
		const urls = type.properties.filter((property) => property.name.endsWith('Url'));
		expect(urls.map((property) => property.type)).toEqual(['hidden', 'hidden']);
		for (const url of urls) {
			const { protocol, hostname } = new URL(String(url.default));
			expect([protocol, hostname]).toEqual(['https:', published.documentation]);
		}
	});

	testLooks(type, published);
});

describe('the dialog of Voximplant', () => {
	const shownWith = (values: INodeParameters) => {
		const { properties } = new VoximplantApi();
		return properties
			.filter((property) => property.type !== 'hidden')
			.filter((property) => NodeHelpers.displayParameter(values, property, null, null))
			.map(({ name }) => name);
	};

	it('asks for the IDs only with a private key, and for the child account last', () => {
		expect(shownWith({ keyForm: 'json' })).toEqual([
			'keyForm',
			'serviceAccount',
			'baseUrl',
			'childAccountId',
		]);
		expect(shownWith({ keyForm: 'privateKey' })).toEqual([
			'keyForm',
			'serviceAccount',
			'accountId',
			'keyId',
			'baseUrl',
			'childAccountId',
		]);
	});
});

it('the service account takes many lines', () => {
	const field = new VoximplantApi().properties.find(({ name }) => name === 'serviceAccount');
	expect(field).toMatchObject(secret);
	expect(field?.typeOptions?.rows).toBeGreaterThan(1);
});

const PEOPLE = [
	...['People', 'Employees', 'Staff', 'Members', 'Contacts', 'Directory', 'Team'],
	...['HR', 'SCIM', 'Onboarding', 'Provision', 'Phone Number'],
];
const CALLS = ['Telephony', 'AI Voice', 'Dialer', 'Call Center', 'Contact Center', 'PBX'];

describe.each(providers)(
	"the codex file of %s, by which n8n's search finds the node",
	(provider, _type, published) => {
		const folder = folderOf(provider);
		const file = path.join(folder, `${path.basename(folder)}.node.json`);
		const codex = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

		it(`lists it as ${published.alias}, in Communication`, () => {
			expect(codex.node).toBe(`${packageName}.${provider}`);
			expect(codex.categories).toContain('Communication');
			expect(codex.alias).toContain(published.alias);
			expect(codex.alias).toContain('Users');
		});

		it('lists it under what people look for', () => {
			const aliases = codex.alias as string[];
			const calls = published.telephony ? CALLS : [];
			expect(aliases).toEqual(expect.arrayContaining([...PEOPLE, ...calls]));
			expect(new Set(aliases.map((alias) => alias.toLowerCase())).size).toBe(aliases.length);
		});
	},
);
