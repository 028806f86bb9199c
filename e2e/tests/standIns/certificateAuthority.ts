import { generate } from 'selfsigned';

/** A certificate and its private key, PEM. */
export interface Certificate {
	cert: string;
	key: string;
}

/** Signs certificates for hosts. Made anew for each run and never stored. */
export interface CertificateAuthority {
	/** What has to be trusted, PEM. */
	readonly cert: string;
	/** For exactly this host. */
	certificateFor(host: string): Promise<Certificate>;
}

const day = 86_400_000;
const settings = () => ({
	keyType: 'ec' as const,
	algorithm: 'sha256',
	notBeforeDate: new Date(Date.now() - day),
	notAfterDate: new Date(Date.now() + day),
});
const subject = (value: string) => [{ name: 'commonName', value }];

export async function createCertificateAuthority(
	name = 'Certificate authority of the user directory tests',
): Promise<CertificateAuthority> {
	const root = await generate(subject(name), {
		...settings(),
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, critical: true },
		],
	});
	const ca = { key: root.private, cert: root.cert };
	return {
		cert: root.cert,
		certificateFor: async (host) => {
			const made = await generate(subject(host), {
				...settings(),
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
