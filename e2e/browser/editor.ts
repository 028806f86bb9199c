import { selectors, type Locator, type Page } from 'playwright-core';
import type { Account } from '../harness/session';
import { unfoldActions } from './actions';
import { until } from '../../test/harness/until';

selectors.setTestIdAttribute('data-test-id');

/** The machine may be busy; every wait is for a state, and ends as soon as that is there. */
export const patience = 60_000;

/** One choice in the list of a resource locator. */
export interface Choice {
	/** To find it. */
	typed: string;
	/** A part of what the list shows for it. */
	shows: string;
}

/** What a person does in n8n's editor, and sees there. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		page.setDefaultTimeout(patience);
	}

	async signIn({ email, password }: Account): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[name="emailOrLdapLoginId"]').fill(email);
		await this.page.locator('input[type="password"]').fill(password);
		await this.at('form-submit-button').click();
		await this.page.waitForURL('**/home/**');
		await this.at('main-sidebar-settings').waitFor();
	}

	/** An empty workflow, with the panel open in which its first node is looked for. */
	async newWorkflow(): Promise<void> {
		const { pathname } = new URL(this.page.url());
		if (pathname.startsWith('/workflow/')) await this.leaveWorkflow();
		else await this.page.goto(`${this.url}/workflow/new`);
		await this.at('canvas-plus-button').first().click();
		await this.at('node-creator-search-bar').waitFor();
	}

	/** Looks for a node in that panel, and waits until it is among what was found. */
	async find(typed: string, node: string): Promise<void> {
		await this.at('node-creator-search-bar').fill('');
		await this.offered(node).waitFor({ state: 'hidden' });
		await this.at('node-creator-search-bar').fill(typed);
		await this.offered(node).waitFor();
	}

	/** Opens a node that was found; resolves to what is offered then. */
	async open(node: string): Promise<string[]> {
		await this.offered(node).click();
		const creator = this.at('node-creator');
		await unfoldActions(creator);
		return await creator.getByTestId('node-creator-item-name').allInnerTexts();
	}

	/** Adds the node that is open, by one of its actions; the node's panel opens. */
	async add(action: string): Promise<void> {
		await this.offered(action).click();
		await this.at('node-parameters').waitFor();
	}

	/** From a node for which there is no credential yet. */
	async newCredential(): Promise<void> {
		await this.at('node-credentials-empty-state').getByRole('button').first().click();
		// n8n gives it a name a moment later, and doesn't save it without
		const name = this.credential.getByTestId('credential-name');
		await name.getByTestId('inline-edit-preview').filter({ hasText: /\S/ }).waitFor();
	}

	async saveCredential(fields: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(fields)) {
			const field = this.credential.getByTestId(`parameter-input-${name}`);
			await field.locator('input, textarea').fill(value);
		}
		await this.at('credential-save-button').click();
	}

	/** All that the dialogue says of a credential that was saved and didn't pass its test. */
	async refusal(): Promise<string> {
		await this.credential.getByText('Couldn’t connect with these settings').waitFor();
		const more = this.credential.getByText('More details');
		await more.click();
		await more.waitFor({ state: 'hidden' });
		return await this.credential.innerText();
	}

	/** The dialogue closes by itself once a credential has passed its test. Resolves to what the node shows then. */
	async credentialAccepted(): Promise<string> {
		await this.credential.waitFor({ state: 'hidden' });
		return await this.at('node-credentials-select').locator('input').inputValue();
	}

	/** Opens the credential of the node again: n8n tests it once more. Resolves to what it says then. */
	async reopenCredential(): Promise<string> {
		await this.at('credential-edit-button').click();
		const passed = this.at('credentials-config-container-test-success');
		await passed.waitFor();
		return await passed.innerText();
	}

	async closeCredential(): Promise<void> {
		await this.credential.getByLabel('Close this dialog').click();
		await this.credential.waitFor({ state: 'hidden' });
	}

	/** Opens the list of a resource locator and types; resolves to what is offered then. */
	async searchList(parameter: string, { typed, shows }: Choice): Promise<string[]> {
		await this.value(parameter).click();
		const items = this.at('rlc-item');
		await items.first().waitFor();
		await this.at('rlc-search').fill(typed);
		const lower = typed.toLowerCase();
		const suits = (texts: string[]) =>
			texts.some((text) => text.includes(shows)) &&
			texts.every((text) => text.toLowerCase().includes(lower));
		const offered = async () => await items.allInnerTexts();
		await until(`the list offers ${shows} alone`, async () => suits(await offered()), patience);
		return await offered();
	}

	/** Chooses from the list that is open. */
	async choose(parameter: string, { shows }: Choice): Promise<void> {
		await this.at('rlc-item').filter({ hasText: shows }).first().click();
		const chosen = async () => (await this.value(parameter).inputValue()).includes(shows);
		await until(`${shows} is chosen`, chosen, patience);
	}

	async operation(name: string): Promise<void> {
		await this.at('parameter-input-operation').click();
		const options = this.page.locator('.el-select-dropdown:visible');
		await options.getByText(name, { exact: true }).click();
		await options.waitFor({ state: 'hidden' });
	}

	async toggle(parameter: string): Promise<void> {
		await this.at(`parameter-input-${parameter}`).locator('.el-switch').click();
	}

	/** Executes the node; resolves to the table of its output, cell by cell, once that has so many items. */
	async execute(items: number): Promise<{ columns: string[]; rows: string[][] }> {
		await this.at('node-execute-button').click();
		const output = this.at('output-panel');
		const count = new RegExp(`^\\s*${items} items?\\s*$`);
		await output.getByTestId('ndv-items-count').filter({ hasText: count }).waitFor();
		await output.getByTestId('radio-button-table').click();
		const rows = output.locator('table tbody tr');
		await rows.first().waitFor();
		return {
			columns: await output.locator('table thead th').allInnerTexts(),
			rows: (await rows.allInnerTexts()).map((row) => row.split('\t')),
		};
	}

	/** Resolves once no message lies over the page any more. */
	async dismissMessages(): Promise<void> {
		const closers = this.page.locator('.el-notification__closeBtn');
		for (const closer of await closers.all()) await closer.click();
		await this.page.locator('.el-notification').first().waitFor({ state: 'hidden' });
	}

	/** To a new one, by the menu: its address loads the whole editor anew. An empty one is new already. */
	private async leaveWorkflow(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.at('node-parameters').waitFor({ state: 'hidden' });
		await this.at('node-creator-search-bar').waitFor({ state: 'hidden' });
		const nodes = this.at('canvas-default-node');
		if ((await nodes.count()) === 0) return;
		await this.at('universal-add').click();
		await this.page.getByRole('menuitem', { name: 'New workflow' }).click();
		await nodes.first().waitFor({ state: 'hidden' });
	}

	private get credential(): Locator {
		return this.at('editCredential-modal');
	}

	private value(parameter: string): Locator {
		return this.at(`resource-locator-${parameter}`).locator('[data-test-id="rlc-input"]');
	}

	private offered(name: string): Locator {
		const names = this.at('node-creator').getByTestId('node-creator-item-name');
		return names.getByText(name, { exact: true });
	}

	protected at(testId: string): Locator {
		return this.page.getByTestId(testId);
	}
}
