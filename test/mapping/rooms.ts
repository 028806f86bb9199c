import type { INodeProperties, INodeType } from 'n8n-workflow';
import { Autocalls } from '../../nodes/Autocalls/Autocalls.node';
import { autocallsUser } from '../../nodes/Autocalls/autocalls.user';
import { Quo } from '../../nodes/Quo/Quo.node';
import { quoUser } from '../../nodes/Quo/quo.user';
import type { UserKind } from '../../nodes/shared/output';
import { Voximplant } from '../../nodes/Voximplant/Voximplant.node';
import { voximplantUser } from '../../nodes/Voximplant/voximplant.user';
import { Worksection } from '../../nodes/Worksection/Worksection.node';
import { worksectionUser } from '../../nodes/Worksection/worksection.user';

/** A raw field: an example of it, and what it alone becomes. */
interface Mapped {
	example: unknown;
	unified?: Record<string, unknown>;
}

interface Room {
	node: INodeType;
	kind: UserKind;
	provider: string;
	id: string;
	fields: Record<string, Mapped>;
}

const none = (example: unknown): Mapped => ({ example });
const to = (example: unknown, unified: Record<string, unknown>): Mapped => ({ example, unified });
const email = (example: string) =>
	to(example, { email: 'zoe@example.com', userName: 'zoe@example.com' });

export const rooms: Record<string, Room> = {
	Autocalls: {
		node: new Autocalls(),
		kind: autocallsUser,
		provider: 'autocalls',
		id: 'id',
		fields: {
			id: to(71, { id: '71' }),
			name: to(' Zoë García ', { displayName: 'Zoë García' }),
			email: email(' Zoe@Example.com '),
			minutes_balance: none(120.5),
			credits_balance: none('7.50'),
			created_at: to('2026-03-01T09:30:00.000000Z', { createdAt: '2026-03-01T09:30:00.000Z' }),
		},
	},
	Quo: {
		node: new Quo(),
		kind: quoUser,
		provider: 'quo',
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
	},
	Voximplant: {
		node: new Voximplant(),
		kind: voximplantUser,
		provider: 'voximplant',
		id: 'user_id',
		fields: {
			user_id: to(71, { id: '71' }),
			user_name: to('Zoe_G', { userName: 'Zoe_G' }),
			user_display_name: to('Zoë García', { displayName: 'Zoë García' }),
			user_active: to(true, { active: true }),
			frozen: none(true),
			created: to('2026-03-01 09:30:00', { createdAt: '2026-03-01T09:30:00.000Z' }),
			modified: to('2026-03-02 09:30:00', { updatedAt: '2026-03-02T09:30:00.000Z' }),
			acd_status: none('READY'),
			acd_status_change_time: none('2026-03-02 09:30:00'),
			acd_queues: none([{ acd_queue_id: 1, acd_queue_name: 'Support' }]),
			applications: none([{ application_id: 1, application_name: 'support.acme.voximplant.com' }]),
			balance: none(1.25),
			fixed_balance: none(0),
			live_balance: none(2.5),
			parent_accounting: none(true),
			skills: none([{ skill_id: 1, skill_name: 'English' }]),
			user_custom_data: none('{"e-mail":"zoe@example.com"}'),
		},
	},
	Worksection: {
		node: new Worksection(),
		kind: worksectionUser,
		provider: 'worksection',
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
	},
};

/** The raw fields that the node offers under Selected Fields. */
export function offered({ node }: Room): string[] {
	const isFields = ({ name, displayOptions }: INodeProperties) =>
		name === 'fields' && (displayOptions?.show?.resource ?? ['user']).includes('user');
	const fields = node.description.properties.filter(isFields);
	return [
		...new Set(
			fields.flatMap(({ options = [] }) =>
				options.map(({ name, ...more }) => ('value' in more ? String(more.value) : name)),
			),
		),
	];
}
