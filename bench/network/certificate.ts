import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

export interface CertificateFile extends Certificate {
	/** For NODE_EXTRA_CA_CERTS. */
	file: string;
}

let made: CertificateFile | undefined;

/** A certificate of this run for 127.0.0.1, self-signed. Its folder is removed when the process ends. */
export const certificate = (): CertificateFile => (made ??= make());

function make(): CertificateFile {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'user-directory-bench-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const [key, file] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name)) as [
		string,
		string,
	];
	const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
	const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
	const files = ['-keyout', key, '-out', file];
	execFileSync('openssl', ['req', '-x509', '-days', '2', ...newKey, ...subject, ...files], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	return { file, key: readFileSync(key, 'utf8'), cert: readFileSync(file, 'utf8') };
}
