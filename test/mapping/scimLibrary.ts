import scimmy from 'scimmy';

const { Schemas } = scimmy;
Schemas.User.definition.extend(Schemas.EnterpriseUser.definition, false);

/**
 * What an independent SCIM library makes of a user: it refuses what RFC 7643 doesn't allow, and
 * leaves out what it doesn't know, which would then be missing here.
 *
 * @throws in the library's words
 */
export function asScim(user: unknown): unknown {
	const read = JSON.parse(JSON.stringify(new Schemas.User(user, 'out'))) as {
		meta?: { location?: string };
	};
	// The library adds where its own server would have the user.
	delete read.meta?.location;
	return read;
}
