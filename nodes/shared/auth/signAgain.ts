/**
 * Put on a request by the client after Voximplant refused a token's time claims (455, 456). The
 * signing credential takes it off again, so that it never reaches the provider.
 */
export const SIGN_AGAIN = 'x-user-directory-sign-again';
