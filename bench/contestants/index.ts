import { axiosLoop } from './axios';
import type { Contestants } from './contestant';
import { fetchLoop } from './fetch';
import { helper } from './helper';
import { httpRequest } from './httpRequest';
import { node } from './node';

export const contestants: Contestants = {
	node,
	httpRequest,
	axios: axiosLoop,
	helper,
	fetch: fetchLoop,
};
