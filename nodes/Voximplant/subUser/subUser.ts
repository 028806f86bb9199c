import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Query } from '../../shared/http/connection';
import type { UserShapes } from '../../shared/output/shape';
import { unifiedUser } from '../../shared/output/unified';
import type { UnifiedUser } from '../../shared/output/unified';
import type { Listing } from '../../shared/paging/listing';
import { records, selectFields, text } from '../../shared/text/json';
import { voximplantListing } from '../voximplant.methods';

/** The API's answer to an ID that is no sub-user's. */
export const INVALID_SUB_USER_ID = '434';

/** Every field that the provider documents. */
export const rawFields: INodePropertyOptions[] = [
	{ name: 'Description', value: 'description', description: 'What was noted about the sub-user' },
	{
		name: 'Roles',
		value: 'roles',
		description: 'Roles, which say what the sub-user reaches. Needs the option With Roles.',
	},
	{ name: 'Sub-User ID', value: 'subuser_id', description: 'The ID of the sub-user' },
	{ name: 'Sub-User Name', value: 'subuser_name', description: 'The name to log in with' },
];

const SIMPLIFIED = ['subuser_id', 'subuser_name', 'description'];

/** null where they were not asked for. */
function roleNames({ roles }: IDataObject): string[] | null {
	const names = records(roles)?.map(({ role_name: name }) => text(name));
	return names?.filter((name) => name !== null) ?? null;
}

const folded = (subUser: IDataObject): string[] | null =>
	roleNames(subUser)?.map((name) => name.toLowerCase()) ?? null;

/** With `roles`, since a sub-user can have several: the unified user has one. */
function unify(subUser: IDataObject): UnifiedUser {
	const roles = folded(subUser);
	const unified = unifiedUser({
		provider: 'voximplant',
		id: subUser.subuser_id,
		userName: subUser.subuser_name,
		role: roles?.join(', '),
	});
	return Object.assign(unified, { roles });
}

export const subUserShapes: UserShapes = {
	fields: rawFields,
	simplify: (subUser) => ({ ...selectFields(subUser, SIMPLIFIED), roles: roleNames(subUser) }),
	unify,
	roles: (subUser) => folded(subUser) ?? [],
};

/** https://voximplant.com/docs/references/httpapi/rolesystem#getsubusers */
export const subUserListing = (query: Query): Listing =>
	voximplantListing({ what: 'sub-users', method: 'GetSubUsers', id: 'subuser_id' }, query);

/** The one sub-user with this ID; an empty list where there is none. */
export const subUserWithId = (id: string): Listing => ({
	...subUserListing({ subuser_id: id }),
	emptyCodes: [INVALID_SUB_USER_ID],
});
