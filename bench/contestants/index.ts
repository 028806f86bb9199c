import { axiosLoop } from './axios';
import type { Contestants } from './contestant';
import { fetchLoop } from './fetch';
import { httpRequest } from './httpRequest';
import { node } from './node';

export const contestants: Contestants = { node, httpRequest, axios: axiosLoop, fetch: fetchLoop };
