import type { INodePropertyOptions } from 'n8n-workflow';

/** Every field that the provider documents. */
export const rawFields: INodePropertyOptions[] = [
	{
		name: 'ACD Queues',
		value: 'acd_queues',
		description: 'Bound queues. Needs the option With Queues.',
	},
	{ name: 'ACD Status', value: 'acd_status', description: 'Operator status' },
	{
		name: 'ACD Status Change Time',
		value: 'acd_status_change_time',
		description: 'When the operator status changed, UTC',
	},
	{ name: 'Applications', value: 'applications', description: 'Bound applications' },
	{ name: 'Balance', value: 'balance', description: "The user's own balance" },
	{ name: 'Created', value: 'created', description: 'When the user was created, UTC' },
	{ name: 'Fixed Balance', value: 'fixed_balance', description: 'Last committed balance' },
	{ name: 'Frozen', value: 'frozen', description: 'Whether the user is frozen' },
	{ name: 'Live Balance', value: 'live_balance', description: 'Current balance' },
	{ name: 'Modified', value: 'modified', description: 'When the user was changed, UTC' },
	{ name: 'Skills', value: 'skills', description: 'Bound skills. Needs the option With Skills.' },
	{ name: 'User Active', value: 'user_active', description: 'Whether the user can log in' },
	{ name: 'User Custom Data', value: 'user_custom_data', description: 'Custom data' },
	{ name: 'User Display Name', value: 'user_display_name', description: 'Name that others see' },
	{ name: 'User ID', value: 'user_id', description: 'The ID of the user' },
	{ name: 'User Name', value: 'user_name', description: 'The name to log in with' },
	{
		name: 'Uses Account Balance',
		value: 'parent_accounting',
		description: 'Whether the user spends the balance of the account',
	},
];
