import type { Query } from '../../shared/http/connection';
import { nameAndMore } from '../../shared/picker/picker';
import type { Picker } from '../../shared/picker/picker';
import type { NodeForm } from '../../shared/picker/nodeForm';
import { isRecord, text } from '../../shared/text/json';
import { queueListing } from './queue';

/** A user can be bound to the queues of the application alone; GetQueues takes its ID, not its name. */
function applicationQuery(form: NodeForm): Query {
	const operation = form.parameter('operation');
	const application = form.parameter('application');
	const binds = operation === 'bindQueue' || operation === 'unbindQueue';
	if (!binds || !isRecord(application) || application.mode === 'name') return {};
	const id = text(application.value) ?? '';
	return /^\d+$/.test(id) ? { application_id: id } : {};
}

/** Queues of several applications may have the same name: each is shown with its application. */
export const queuePicker: Picker = {
	lists: (_typed, form) => [queueListing(applicationQuery(form), 'ACD queues')],
	option({ acd_queue_name: name, application_id: id }, value) {
		const application = text(id);
		return { name: nameAndMore(value, name, application && `application ${application}`), value };
	},
};
