import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { until } from '../../test/harness/until';

/** Shows the actions of a node that is open: n8n folds them up where the node has a trigger, too. */
export async function unfoldActions(creator: Locator): Promise<void> {
	const heading = creator.getByText(/^Actions \(\d+\)$/);
	await heading.waitFor();
	const last = creator.getByTestId('node-creator-item-name').last();
	const areShown = async () => {
		const [item, above] = [await last.boundingBox(), await heading.boundingBox()];
		return item !== null && above !== null && item.y > above.y;
	};
	const unfolded = async () => {
		if (await areShown()) return true;
		await heading.click();
		await sleep(500);
		return await areShown();
	};
	await until('the actions are shown', unfolded);
}
