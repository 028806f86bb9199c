import type { Locator } from 'playwright-core';
import { until } from '../../test/harness/until';
import { Editor, patience } from './editor';

/** What a person does with a node that takes several credentials, and has several outputs. */
export class NodeEditor extends Editor {
	/** Chooses these in a field that takes several. */
	async chooseSeveral(parameter: string, names: string[]): Promise<void> {
		const field = this.at(`parameter-input-${parameter}`);
		await field.click();
		for (const name of names) await this.shownOptions.getByText(name, { exact: true }).click();
		await this.at('node-parameters').getByText(/./).first().click();
		await this.shownOptions.waitFor({ state: 'hidden' });
	}

	/** What the node asks a credential for, in its order. */
	async credentialsAskedFor(): Promise<string[]> {
		const labels = await this.at('node-parameters')
			.getByText(/^Credential for /)
			.allInnerTexts();
		return labels.map((label) => label.replace('Credential for ', ''));
	}

	/** Chooses a saved credential in each list that the node has, where n8n hasn't done so. */
	async chooseCredentials(names: string[]): Promise<void> {
		for (const [index, name] of names.entries()) {
			const list = this.at('node-credentials-select').nth(index);
			if ((await list.locator('input').inputValue()) === name) continue;
			const option = this.shownOptions.getByText(name, { exact: true });
			// n8n closes a list that is opened while it still fills in others
			const isOpen = async () => {
				await list.click();
				const opens = option.waitFor({ timeout: 2000 });
				return await opens.then(
					() => true,
					() => false,
				);
			};
			await until(`the list has ${name}`, isOpen, patience);
			await option.click();
			await this.shownOptions.waitFor({ state: 'hidden' });
		}
	}

	/** What the node's outputs are called on the canvas; '' for one without a name. */
	async outputs(node: string): Promise<string[]> {
		const handles = this.page.locator(
			`[data-test-id="canvas-node-output-handle"][data-node-name="${node}"]`,
		);
		await handles.first().waitFor({ state: 'attached' });
		return (await handles.allInnerTexts()).map((text) => text.trim());
	}

	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.at('node-parameters').waitFor({ state: 'hidden' });
	}

	async openNode(node: string): Promise<void> {
		await this.at('canvas-node').filter({ hasText: node }).dblclick();
		await this.at('node-parameters').waitFor();
	}

	private get shownOptions(): Locator {
		return this.page.locator('.el-select-dropdown:visible');
	}
}
