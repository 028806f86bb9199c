export function takeOrInstall(folder: string, install: () => Promise<boolean>): Promise<boolean>;
