import type { Results } from './results';

/** Why a goal was missed, by profile. Shown where a run misses one. */
export const reasons: Partial<Record<keyof Results, string>> = {};
