/** A resource locator as the editor saves it. */
export const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });

/** The one in which Voximplant's sandbox has its users. */
export const application = by('name', 'support.acme.voximplant.com');
