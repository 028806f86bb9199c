import { adminBody } from '../access';
import type { Endpoint } from '../endpoint';
import { findUser, ONE_USER } from '../oneUser';
import * as check from '../validation';

export const createToken: Endpoint = (request, context) => {
	const { platform } = context;
	const body = adminBody(request, context);
	check.validate(body, { ...ONE_USER, token_name: [check.text] });
	const user = findUser(platform, body);
	const { id, name, email } = user;
	const token = platform.createKey(user);
	const token_name = body.token_name ?? 'api-token';
	const message = 'Token created successfully.';
	return { status: 200, json: { message, user: { id, name, email }, token, token_name } };
};
