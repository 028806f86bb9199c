import { axiosLoop } from './axios';
import { fetchLoop } from './fetch';
import { helper } from './helper';
import { httpRequest } from './httpRequest';
import type { Implementation, ImplementationName } from './implementation';
import { node } from './node';

export const implementations: Record<ImplementationName, Implementation> = {
	node,
	httpRequest,
	axios: axiosLoop,
	helper,
	fetch: fetchLoop,
};
