import type { IDataObject } from 'n8n-workflow';
import { isRecord, number, text } from '../text/json';

const MOST_CAUSES = 20;

/** What Node.js says of a failed connection: code, syscall, address, port, hostname; of each cause. */
export function detailsOf(thrown: unknown): IDataObject[] {
	const causes: unknown[] = [thrown];
	const details: IDataObject[] = [];
	for (const link of causes) {
		if (!isRecord(link) || causes.length > MOST_CAUSES) continue;
		details.push(link);
		causes.push(link.cause, Array.isArray(link.errors) ? link.errors[0] : undefined);
	}
	return details;
}

const portOf = ({ port, protocol }: URL): number =>
	Number(port) || (protocol === 'https:' ? 443 : 80);

/**
 * The proxy that a failed connection was meant for, "proxy.example:3128"; undefined where it was meant
 * for the URL's own host.
 */
export function proxyIn(thrown: unknown, url: string): string | undefined {
	const target = new URL(url);
	for (const { address, hostname, port } of detailsOf(thrown)) {
		const connected = number(port);
		if (connected !== undefined) {
			return connected === portOf(target) ? undefined : `${text(address) ?? ''}:${connected}`;
		}
		const looked = text(hostname);
		if (looked !== null) return looked === target.hostname ? undefined : looked;
	}
	return undefined;
}
