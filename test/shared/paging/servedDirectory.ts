import type { IHttpRequestOptions } from 'n8n-workflow';
import type { Query } from '../../../nodes/shared/http/connection';
import type { Listing, Page } from '../../../nodes/shared/paging/listing';
import { isRecord, records } from '../../../nodes/shared/text/json';
import { Directory, type DirectoryOptions, listingOf, paged } from './directory';
import type { FakeOptions, Reply } from '../fakeItem';

/** A directory behind a fake helper: its pages are the answers. */
export function servedDirectory(options: DirectoryOptions, rest: Partial<Listing> = {}) {
	const directory = new Directory(options);
	const listing = listingOf(paged[options.style], {
		size: { usual: 5, most: 50 },
		page: (body) => (isPage(body) ? body : undefined),
		...rest,
	});
	const answer = async ({ url }: IHttpRequestOptions): Promise<Reply> => ({
		body: await directory.fetch(positionIn(url)),
	});
	return { directory, listing, answer: answer satisfies FakeOptions['answer'] };
}

const positionIn = (url: string): Query => Object.fromEntries(new URL(url).searchParams);

const isPage = (body: unknown): body is Page => isRecord(body) && !!records(body.records);
