/** A provider's node asks for Authentication; this one asks for that of each directory. */
export const ownParameter = (provider: string, parameter: string): string =>
	parameter === 'authentication' ? `${provider}Authentication` : parameter;
