import type { Rule } from '../rule.ts';
import { basicConstraintsCritical } from './extensions/basic-constraints-critical.ts';
import { extensionRepeated } from './extensions/extension-repeated.ts';

/** About the extensions of certificates, other than names. */
export const extensionRules: readonly Rule[] = [extensionRepeated, basicConstraintsCritical];
