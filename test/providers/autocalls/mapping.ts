import { autocallsUsers } from '../../../nodes/Autocalls/user/user';
import { email, none, to, type Mapping } from '../../mapping/mapping';

export const mapping: Mapping = {
	shapes: autocallsUsers.shapes,
	id: 'id',
	fields: {
		id: to(71, { id: '71' }),
		name: to(' Zoë García ', { displayName: 'Zoë García' }),
		email: email(' Zoe@Example.com '),
		minutes_balance: none(120.5),
		credits_balance: none('7.50'),
		created_at: to('2026-03-01T09:30:00.000000Z', { createdAt: '2026-03-01T09:30:00.000Z' }),
	},
};
