/** The application that is registered in the account. */
export const OAUTH2_CLIENT = {
	id: '0a9da6a918afa4edf00addb0d41c5120',
	secret: '9f1c4be27d06a5830ce1f7ab52d94e6079c3b8a1d2e4f506',
};

/** https://worksection.com/en/faq/oauth.html, and the Postman collection for OAuth2. */
export const SCOPES: readonly string[] = [
	...['projects', 'tasks', 'costs', 'tags', 'comments', 'files', 'users', 'contacts'].flatMap(
		(what) => [`${what}_read`, `${what}_write`],
	),
	'administrative',
];
