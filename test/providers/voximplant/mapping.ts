import { voximplantUsers } from '../../../nodes/Voximplant/user/user';
import { none, to, type Mapping } from '../../mapping/mapping';

export const mapping: Mapping = {
	shapes: voximplantUsers.shapes,
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
};
