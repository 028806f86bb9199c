import { isRecord, parseRecord } from '../../../sandbox/server/json';
import { Refusal, type Reply } from '../../../sandbox/server/reply';
import { mediaType, type ReceivedRequest } from '../../../sandbox/server/request';
import { type ProviderApi, SandboxServer } from '../../../sandbox/server/server';

export interface HubSpotContact {
	vid: number;
	properties: Record<string, string>;
}

const portal = 4711;

/** Of HubSpot's own properties of a contact, those that a directory can fill. */
const known = ['email', 'firstname', 'lastname', 'jobtitle', 'phone', 'company'];

/** HubSpot's words are those of its API, where it publishes them. */
const refusal = (status: number, category: string, more: object): Refusal =>
	new Refusal({
		status,
		json: {
			status: 'error',
			correlationId: '7b9d4e02-61b2-4d07-8b0c-4e7d3c5a1f90',
			category,
			...more,
		},
	});

/**
 * What n8n's HubSpot node uses for a contact: create or update by e-mail, and the profile afterwards.
 * https://legacydocs.hubspot.com/docs/methods/contacts/create_or_update
 */
class HubSpotApi implements ProviderApi {
	readonly settings = {};
	readonly warnings: string[] = [];
	readonly contacts: HubSpotContact[] = [];

	/** Each with what it makes of a request and of the rest of its path. */
	private readonly routes: Array<
		[string, string, (request: ReceivedRequest, rest: string) => Reply]
	> = [
		['GET', '/account-info/v3/details', () => account],
		[
			'POST',
			'/contacts/v1/contact/createOrUpdate/email/',
			(request, rest) => this.upsert(request, rest),
		],
		['GET', '/contacts/v1/contact/vid/', (_, rest) => this.profile(rest)],
	];

	constructor(readonly token: string) {}

	answer(request: ReceivedRequest): Reply {
		if (request.headers.authorization !== `Bearer ${this.token}`) {
			throw refusal(401, 'INVALID_AUTHENTICATION', {
				message:
					'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
			});
		}
		const { method, path } = request;
		const [, prefix = '', answer] =
			this.routes.find((route) => method === route[0] && path.startsWith(route[1])) ?? [];
		if (answer) return answer(request, path.slice(prefix.length));
		throw refusal(404, 'OBJECT_NOT_FOUND', { message: 'resource not found' });
	}

	errorBody(status: number): unknown {
		return { status: 'error', message: `HTTP ${status}` };
	}

	serialize(json: unknown): string {
		return JSON.stringify(json);
	}

	reset(): void {
		this.contacts.length = 0;
	}

	private upsert(request: ReceivedRequest, rest: string): Reply {
		const email = decodeURIComponent(rest).toLowerCase();
		if (!/^[^@\s/]+@[^@\s/]+\.[^@\s/]+$/.test(email)) {
			throw refusal(400, 'VALIDATION_ERROR', { message: `Email address ${email} is invalid` });
		}
		const given = { ...propertiesOf(request), email };
		const there = this.contacts.find(({ properties }) => properties.email === email);
		if (there) Object.assign(there.properties, given);
		else this.contacts.push({ vid: 101 + this.contacts.length, properties: given });
		const vid = there?.vid ?? 100 + this.contacts.length;
		return { status: 200, json: { vid, isNew: there === undefined } };
	}

	private profile(rest: string): Reply {
		const [, vid] = /^(\d+)\/profile$/.exec(rest) ?? [];
		const contact = this.contacts.find((one) => String(one.vid) === vid);
		if (!contact) throw refusal(404, 'OBJECT_NOT_FOUND', { message: 'contact does not exist' });
		const properties = Object.entries(contact.properties).map(([name, value]) => {
			const version = { value, 'source-type': 'API', timestamp: changed, selected: false };
			return [name, { value, versions: [version] }] as const;
		});
		const ids = { vid: contact.vid, 'canonical-vid': contact.vid, 'portal-id': portal };
		return {
			status: 200,
			json: { ...ids, 'is-contact': true, properties: Object.fromEntries(properties) },
		};
	}
}

const changed = 1_767_225_600_000;
const account: Reply = { status: 200, json: { portalId: portal, accountType: 'STANDARD' } };

/** `{ properties: [{ property, value }] }`, each a text and one that there is. */
function propertiesOf(request: ReceivedRequest): Record<string, string> {
	if (mediaType(request) !== 'application/json') {
		throw refusal(415, 'UNSUPPORTED_MEDIA_TYPE', { message: 'Unsupported media type' });
	}
	const { properties } = parseRecord(request.bodyText) ?? {};
	if (!Array.isArray(properties)) {
		throw refusal(400, 'VALIDATION_ERROR', { message: 'Invalid input JSON: properties' });
	}
	const entries = properties.map((each: unknown): [string, string] => {
		const { property, value } = isRecord(each) ? each : {};
		if (typeof property !== 'string' || typeof value !== 'string' || value === '') {
			throw refusal(400, 'VALIDATION_ERROR', { message: 'Invalid input JSON: property' });
		}
		return [property, value];
	});
	const unknown = entries.map(([name]) => name).filter((name) => !known.includes(name));
	if (unknown.length > 0) {
		throw refusal(400, 'VALIDATION_ERROR', {
			message: 'Property values were not valid',
			validationResults: unknown.map((name) => ({
				isValid: false,
				message: `Property "${name}" does not exist`,
				error: 'PROPERTY_DOESNT_EXIST',
				name,
			})),
		});
	}
	return Object.fromEntries(entries);
}

export class HubSpot extends SandboxServer<HubSpotApi> {
	/** Who is in there, in the order of arrival. */
	get contacts(): HubSpotContact[] {
		return this.api.contacts;
	}

	/** Exactly the fields of n8n's credential `hubspotAppToken`. */
	get credentials() {
		return { appToken: this.api.token };
	}
}

export const startHubSpot = async (): Promise<HubSpot> =>
	await new HubSpot(new HubSpotApi('pat-eu1-00000000-1111-4222-8333-444444444444'), {}).listen();
