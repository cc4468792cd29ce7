import type { RuleName } from '@quorate/policy';

/**
 * What an approval token approves, by the rule that governs it. `use` is everything built on the private key: sign,
 * decrypt, unwrap, certificates and CSRs (SKA.md 1).
 */
export type Operation = RuleName;

/**
 * The codes of element 0x003b (SKA.md 5.4). 1 and 4 were seen in real tokens; 2 and 3 follow from the order of the
 * vendor's names and were never seen.
 */
export const OPERATION_CODES: Readonly<Record<Operation, number>> = { use: 1, block: 2, unblock: 3, modify: 4 };

/** The operation of a code, or `null` when there is none. */
export function operationOf(code: number): Operation | null {
  for (const [operation, known] of Object.entries(OPERATION_CODES)) {
    if (known === code) return operation as Operation;
  }
  return null;
}
