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
	request?: {
		method: string;
		url: { raw: string; query?: { key: string; description?: string; disabled?: boolean }[] };
	};
	response?: { name: string; body?: string | null }[];
}

/** A Postman collection, by the names of its requests. */
export class Collection {
	private readonly items: PostmanItem[];

	constructor(items: PostmanItem[]) {
		const everything = (some: PostmanItem[]): PostmanItem[] =>
			some.flatMap((item) => [item, ...everything(item.item ?? [])]);
		this.items = everything(items).filter(({ request }) => request);
	}

	item(wanted: string): PostmanItem {
		const found = this.items.find(({ name }) => name === wanted);
		if (!found) throw new Error(`the collection has no ${wanted}`);
		return found;
	}

	parameters(wanted: string) {
		return this.item(wanted).request?.url.query ?? [];
	}

	/** The body of an answer. Some have a comma after the last entry. */
	example<Body>(wanted: string, name: string): Body {
		const body = this.item(wanted).response?.find((response) => response.name === name)?.body ?? '';
		return JSON.parse(body.replace(/,(\s*[\]}])/g, '$1')) as Body;
	}
}

function collectionIn(document: string | undefined): Collection | undefined {
	return document === undefined
		? undefined
		: new Collection((JSON.parse(document) as { item: PostmanItem[] }).item);
}

const openApi = read('quo-public-api-v1.2026-08.json');
const postman = read('worksection.ws_client_api_postman_collection.json');
const oAuth2Postman = read('worksection.ws_oauth2_postman_collection.json');

export const quoOpenApi = openApi === undefined ? undefined : (JSON.parse(openApi) as OpenApi);
export const worksectionPostman = collectionIn(postman);
export const worksectionOAuth2Postman = collectionIn(oAuth2Postman);
/** Code, name and words, separated by tabs. */
export const voximplantCodes = read('voximplant.error-codes.tsv');

export const documents: Record<string, boolean> = {
	'quo-public-api-v1.2026-08.json': openApi !== undefined,
	'worksection.ws_client_api_postman_collection.json': postman !== undefined,
	'worksection.ws_oauth2_postman_collection.json': oAuth2Postman !== undefined,
	'voximplant.error-codes.tsv': voximplantCodes !== undefined,
};
