import type { Resource } from '../endpoint';
import { phoneNumberAnswer } from '../phoneNumberRecords';

const list: Resource['list'] = (request, { workspace, parameters }) => {
	const { userId } = parameters.read(request, 'userId');
	if (userId !== undefined) parameters.identifier(userId, 'US', '/userId');
	const usersById = workspace.usersById();
	const data = workspace.phoneNumbers
		.filter(({ userIds }) => userId === undefined || userIds.includes(userId))
		.map((record) => phoneNumberAnswer(record, usersById));
	return { status: 200, json: { data } };
};

const get: Resource['get'] = (text, { workspace, parameters }) => {
	const id = parameters.identifier(text, 'PN', '/phoneNumberId');
	const record = workspace.phoneNumbers.find((each) => each.id === id);
	if (!record) return parameters.refuse(404, 'Phone number not found');
	return { status: 200, json: { data: phoneNumberAnswer(record, workspace.usersById()) } };
};

export const phoneNumbers: Resource = { area: 'phoneNumbers', list, get };
