import { worksectionUsers } from '../../../nodes/Worksection/user/user';
import { email, none, to, type Mapping } from '../../mapping/mapping';

export const mapping: Mapping = {
	shapes: worksectionUsers.shapes,
	id: 'id',
	fields: {
		id: to('3993', { id: '3993' }),
		first_name: to('Zoë', { givenName: 'Zoë' }),
		last_name: to(' García', { familyName: 'García' }),
		name: to('Zoë García', { displayName: 'Zoë García' }),
		title: to('developer', { title: 'developer' }),
		group: to('Singing bird', { team: 'Singing bird' }),
		department: to('QA', { department: 'QA' }),
		role: to('Account Admin', { role: 'account admin' }),
		email: email('zoe@EXAMPLE.com'),
		phone: to('+380 50 1', { phone: '+380 50 1' }),
		phone2: to('+380 44 2', { phone: '+380 44 2' }),
		phone3: to('+380 67 3', { phone: '+380 67 3' }),
		phone4: to('+380 32 4', { phone: '+380 32 4' }),
		avatar: to('https://example.com/zoe.gif', { photoUrl: 'https://example.com/zoe.gif' }),
		address: none('Хрещатик 1'),
		address2: none('Unit 2'),
		contacts: none('Signal: zoe'),
		rate: none(12.5),
		services: none({ chats: { WhatsApp: '+380671' } }),
		url: none('https://example.com/zoe'),
		date_added: to('2026-03-01 09:30', { createdAt: '2026-03-01T09:30:00' }),
	},
};
