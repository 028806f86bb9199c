import { keyOwner } from '../access';
import type { Endpoint } from '../endpoint';

export const getMe: Endpoint = (request, context) => {
	const { name, email, balance } = keyOwner(request, context);
	return { status: 200, json: { name, email, total_balance: balance() } };
};
