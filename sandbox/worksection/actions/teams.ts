import { type Action, list, required } from '../action';

export const getUserGroups: Action = {
	parameters: [],
	run: (_, context) => list(context.account.teams, context),
};

export const addUserGroup: Action = {
	parameters: ['title', 'client'],
	run: (sent, { account }) => account.team(required(sent, 'title'), sent.client === '1' ? 1 : 0),
};
