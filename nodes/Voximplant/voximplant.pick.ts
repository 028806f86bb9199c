import { nameAndMore } from '../shared/pick';
import type { Picker } from '../shared/pick';
import { voximplantList } from './voximplant.list';

const APPLICATIONS = { what: 'applications', method: 'GetApplications', id: 'application_id' };

/** By a part of the name, which is in lower case. */
export const applications: Picker = {
	lists: (typed) => [
		voximplantList(APPLICATIONS, typed === '' ? {} : { application_name: typed.toLowerCase() }),
	],
	entry: ({ application_name: name }, value) => ({
		name: nameAndMore(value, name, null),
		value,
		// The only page of the control panel about it that Voximplant's own references link.
		url: 'https://manage.voximplant.com/applications',
	}),
};

/** Whether a part of a skill's or a queue's name is enough for the API is nowhere said: all are read. */
function allOf(what: string, method: string, noun: string): Picker {
	return {
		lists: () => [voximplantList({ what, method, id: `${noun}_id` }, {})],
		entry: (record, value) => ({ name: nameAndMore(value, record[`${noun}_name`], null), value }),
	};
}

export const skills = allOf('skills', 'GetSkills', 'skill');
export const queues = allOf('ACD queues', 'GetQueues', 'acd_queue');
