import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { AutocallsApi } from '../../credentials/AutocallsApi.credentials';
import { QuoApi } from '../../credentials/QuoApi.credentials';
import { VoximplantApi } from '../../credentials/VoximplantApi.credentials';
import { WorksectionApi } from '../../credentials/WorksectionApi.credentials';

const root = path.resolve(__dirname, '../..');
const secret = { typeOptions: { password: true } };

const doors: Array<[string, ICredentialType, Record<string, unknown>]> = [
	['autocallsApi', new AutocallsApi(), { apiKey: '', baseUrl: 'https://app.autocalls.ai/api' }],
	['quoApi', new QuoApi(), { apiKey: '', baseUrl: 'https://api.openphone.com' }],
	[
		'voximplantApi',
		new VoximplantApi(),
		{
			serviceAccount: '',
			accountId: '',
			keyId: '',
			childAccountId: '',
			baseUrl: 'https://api.voximplant.com/platform_api',
		},
	],
	['worksectionApi', new WorksectionApi(), { accountUrl: '', apiKey: '', signature: 'md5' }],
];

describe.each(doors)('%s', (name, type, fields) => {
	const field = (wanted: string): INodeProperties | undefined =>
		type.properties.find((property) => property.name === wanted);

	it('has the fields of the public contract, with their defaults', () => {
		expect(type.name).toBe(name);
		const found = type.properties.map((property) => [property.name, property.default]);
		expect(Object.fromEntries(found)).toEqual(fields);
		expect(found).toHaveLength(Object.keys(fields).length);
	});

	it('masks what is secret, and nothing else', () => {
		for (const { name: one, typeOptions } of type.properties) {
			const isSecret = one === 'apiKey' || one === 'serviceAccount';
			expect([one, typeOptions?.password === true]).toEqual([one, isSecret]);
		}
	});

	it('explains every field', () => {
		for (const { description, displayName } of type.properties) {
			expect([displayName, description]).toEqual([displayName, expect.stringMatching(/^[A-Z]/)]);
		}
	});

	it('signs and is tested', () => {
		expect(type.authenticate).toBeInstanceOf(Function);
		expect(type.test?.request.baseURL).toMatch(/^=\{\{\$credentials\.\w+\}\}$/);
		const rules = type.test?.rules ?? [];
		const last = rules.at(-1);
		expect(last).toMatchObject({ type: 'responseSuccessBody', properties: { value: undefined } });
		expect(field(type.test?.request.baseURL?.slice(16, -2) ?? '')).toBeDefined();
	});

	it('has an icon for light and one for dark, drawn on 60 by 60', () => {
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
		expect(type.documentationUrl).toMatch(
			/^https:\/\/([\w-]+\.)*(autocalls\.ai|quo\.com|voximplant\.com|worksection\.com)\//,
		);
	});
});

it('the service account takes many lines', () => {
	const field = new VoximplantApi().properties.find(({ name }) => name === 'serviceAccount');
	expect(field).toMatchObject(secret);
	expect(field?.typeOptions?.rows).toBeGreaterThan(1);
});

describe.each([
	['Autocalls', 'Autocalls.ai'],
	['Quo', 'OpenPhone'],
	['Voximplant', 'Phone'],
	['Worksection', 'Team'],
])("the codex file of %s, by which n8n's search finds the node", (folder, alias) => {
	const file = path.join(root, 'nodes', folder, `${folder}.node.json`);
	const codex = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

	it(`knows it as ${alias}, among Communication`, () => {
		expect(codex.node).toBe(`n8n-nodes-user-directory.${folder.toLowerCase()}`);
		expect(codex.categories).toContain('Communication');
		expect(codex.alias).toContain(alias);
		expect(codex.alias).toContain('Users');
	});
});
