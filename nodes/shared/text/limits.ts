const NUMBER = /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/**
 * Advice whose limits stand in braces: "Shorten it{ to 255 characters}." Where the provider's own words
 * have a number, its limit counts, and ours is left out.
 */
export const withLimits = (advice: string, words: string): string =>
	advice.replace(/\{([^}]*)\}/g, NUMBER.test(words) ? '' : '$1');
