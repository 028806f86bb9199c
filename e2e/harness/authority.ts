import { generate } from 'selfsigned';

/** A certificate and its private key, PEM. */
export interface Identity {
	cert: string;
	key: string;
}

/** Vouches for hosts to those who were told to trust it. Made anew for each run and never stored. */
export interface Authority {
	/** What has to be trusted, PEM. */
	readonly cert: string;
	/** For exactly this host. */
	identityOf(host: string): Promise<Identity>;
}

const day = 86_400_000;
const ours = () => ({
	keyType: 'ec' as const,
	algorithm: 'sha256',
	notBeforeDate: new Date(Date.now() - day),
	notAfterDate: new Date(Date.now() + day),
});
const called = (value: string) => [{ name: 'commonName', value }];

export async function createAuthority(
	name = 'Authority of the user directory tests',
): Promise<Authority> {
	const root = await generate(called(name), {
		...ours(),
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, critical: true },
		],
	});
	const ca = { key: root.private, cert: root.cert };
	return {
		cert: root.cert,
		identityOf: async (host) => {
			const made = await generate(called(host), {
				...ours(),
				ca,
				extensions: [
					{ name: 'basicConstraints', cA: false },
					{ name: 'keyUsage', digitalSignature: true, critical: true },
					{ name: 'extKeyUsage', serverAuth: true },
					{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
				],
			});
			return { cert: made.cert, key: made.private };
		},
	};
}
