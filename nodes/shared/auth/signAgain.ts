/**
 * Put on a request by the client after the provider refused a signature's time (`signatureExpired`).
 * The signing credential takes it off again, so that it never reaches the provider.
 */
export const SIGN_AGAIN = 'x-user-directory-sign-again';
