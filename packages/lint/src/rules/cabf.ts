import type { Rule } from '../rule.ts';

/** About the Baseline Requirements of the CA/Browser Forum. */
export const cabfRules: readonly Rule[] = [];
