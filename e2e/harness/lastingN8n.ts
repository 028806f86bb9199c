import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../test/harness/ports';
import { temporaryFolder } from './folders';
import { n8nInstallation } from './installation';
import { startN8n, type N8n } from './n8n';
import { signedIn, type N8nRest } from './rest';

const execute = promisify(execFile);

/** With the Node.js of n8n: that of the tests may have no SQLite. */
const script = `
const { DatabaseSync } = require('node:sqlite');
const [file, sql, ...values] = process.argv.slice(1);
const rows = new DatabaseSync(file, { readOnly: true }).prepare(sql).all(...values);
process.stdout.write(JSON.stringify(rows));`;

/** An n8n whose database outlives it, at one address. */
export class LastingN8n {
	rest!: N8nRest;

	private n8n: N8n | undefined;

	private port = 0;

	private readonly folder = temporaryFolder('lasting');

	private readonly env: Record<string, string>;

	constructor(env: Record<string, string> = {}) {
		this.env = {
			...env,
			DB_SQLITE_DATABASE: this.database,
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		};
	}

	async start(): Promise<void> {
		this.port = await freePort();
		this.n8n = await startN8n({ env: this.env, port: this.port });
		({ rest: this.rest } = await signedIn(this.n8n));
	}

	/** As by a crash: n8n can't save anything more. */
	async kill(): Promise<void> {
		this.n8n?.program.kill();
		await this.n8n?.program.ended;
		await this.n8n?.end();
	}

	async startAgain(): Promise<void> {
		this.n8n = await startN8n({ env: this.env, port: this.port });
	}

	log(): string {
		return this.n8n?.log() ?? '';
	}

	/** What n8n has in its database. */
	async rows<Row>(sql: string, ...values: string[]): Promise<Row[]> {
		const { node } = await n8nInstallation();
		const args = ['--no-warnings', '-e', script, this.database, sql, ...values];
		const { stdout } = await execute(node, args, { maxBuffer: 64_000_000 });
		return JSON.parse(stdout) as Row[];
	}

	async end(): Promise<void> {
		await this.n8n?.end();
		rmSync(this.folder, { recursive: true, force: true });
	}

	private get database(): string {
		return path.join(this.folder, 'database.sqlite');
	}
}
