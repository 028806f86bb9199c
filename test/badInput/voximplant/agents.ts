import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { VoximplantSandbox } from '../../../sandbox';
import { asFlag, asPlainText, asText, type FieldCase, type OperationCase } from '../fixture';
import { answers, limits, passing, records } from '../sharedFields';
import * as is from '../expectations';
import { pagedWithoutTotal } from './otherResources';
import type { Target } from './target';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';

/** The application by name is looked up; by ID it goes to SmartQueue as it is. */
function applicationFields({ applications }: VoximplantSandbox) {
	const { application_id, application_name } = defined(applications[0]);
	return {
		'application.name': {
			good: () => application_name,
			expects: is.textRefusedByProvider(/there is no application with the name/),
			looksUp: true,
		},
		'application.id': {
			good: () => String(application_id),
			expects: is.id(is.refusedByProvider(/'application_id' parameter is invalid/)),
			sends: (value: unknown) => ({ application_id: asPlainText(value) }),
		},
	};
}

const noQueue = is.refusedByProvider(/'acd_queue_id' parameter is invalid.*'SmartQueue'/);

const sends = (parameter: string) => (value: unknown) => ({ [parameter]: asPlainText(value) });

function filters(sandbox: VoximplantSandbox): Record<string, FieldCase> {
	const filtered = passing(() => sandbox.people, 'user_id');
	const { sq_queue_id } = defined(sandbox.smartQueues[1]);
	const isIn = (user: { user_id: number | string }, value: unknown) =>
		sandbox.agentOf(user.user_id).queues.some((each) => String(each.sq_queue_id) === asText(value));
	const { user_id } = defined(sandbox.people[7]);
	return {
		'filters.queueId': {
			...filtered(String(sq_queue_id), is.id(noQueue), isIn),
			sends: sends('sq_queue_id'),
		},
		'filters.excludedQueueId': {
			...filtered(String(sq_queue_id), is.id(noQueue), (user, value) => !isIn(user, value)),
			sends: sends('excluded_sq_queue_id'),
		},
		'filters.userId': {
			...filtered(
				String(user_id),
				is.id(is.fine, { zero: is.refusedByProvider(/'user_id' parameter is invalid/) }),
				(user, value) => String(user.user_id) === asText(value),
			),
			sends: sends('user_id'),
		},
		'filters.userNameContains': {
			...filtered('an', is.text(), (user, value) => user.user_name.includes(asPlainText(value))),
			sends: sends('user_name_template'),
		},
		'filters.statuses': {
			...filtered(['CALL:READY'], is.listOf(/must be one of CALL:AFTER_SERVICE/), (user, value) => {
				const { CALL } = sandbox.agentOf(user.user_id).statuses;
				return asText(value).includes(`CALL:${CALL.sq_status_name}`);
			}),
			sends: () => ({ sq_statuses: ready }),
		},
	};
}

const ready = JSON.stringify([{ sq_status_type: 'CALL', sq_status_name: 'READY' }]);

const shown = (parameter: string): FieldCase => ({
	good: () => true,
	expects: is.flag(),
	sends: (value) => ({ [parameter]: asFlag(value) }),
});

function binding(
	sandbox: VoximplantSandbox,
	bind: boolean,
	{ options, target }: { options: INodeParameters; target: Target },
): OperationCase {
	const { application_id } = defined(sandbox.applications[0]);
	const { sq_queue_id, sq_queue_name } = defined(sandbox.smartQueues[2]);
	const { user, idOf, fieldsInApplication } = target;
	return {
		base: {
			application: locator('id', application_id),
			user,
			queue: locator('id', sq_queue_id),
			output: 'simplified',
			options,
		},
		gives: (serial) => [{ user_id: idOf(serial), sq_queue_id, bound: bind }],
		writes: (serial) => ({
			method: bind ? 'SQ_BindAgent' : 'SQ_UnbindAgent',
			application_id: String(application_id),
			user_id: String(idOf(serial)),
			sq_queue_id: String(sq_queue_id),
			...(bind && { bind_mode: 'add_queues' }),
		}),
		fields: {
			...fieldsInApplication,
			...applicationFields(sandbox),
			'queue.id': {
				good: () => String(sq_queue_id),
				expects: is.id(noQueue),
				sends: sends('sq_queue_id'),
			},
			'queue.name': {
				good: () => sq_queue_name,
				expects: is.textRefusedByProvider(/there is no SmartQueue with the name/),
				looksUp: true,
			},
			...answers(),
			...limits('concurrency'),
		},
	};
}

/** SmartQueue's agents. */
export function agents(
	sandbox: VoximplantSandbox,
	options: INodeParameters,
	target: Target,
): Record<'getAll' | 'bind' | 'unbind', OperationCase> {
	const { application_id } = defined(sandbox.applications[0]);
	const all = (): IDataObject[] => sandbox.people.map(({ user_id }) => ({ user_id }));
	const three = () => all().slice(0, 3);
	return {
		getAll: {
			base: { application: locator('id', application_id), limit: 3, output: 'raw', options },
			gives: three,
			reads: { method: 'SQ_GetAgents', application_id: String(application_id) },
			fields: {
				...applicationFields(sandbox),
				...pagedWithoutTotal(all),
				...filters(sandbox),
				'options.withQueues': shown('with_sq_queues'),
				'options.withSkills': shown('with_sq_skills'),
				'options.withStatuses': shown('with_sq_statuses'),
				...records('user_id', three),
			},
		},
		bind: binding(sandbox, true, { options, target }),
		unbind: binding(sandbox, false, { options, target }),
	};
}
