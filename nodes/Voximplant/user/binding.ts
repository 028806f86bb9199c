import type { INodeProperties } from 'n8n-workflow';
import { onProviderError } from '../../shared/errors';
import type { Execute } from '../../shared/execution/provider';
import { writeOnce } from '../../shared/operations/unknownOutcome';
import { ANSWER_OUTPUTS, outputOf } from '../../shared/output/shape';
import { answerOutput } from '../../shared/parameters/outputFields';
import type { Show } from '../../shared/parameters/fields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { exactNumber } from '../../shared/text/json';
import { applicationIn } from '../application/application';
import { chosenTarget } from '../chosenTarget';
import type { Target } from '../chosenTarget';
import { succeeded, writeMethod } from '../voximplant.methods';
import { chosenUser, shownUser, writeForUser } from './chosenUser';

/** A skill or an ACD queue. */
export interface BindingTarget extends Target {
	method: string;
	/** Whether the API asks for the application although the user's ID says which. */
	inApplication: boolean;
	/** The code for one that Voximplant doesn't know, and what to do then. */
	unknownCode: string;
	next: string;
	/** The option of *Get* that shows whether it is bound. */
	option: string;
}

/** The fields after those that name the user and the target. */
export const bindingFields = (show: Show): INodeProperties[] => [
	...answerOutput(show),
	optionsField(show, itemOptions()),
];

/** Binds a user to the target, or takes the user off it. */
export const bindOrUnbind =
	(target: BindingTarget, bind: boolean): Execute =>
	async (item) => {
		const output = outputOf(item, ANSWER_OUTPUTS);
		const application = target.inApplication ? applicationIn(item) : undefined;
		const targetId = chosenTarget(item, target, application);
		const user = await chosenUser(item);
		const id = await targetId();
		const form = { ...application?.query, user_id: user.id, [target.id]: id, bind };
		const write = async () => await item.write(writeMethod(target.method, form), succeeded);
		const answer = await writeForUser(user, async () => {
			return await writeOnce(
				async () =>
					await onProviderError(write, (error) => {
						const { unknownCode, next } = target;
						throw error.details.code === unknownCode ? error.with({ next }) : error;
					}),
				`Get ${user.who} with the option '${target.option}' and compare, before you run this again.`,
			);
		});
		if (output === 'raw') return [answer];
		return [{ ...shownUser(user), [target.id]: exactNumber(id), bound: bind }];
	};
