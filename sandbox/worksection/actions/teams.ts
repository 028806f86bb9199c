import { type Action, list, required } from '../action';

export const getUserGroups: Action = {
	parameters: [],
	scope: 'users_read',
	run: (_, context) => list(context.account.teams, context),
};

export const addUserGroup: Action = {
	parameters: ['title', 'client'],
	scope: 'users_write',
	run: (sent, { account }) => account.team(required(sent, 'title'), sent.client === '1' ? 1 : 0),
};
