import type { INodeParameters } from 'n8n-workflow';
import type { VoximplantSandbox } from '../../sandbox';
import { locator } from './places';
import { asText, type Rows, type Stage, the } from './scene';
import { answers, limits } from './sharedRows';
import * as is from './verdicts';
import type { Target } from './voximplantTarget';

/** What a user is bound to. */
interface Bond {
	noun: 'skill' | 'queue';
	method: string;
	/** The API's parameter with its ID. */
	parameter: string;
	id: number;
	name: string;
}

const bondRows = ({ noun, parameter, id, name }: Bond): Rows => ({
	[`${noun}.id`]: {
		good: () => String(id),
		judge: is.id(is.told(new RegExp(`'${parameter}' parameter is invalid`))),
		sends: (value) => ({ [parameter]: asText(value) }),
	},
	[`${noun}.name`]: {
		good: () => name,
		judge: is.textToldOf(new RegExp(`there is no ${noun} with the name`)),
		looksUp: true,
	},
});

interface Given {
	base: INodeParameters;
	target: Target;
	/** What the application adds to the request, where it is needed. */
	sent?: Record<string, unknown>;
}

function binding(bond: Bond, bind: boolean, { base, target, sent }: Given): Stage {
	const { noun, method, parameter, id } = bond;
	const { user, idOf, rows, rowsInApplication } = target;
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
		rows: {
			...(sent ? rowsInApplication : rows),
			...bondRows(bond),
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
): Record<Bindings, Stage> {
	const { application_id } = the(sandbox.applications[0]);
	const { skill_id, skill_name } = the(sandbox.skills[2]);
	// the first queue is another application's
	const { acd_queue_id, acd_queue_name } = the(sandbox.queues[1]);
	const skill: Bond = {
		noun: 'skill',
		method: 'BindSkill',
		parameter: 'skill_id',
		id: skill_id,
		name: skill_name,
	};
	const queue: Bond = {
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
		bindSkill: binding(skill, true, ofSkill),
		unbindSkill: binding(skill, false, ofSkill),
		bindQueue: binding(queue, true, ofQueue),
		unbindQueue: binding(queue, false, ofQueue),
	};
}
