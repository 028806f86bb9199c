import { adminBody } from '../access';
import type { Endpoint } from '../endpoint';
import * as check from '../validation';

export const registerUser: Endpoint = (request, context) => {
	const { platform } = context;
	const body = adminBody(request, context);
	const unique: check.Rule = (email) =>
		platform.byEmail(email) ? 'The email has already been taken.' : undefined;
	check.validate(body, {
		name: [check.required, check.text],
		email: [check.required, check.text, check.email, unique],
		password: [check.required, check.text, check.atLeast(8)],
		timezone: [check.text, check.timezone],
	});
	const user = platform.addUser(String(body.name), String(body.email));
	const { id, name, email } = user;
	const token = platform.createKey(user);
	const message = 'Registration successful.';
	return { status: 201, json: { message, user: { id, name, email }, token } };
};
