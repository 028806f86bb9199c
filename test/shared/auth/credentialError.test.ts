import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { CredentialError, findCredentialError } from '../../../nodes/shared/auth/credentialError';

/** As a catch block has it. */
const caught = (error: unknown) => error as JsonObject;

describe('an error of a credential', () => {
	const node = { name: 'Quo', type: 'quo' } as INode;
	const error = new CredentialError('"API Key" is empty.');

	it('is found by its name inside the errors that n8n wraps around it', () => {
		const wrapped = new NodeApiError(node, caught(error));
		expect(findCredentialError(error)).toBe(error);
		expect(findCredentialError(wrapped)).toBe(error);
		expect(findCredentialError(new NodeOperationError(node, wrapped))).toBe(error);
		expect(wrapped.message).toBe(error.message);
	});

	it('is found where a bundle brought a class of its own', () => {
		class CredentialErrorOfABundle extends Error {
			override name = 'CredentialError';
		}
		const other = new CredentialErrorOfABundle('x');
		expect(findCredentialError(new Error('outer', { cause: other }))).toBe(other);
	});

	it('is not seen in anything else', () => {
		const loop = new Error('loop');
		loop.cause = loop;
		for (const other of [new Error('x'), loop, 'CredentialError', null, undefined]) {
			expect(findCredentialError(other)).toBeUndefined();
		}
	});
});
