/** The areas of Quo's error codes. */
export const QUO_AREAS = { phoneNumbers: '0400', users: '1100' } as const;

export const quoError = (status: number, area: keyof typeof QUO_AREAS, title: string) => ({
	message: expect.any(String),
	code: `${QUO_AREAS[area]}${status}`,
	status,
	docs: 'https://openphone.com/docs',
	title,
	trace: expect.any(String),
});

export const voximplantError = (code: number) => ({ error: { code, msg: expect.any(String) } });

export const worksectionError = (status_code: number, message: string, details?: string) =>
	details === undefined
		? { status: 'error', status_code, message }
		: { status: 'error', status_code, message, message_details: details };

/** Worksection's answer to a signature that is missing or wrong. */
export const wrongSignature = worksectionError(2, 'Action hash is missed or invalid');
