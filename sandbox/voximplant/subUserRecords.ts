/** RoleView of the provider's client, as GetSubUserRoles shows it. */
export interface Role {
	role_id: number;
	role_name: string;
	inherited: boolean;
	gui_only: boolean;
}

/** SubUserView of the provider's client: who reaches the control panel. */
export interface SubUser {
	subuser_id: number;
	subuser_name: string;
	description?: string;
	/** Answered with `with_roles` only. */
	roles: Role[];
}

/** KeyView of the provider's client: `subuser` is whose key it is. */
export interface Key {
	key_id: string;
	key_name: string;
	description: string;
	subuser?: SubUser[];
}

const ROLES = ['Owner', 'Admin', 'Support', 'Accountant', 'UserManager'];

const role = (index: number): Role => ({
	role_id: 1 + index,
	role_name: ROLES[index] ?? '',
	inherited: index === 2,
	gui_only: index > 2,
});

const PEOPLE: ReadonlyArray<[name: string, description: string, roles: number[]]> = [
	['ann.owner', 'Ann Ondrejová, head of IT', [0]],
	['bob.night', 'Bob, night shift', [2, 4]],
	['carla.books', 'Карла, бухгалтерія', [3]],
	['dirk.left', '', [1, 3]],
	['emil.new', 'Emil', []],
];

export const subUserRecords = (base: number, count: number): SubUser[] =>
	Array.from({ length: count }, (_, index) => {
		const [name, description, roles] = PEOPLE[index] ?? [`more.${index}`, '', [2]];
		return {
			subuser_id: base + 500 + index,
			subuser_name: name,
			...(description !== '' && { description }),
			roles: roles.map(role),
		};
	});

/** A service account's key belongs to no sub-user. */
export const keyRecords = (keyId: string): Key[] => [
	{ key_id: keyId, key_name: 'n8n', description: 'Service account of n8n' },
];
