import type { Form } from '../shared/form';
import { isNumber, nameAndMore } from '../shared/pick';
import type { Picker } from '../shared/pick';
import type { Query } from '../shared/provider';
import { isRecord, text } from '../shared/read';
import { APPLICATIONS, QUEUES, SKILLS, voximplantList } from './voximplant.list';

/** Said of an ID that is no application's. */
const INVALID_APPLICATION_ID = '116';

/** By a part of the name, which is in lower case, or by ID. */
export const applications: Picker = {
	lists(typed) {
		if (typed === '') return [voximplantList(APPLICATIONS, {})];
		const byName = voximplantList(APPLICATIONS, { application_name: typed.toLowerCase() });
		if (!isNumber(typed)) return [byName];
		const byId = voximplantList(APPLICATIONS, { application_id: typed });
		return [byName, { ...byId, noneCodes: [INVALID_APPLICATION_ID] }];
	},
	entry: ({ application_name: name }, value) => ({
		name: nameAndMore(value, name, null),
		value,
		// The only page of the control panel about it that Voximplant's own references link.
		url: 'https://manage.voximplant.com/applications',
	}),
};

/** Whether a part of a skill's or a queue's name is enough for the API is nowhere said: all are read. */
export const skills: Picker = {
	lists: () => [voximplantList(SKILLS, {})],
	entry: ({ skill_name: name }, value) => ({ name: nameAndMore(value, name, null), value }),
};

/** A user can be bound to the queues of the application alone; GetQueues takes its ID, not its name. */
function whoseQueues(form: Form): Query {
	const operation = form.parameter('operation');
	const application = form.parameter('application');
	const binds = operation === 'bindQueue' || operation === 'unbindQueue';
	if (!binds || !isRecord(application) || application.mode === 'name') return {};
	const id = text(application.value) ?? '';
	return /^\d+$/.test(id) ? { application_id: id } : {};
}

/** Queues of several applications may have the same name. */
export const queues: Picker = {
	lists: (_typed, form) => [voximplantList({ ...QUEUES, what: 'ACD queues' }, whoseQueues(form))],
	entry: ({ acd_queue_name: name, application_id: id }, value) => {
		const application = text(id);
		return { name: nameAndMore(value, name, application && `application ${application}`), value };
	},
};
