export interface Application {
	application_id: number;
	application_name: string;
	modified: string;
	secure_record_storage: boolean;
}

export const applicationRecords = (base: number, account: string): Application[] =>
	['support', 'sales', 'support-archive'].map((name, index) => ({
		application_id: base + index,
		application_name: `${name}.${account}.voximplant.com`,
		modified: '2026-03-02 10:15:00',
		secure_record_storage: index === 1,
	}));
