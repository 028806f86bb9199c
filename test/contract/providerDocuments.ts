import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The providers' own documents lie beside the repository, for those who have them. */
const FOLDER = path.resolve(__dirname, '../../../shared/reference/specs');

function read(name: string): string | undefined {
	const file = path.join(FOLDER, name);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export interface OpenApi {
	info: { title: string };
	paths: Record<string, Record<string, { responses: Record<string, OpenApiResponse> }>>;
	components: { schemas: Record<string, object> };
}

interface OpenApiResponse {
	content: { 'application/json': { schema: object } };
}

export interface PostmanItem {
	name: string;
	item?: PostmanItem[];
	request?: { url: { query?: { key: string; disabled?: boolean }[] } };
	response?: { name: string; body?: string | null }[];
}

const openApi = read('quo-public-api-v1.2026-08.json');
const postman = read('worksection.ws_client_api_postman_collection.json');

export const quoOpenApi = openApi === undefined ? undefined : (JSON.parse(openApi) as OpenApi);
export const worksectionPostman =
	postman === undefined ? undefined : (JSON.parse(postman) as { item: PostmanItem[] });
/** Code, name and words, separated by tabs. */
export const voximplantCodes = read('voximplant.error-codes.tsv');

export const documents: Record<string, boolean> = {
	'quo-public-api-v1.2026-08.json': openApi !== undefined,
	'worksection.ws_client_api_postman_collection.json': postman !== undefined,
	'voximplant.error-codes.tsv': voximplantCodes !== undefined,
};
