import { autocallsBaseUrl } from '../../nodes/Autocalls/autocalls.auth';
import { quoBaseUrl } from '../../nodes/Quo/quo.auth';
import { voximplantBaseUrl } from '../../nodes/Voximplant/voximplant.account';
import { worksectionBaseUrl } from '../../nodes/Worksection/worksection.auth';

/** What a provider's users paste becomes the base URL that they meant. */

it.each([
	['https://app.autocalls.ai/api/', 'https://app.autocalls.ai/api'],
	['https://voice.reseller.example/api', 'https://voice.reseller.example/api'],
	['https://proxy.example', 'https://proxy.example'],
	['app.autocalls.ai', 'https://app.autocalls.ai/api'],
	[' Voice.Reseller.example/ ', 'https://voice.reseller.example/api'],
	['voice.reseller.example/api/', 'https://voice.reseller.example/api'],
	['voice.reseller.example:8443', 'https://voice.reseller.example:8443/api'],
])('Autocalls: %s is %s', (baseUrl, meant) => {
	expect(autocallsBaseUrl({ baseUrl })).toBe(meant);
});

it.each(['autocalls', 'user:pass@app.autocalls.ai', 'http://app.autocalls.ai', 'ftp://a.example'])(
	'Autocalls: %j is refused, naming "Base URL"',
	(baseUrl) => {
		expect(() => autocallsBaseUrl({ baseUrl })).toThrow('"Base URL"');
	},
);

it.each([
	['https://api.openphone.com', 'https://api.openphone.com'],
	['https://api.quo.com/v1', 'https://api.quo.com'],
	['https://api.quo.com/v1/', 'https://api.quo.com'],
	['https://proxy.example/quo/v1', 'https://proxy.example/quo'],
])('Quo: %s is %s', (baseUrl, meant) => {
	expect(quoBaseUrl({ baseUrl })).toBe(meant);
});

it('Voximplant: without slashes at the end', () => {
	expect(voximplantBaseUrl({ baseUrl: 'https://api.voximplant.com/platform_api//' })).toBe(
		'https://api.voximplant.com/platform_api',
	);
});

it.each([
	['acme', 'https://acme.worksection.com'],
	['Acme-2 ', 'https://acme-2.worksection.com'],
	['acme.worksection.com', 'https://acme.worksection.com'],
	['acme.worksection.com/api/admin/v2/', 'https://acme.worksection.com'],
	['https://acme.worksection.com/', 'https://acme.worksection.com'],
	['https://acme.worksection.com/api/admin/v2', 'https://acme.worksection.com'],
	['https://acme.worksection.com/api/admin/v2/', 'https://acme.worksection.com'],
	['http://127.0.0.1:4000/api/admin/v2/', 'http://127.0.0.1:4000'],
])('Worksection: %j is %s', (accountUrl, meant) => {
	expect(worksectionBaseUrl({ accountUrl })).toBe(meant);
});

it.each(['http://acme.worksection.com', 'acme.evil.com', 'acme.worksection.com.evil.com', ''])(
	'Worksection: %j is refused, naming "Account URL"',
	(accountUrl) => {
		expect(() => worksectionBaseUrl({ accountUrl })).toThrow('"Account URL"');
	},
);
