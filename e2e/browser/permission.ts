import type { Page } from 'playwright-core';

/**
 * Opens a saved credential in n8n and connects it in the window that n8n opens for that. Resolves once the dialogue
 * says that it is connected.
 */
export async function connect(page: Page, url: string, credentialId: string): Promise<void> {
	await page.goto(`${url}/home/credentials/${credentialId}`);
	const dialogue = page.getByTestId('editCredential-modal');
	const button = dialogue.getByRole('button', { name: /^(Connect|Switch account)$/ });
	await button.waitFor();
	const [opened] = await Promise.all([page.waitForEvent('popup'), button.click()]);
	await opened.getByRole('button', { name: 'Allow' }).click();
	if (!opened.isClosed()) await opened.waitForEvent('close');
	await dialogue.getByText('Account connected').waitFor();
}
