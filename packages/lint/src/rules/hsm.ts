import type { Rule } from '../rule.ts';
import { serialNumberHashOfSubject } from './hsm/serial-number-hash-of-subject.ts';

/** About what certificates made by HSMs get wrong (SKA.md 8). */
export const hsmRules: readonly Rule[] = [serialNumberHashOfSubject];
