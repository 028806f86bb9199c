import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { findOne } from '../../shared/operations/lookUp';
import { shapeOf } from '../../shared/output/shape';
import { fromList, idMode, showFor } from '../../shared/parameters/fields';
import { recordOutput } from '../../shared/parameters/outputFields';
import { locatorIn } from '../../shared/parameters/locator';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { getById } from '../getById';
import { QUO_RATE } from '../quo.connection';
import { PATH, phoneNumberDirectory, phoneNumberShapes, rawFields } from './phoneNumber';

const show = showFor('phoneNumber', 'get');

export const fields: INodeProperties[] = [
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show },
		default: { mode: 'list', value: '' },
		description:
			'The phone number of the workspace. Choose from the list, or enter the number, such as +14155550123 (with or without the plus sign), or an ID.',
		modes: [
			fromList('searchPhoneNumbers'),
			{
				displayName: 'By Number',
				name: 'number',
				type: 'string',
				placeholder: 'e.g. +14155550123',
			},
			idMode('e.g. PN123abc'),
		],
	},
	...recordOutput(show, rawFields),
	optionsField(show, itemOptions(QUO_RATE)),
];

/** https://www.quo.com/docs/mdx/api-reference/phone-numbers/get-a-phone-number-by-id */
const PHONE_NUMBER = {
	noun: 'phone number',
	field: 'Phone Number',
	path: PATH,
	prefix: 'PN',
	otherMode: 'By Number',
};

export const execute: Execute = async (item) => {
	const shape = shapeOf(item, phoneNumberShapes);
	const locator = locatorIn(item.parameter('phoneNumber'), 'Phone Number');
	if (locator.mode === 'id') return [shape(await getById(item, PHONE_NUMBER, locator.value))];
	return [shape(await findOne(item, locator, phoneNumberDirectory))];
};
