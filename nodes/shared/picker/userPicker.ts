import type { IDataObject } from 'n8n-workflow';
import type { Users } from '../execution/provider';
import { nameAndMore } from './picker';
import type { PickerOption } from './matches';
import type { NodeForm } from './nodeForm';

/** A picker of users for an API that cannot search: shown as "Nathan Smith (nathan@example.com)". */
export const userPicker = (users: Users) => ({
	lists: (_typed: string, form: NodeForm) => [users.listing(form)],
	option: (record: IDataObject, value: string): PickerOption => ({
		name: nameAndMore(value, ...users.label(record)),
		value,
	}),
});
