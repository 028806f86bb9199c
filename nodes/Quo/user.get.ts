import type { IDataObject } from 'n8n-workflow';
import { segment } from '../shared/encode';
import { InputFault, onFault } from '../shared/fault';
import { findOne, notFound } from '../shared/find';
import type { Item } from '../shared/item';
import { shapeOf } from '../shared/output';
import { locatorIn } from '../shared/parameters';
import type { Operation } from '../shared/provider';
import { isRecord, named, record } from '../shared/read';
import { quoKeys, quoUser, quoUsers } from './quo.user';
import { withPhoneNumbers } from './user.phoneNumbers';

export const getUser: Operation = async (item) => {
	const shape = shapeOf(item, quoUser);
	const locator = locatorIn(item.parameter('user'), 'User');
	const user =
		locator.mode === 'id'
			? await readUser(item, locator.value)
			: await findOne(item, locator, { listing: quoUsers, keys: quoKeys });
	const complete = await withPhoneNumbers(item);
	return [shape(complete(user))];
};

/** https://www.quo.com/docs/mdx/api-reference/users/get-a-user-by-id */
async function readUser(item: Item, id: string): Promise<IDataObject> {
	if (!/^US./.test(id)) {
		throw new InputFault(
			`'User' is not the ID of a Quo user, which starts with 'US': '${id.slice(0, 80)}'.`,
			"Enter the ID from a user that this node listed, or choose 'By Email'.",
		);
	}
	const call = { method: 'GET', path: `/v1/users/${segment(id)}` } as const;
	const read = async () =>
		await item.read(call, ({ body }) => (isRecord(body) ? record(body.data) : undefined));
	return await onFault(read, (fault) => {
		if (fault.details.status !== 404) throw fault;
		const { text, next } = notFound(item, 'ID', id).details;
		throw fault.with({ text: `${text}: ${fault.details.text}`, ...named('next', next) });
	});
}
