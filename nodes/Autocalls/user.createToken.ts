import type { IDataObject } from 'n8n-workflow';
import { shapeOf } from '../shared/output';
import { textIn } from '../shared/parameters';
import type { Call, Operation } from '../shared/provider';
import { isRecord, pick, record, text } from '../shared/read';
import { autocallsUser } from './autocalls.user';
import { answerOrUser, chosenUser, writeFor } from './user.chosen';

/** https://docs.autocalls.ai/api-reference/white-label/create-token */
export const createToken: Operation = async (item) => {
	const shape = shapeOf(item, autocallsUser);
	const chosen = chosenUser(item);
	const { locator, json, who } = chosen;
	const tokenName = item.parameter('tokenName');
	const call: Call = {
		method: 'POST',
		path: '/white-label/token',
		json: { ...json, ...(tokenName === '' ? {} : { token_name: textIn(tokenName, 'Token Name') }) },
	};
	const raw = await writeFor(
		chosen,
		async () => await item.write(call, ({ body }) => created(body)),
		`A token that nobody knows may exist for ${who}: check in Autocalls before you run this again.`,
	);
	const simplified = {
		...pick(record(raw.user) ?? {}, ['id', 'name', 'email']),
		...pick(raw, ['token', 'token_name']),
	};
	const words = { who: `a token for ${who}`, done: 'created' };
	return answerOrUser(item, { raw, simplified }, { shape, locator, words });
};

function created(body: unknown): IDataObject | undefined {
	return isRecord(body) && text(body.token) !== null ? body : undefined;
}
