import { quoUsers } from '../../../nodes/Quo/user/user';
import { email, to, type Mapping } from '../../mapping/mapping';

export const mapping: Mapping = {
	shapes: quoUsers.shapes,
	id: 'id',
	fields: {
		id: to('US123', { id: 'US123' }),
		firstName: to(' Zoë ', { givenName: 'Zoë', displayName: 'Zoë' }),
		lastName: to('García', { familyName: 'García', displayName: 'García' }),
		email: email('ZOE@example.com'),
		role: to('Owner', { role: 'owner' }),
		pictureUrl: to('https://example.com/zoe.png', { photoUrl: 'https://example.com/zoe.png' }),
		createdAt: to('2026-03-01T09:30:00+02:00', { createdAt: '2026-03-01T07:30:00.000Z' }),
		updatedAt: to('2026-03-02T09:30:00.5Z', { updatedAt: '2026-03-02T09:30:00.500Z' }),
		phoneNumbers: to(['+15550001', '+15550002'], { phone: '+15550001' }),
	},
};
