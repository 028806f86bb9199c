import type { INodeParameters } from 'n8n-workflow';
import type { VoximplantSandbox } from '../../../sandbox';
import { asText, type FieldCases, type OperationCase } from '../fixture';
import { answers, limits } from '../sharedFields';
import * as is from '../expectations';
import type { Target } from './target';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';

/** What a user is bound to. */
interface Binding {
	noun: 'skill' | 'queue';
	method: string;
	/** The API's parameter with its ID. */
	parameter: string;
	id: number;
	name: string;
}

const bindingFields = ({ noun, parameter, id, name }: Binding): FieldCases => ({
	[`${noun}.id`]: {
		good: () => String(id),
		expects: is.id(is.refusedByProvider(new RegExp(`'${parameter}' parameter is invalid`))),
		sends: (value) => ({ [parameter]: asText(value) }),
	},
	[`${noun}.name`]: {
		good: () => name,
		expects: is.textRefusedByProvider(new RegExp(`there is no ${noun} with the name`)),
		looksUp: true,
	},
});

interface Given {
	base: INodeParameters;
	target: Target;
	/** What the application adds to the request, where it is needed. */
	sent?: Record<string, unknown>;
}

function bindingCase(
	binding: Binding,
	bind: boolean,
	{ base, target, sent }: Given,
): OperationCase {
	const { noun, method, parameter, id } = binding;
	const { user, idOf, fields, fieldsInApplication } = target;
	return {
		base: { ...base, user, [noun]: locator('id', id), output: 'simplified' },
		gives: (serial) => [{ user_id: idOf(serial), [parameter]: id, bound: bind }],
		writes: (serial) => ({
			...sent,
			method,
			user_id: String(idOf(serial)),
			[parameter]: String(id),
			bind: String(bind),
		}),
		fields: {
			...(sent ? fieldsInApplication : fields),
			...bindingFields(binding),
			...answers(),
			...limits('concurrency'),
		},
	};
}

type Bindings = 'bindSkill' | 'unbindSkill' | 'bindQueue' | 'unbindQueue';

export function bindings(
	sandbox: VoximplantSandbox,
	options: INodeParameters,
	target: Target,
): Record<Bindings, OperationCase> {
	const { application_id } = defined(sandbox.applications[0]);
	const { skill_id, skill_name } = defined(sandbox.skills[2]);
	// the first queue is another application's
	const { acd_queue_id, acd_queue_name } = defined(sandbox.queues[1]);
	const skill: Binding = {
		noun: 'skill',
		method: 'BindSkill',
		parameter: 'skill_id',
		id: skill_id,
		name: skill_name,
	};
	const queue: Binding = {
		noun: 'queue',
		method: 'BindUserToQueue',
		parameter: 'acd_queue_id',
		id: acd_queue_id,
		name: acd_queue_name,
	};
	const ofSkill: Given = { base: { options }, target };
	const ofQueue: Given = {
		base: { application: locator('id', application_id), options },
		target,
		sent: { application_id: String(application_id) },
	};
	return {
		bindSkill: bindingCase(skill, true, ofSkill),
		unbindSkill: bindingCase(skill, false, ofSkill),
		bindQueue: bindingCase(queue, true, ofQueue),
		unbindQueue: bindingCase(queue, false, ofQueue),
	};
}
