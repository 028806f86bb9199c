/** A resource locator as the editor saves it. */
export const locator = (mode: string, value: string | number) => ({ __rl: true, mode, value });
