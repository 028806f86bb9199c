import { autocalls } from './autocalls';
import type { BenchmarkProvider } from './provider';
import { quo } from './quo';
import { voximplant } from './voximplant';
import { worksection } from './worksection';

const table = { voximplant, autocalls, quo, worksection };

export type ProviderName = keyof typeof table;

/** The providers in the benchmark, in the order of the chart. */
export const providers: Record<ProviderName, BenchmarkProvider> = table;
export const providerNames = Object.keys(table) as ProviderName[];
