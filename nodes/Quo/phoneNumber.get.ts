import { findOne } from '../shared/find';
import { shapeOf } from '../shared/output';
import { locatorIn } from '../shared/parameters';
import type { Operation } from '../shared/provider';
import { PATH, phoneNumberDirectory, quoPhoneNumber } from './quo.phoneNumber';
import { readOne } from './quo.readOne';

/** https://www.quo.com/docs/mdx/api-reference/phone-numbers/get-a-phone-number-by-id */
const BY_ID = {
	noun: 'phone number',
	field: 'Phone Number',
	path: PATH,
	prefix: 'PN',
	other: 'By Number',
};

export const getPhoneNumber: Operation = async (item) => {
	const shape = shapeOf(item, quoPhoneNumber);
	const locator = locatorIn(item.parameter('phoneNumber'), 'Phone Number');
	if (locator.mode === 'id') return [shape(await readOne(item, BY_ID, locator.value))];
	return [shape(await findOne(item, locator, phoneNumberDirectory))];
};
