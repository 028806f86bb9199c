import type { IDataObject } from 'n8n-workflow';
import type { UnifiedUser } from './unified';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

export interface Phone {
	value: string;
	/** SCIM's canonical types, RFC 7643, 4.1.2. */
	type: 'work' | 'mobile' | 'home' | 'other';
}

/** Without the attributes that have no value; undefined where none has. */
function known(attributes: IDataObject): IDataObject | undefined {
	let found: IDataObject | undefined;
	// A loop, since this runs four times for each of 50,000 users.
	for (const name in attributes) {
		const value = attributes[name];
		if (value === null || value === undefined) continue;
		found ??= {};
		found[name] = value;
	}
	return found;
}

/** A time without a zone is no SCIM dateTime, RFC 7643, 2.3.5. */
const zoned = (time: string | null): string | null => (time?.endsWith('Z') ? time : null);

/** A photo is an external reference, RFC 7643, 4.1.2: an address relative to nothing is none. */
const photosOf = ({ photoUrl }: UnifiedUser): IDataObject[] | null =>
	photoUrl !== null && /^https?:\/\//i.test(photoUrl) && URL.canParse(photoUrl)
		? [{ value: photoUrl, type: 'photo' }]
		: null;

/** A SCIM 2.0 User (RFC 7643) with the core and, where used, the enterprise schema. */
export function scimUser(user: UnifiedUser, phones: readonly Phone[]): IDataObject {
	const enterprise = known({ department: user.department, division: user.team });
	const primary = phones.findIndex(({ value }) => value === user.phone);
	return {
		schemas: enterprise ? [CORE, ENTERPRISE] : [CORE],
		...known({
			id: user.id,
			externalId: user.id && `${user.provider}:${user.id}`,
			userName: user.userName ?? user.id,
			name: known({
				formatted: user.displayName,
				familyName: user.familyName,
				givenName: user.givenName,
			}),
			displayName: user.displayName,
			title: user.title,
			active: user.active,
			emails: user.email && [{ value: user.email, type: 'work', primary: true }],
			phoneNumbers:
				phones.length > 0
					? phones.map((phone, index) => ({
							...phone,
							...(index === primary ? { primary: true } : {}),
						}))
					: null,
			photos: photosOf(user),
			roles: user.role && [{ value: user.role, primary: true }],
			[ENTERPRISE]: enterprise,
		}),
		meta: {
			resourceType: 'User',
			...known({ created: zoned(user.createdAt), lastModified: zoned(user.updatedAt) }),
		},
	};
}
