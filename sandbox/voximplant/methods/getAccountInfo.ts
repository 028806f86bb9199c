import type { Method } from '../method';

export const getAccountInfo: Method = (account, sent) => {
	sent.flag('return_live_balance', true);
	const { accountId, name } = account.plan;
	return {
		result: {
			account_id: accountId,
			account_name: name,
			account_email: `${name}@example.com`,
			created: '2022-01-03 08:00:00',
			active: true,
			frozen: false,
			balance: 128.5,
			currency: 'USD',
		},
		api_address: 'api-node1.voximplant.com',
	};
};
