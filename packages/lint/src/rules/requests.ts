import type { Rule } from '../rule.ts';
import { extensionRequestOnce } from './requests/extension-request-once.ts';

/** About certification requests and TBSCertificates as such. */
export const requestRules: readonly Rule[] = [extensionRequestOnce];
