import { people } from '../people';

/** https://www.quo.com/docs/mdx/api-reference/users/list-users */
export interface QuoUser {
	id: string;
	email: string;
	firstName: string | null;
	lastName: string | null;
	pictureUrl: string | null;
	role: 'owner' | 'admin' | 'member';
	createdAt: string;
	updatedAt: string;
}

function roleOf(index: number): QuoUser['role'] {
	if (index === 0) return 'owner';
	return index % 9 === 1 ? 'admin' : 'member';
}

export const quoUsers = (count: number): QuoUser[] =>
	people(count, 23).map((person) => {
		const { index, random } = person;
		const id = `US${random.text(10)}`;
		return {
			id,
			email: person.email,
			firstName: index % 8 === 5 ? null : person.firstName,
			lastName: index % 6 === 5 ? null : person.lastName,
			pictureUrl: index % 3 === 0 ? `https://example.com/pictures/${id}.jpg` : null,
			role: roleOf(index),
			createdAt: new Date(person.createdAt).toISOString(),
			updatedAt: new Date(person.updatedAt).toISOString(),
		};
	});
