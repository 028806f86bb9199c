import type { INodeType } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { runNode } from '../harness';
import { Planets } from '../harness/planets';
import { expectNoSecrets } from './noSecrets';

/** A made-up node that fails or answers with whatever is given. */
const nodeThat = (execute: INodeType['execute']): INodeType => ({
	description: { ...new Planets().description, credentials: [], properties: [] },
	...(execute && { execute }),
});

const secret = 'pa55 "word"&more';
const failing = (message: string, cause?: string) =>
	nodeThat(async function () {
		const error = new NodeApiError(this.getNode(), { message: 'no' }, { message });
		if (cause !== undefined) Object.assign(error, { cause: new Error(cause) });
		throw error;
	});
const check = async (node: INodeType, secrets = [secret]) => {
	const run = await runNode({ node, parameters: {} });
	return () => expectNoSecrets(run, secrets);
};

describe('the check for secrets', () => {
	it('passes where there is none', async () => {
		expect(await check(failing('no'))).not.toThrow();
	});

	it.each([
		['a message', failing(`no: ${secret}`)],
		['a cause', failing('no', `POST ?password=${encodeURIComponent(secret)}`)],
		['an item', nodeThat(async () => [[{ json: { hidden: { deep: [secret] } } }]])],
		[
			'a hint',
			nodeThat(async function () {
				this.addExecutionHints({ message: `see ${secret}` });
				return [[]];
			}),
		],
	])('finds one in %s', async (_where, node) => {
		expect(await check(node)).toThrow();
	});

	it.each(['-----BEGIN PRIVATE KEY-----', 'Bearer abc', 'eyJhbGciOiJ9.eyJpc3Mi'])(
		'knows %s for what it is',
		async (look) => {
			expect(await check(failing(`sent ${look}`), [])).toThrow();
		},
	);
});
