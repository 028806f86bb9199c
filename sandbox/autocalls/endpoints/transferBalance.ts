import { adminBody } from '../access';
import type { Endpoint } from '../endpoint';
import { findUser, ONE_USER } from '../oneUser';
import * as check from '../validation';

/** https://docs.autocalls.ai/api-reference/white-label/transfer-balance */
export const transferBalance: Endpoint = (request, context) => {
	const { platform } = context;
	const body = adminBody(request, context);
	check.validate(body, {
		...ONE_USER,
		transfer_type: [check.required, check.oneOf('minutes', 'credits')],
		operation: [check.required, check.oneOf('add', 'remove')],
		amount: [check.required, check.positive],
	});
	const user = findUser(platform, body);
	const { transfer_type: type, operation, amount } = body;
	const signed = operation === 'add' ? Number(amount) : -Number(amount);
	platform.transfer(user, type === 'credits', signed);
	const { id, email, name, minutes_balance, credits_balance } = user;
	return {
		status: 200,
		json: {
			message: 'Transfer completed successfully.',
			transfer: { type, operation, amount },
			user: { id, email, name, minutes_balance, credits_balance },
			your_balance: { minutes: platform.minutes },
		},
	};
};
