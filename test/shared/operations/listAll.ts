import type { IDataObject } from 'n8n-workflow';
import { getMany } from '../../../nodes/shared/operations/getMany';
import type { UserShapes } from '../../../nodes/shared/output/shape';
import { unifiedUser } from '../../../nodes/shared/output/unified';
import type { Listing } from '../../../nodes/shared/paging/listing';
import { selectFields } from '../../../nodes/shared/text/json';
import { fakeRun } from '../fakeItem';
import type { DirectoryOptions } from '../paging/directory';
import { servedDirectory } from '../paging/servedDirectory';

const shapes: UserShapes = {
	simplify: (user) => selectFields(user, ['id']),
	unify: ({ id }) => unifiedUser({ provider: 'plainly', id }),
};
export const numbers = (count: number, from = 0) =>
	Array.from({ length: count }, (_, at) => from + at);

export interface Asked {
	parameters?: IDataObject;
	options?: IDataObject;
	passes?: (record: IDataObject) => boolean;
	complete?: (record: IDataObject) => IDataObject;
	listing?: Partial<Listing>;
	count?: number;
}

/** *Get Many* of a directory; the IDs that it gives. */
export function listAll(
	of: DirectoryOptions,
	{ parameters, options = {}, count = 1, ...asked }: Asked,
) {
	const { directory, listing, answer } = servedDirectory(of, asked.listing);
	const given = { output: 'raw', returnAll: true, options, ...parameters };
	const run = fakeRun(given, { answer, count });
	const { passes, complete } = asked;
	const execute = getMany(() => ({ listing, passes, ...(complete ? { complete } : {}) }), shapes);
	return { directory, ...run, list: async (index = 0) => idsOf(await run.run(execute, index)) };
}

const idsOf = (users: IDataObject[]) => users.map(({ id }) => id);

export const even = ({ id }: IDataObject) => Number(id) % 2 === 0;
