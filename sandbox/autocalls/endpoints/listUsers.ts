import { requireAdmin } from '../access';
import type { Endpoint } from '../endpoint';
import { page } from '../pagination';

/** https://docs.autocalls.ai/api-reference/white-label/get-users */
export const listUsers: Endpoint = (request, context) => {
	requireAdmin(request, context);
	const { platform, settings } = context;
	const { paginate, perPage } = settings;
	const path = `http://${request.headers.host}${request.path}`;
	return { status: 200, json: page(platform.people, request, { paginate, perPage, path }) };
};
