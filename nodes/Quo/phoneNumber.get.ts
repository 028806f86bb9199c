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
	const { mode, value } = locatorIn(item.parameter('phoneNumber'), 'Phone Number');
	if (mode === 'id') return [shape(await readOne(item, BY_ID, value))];
	// As people write it: "+1 (415) 555-0123".
	const number = { mode, value: value.replace(/[\s().-]/g, '') };
	return [shape(await findOne(item, number, phoneNumberDirectory))];
};
