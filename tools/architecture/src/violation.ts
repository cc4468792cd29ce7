/** One breach of a rule of the house. */
export interface Violation {
  /** The rule's name, for instance `direction`. */
  readonly rule: string;
  /** The file, from the root of the repository, with the line where there is one: `packages/der/src/tag.ts:12`. */
  readonly where: string;
  /** What is wrong and what to do instead. */
  readonly message: string;
}

/** Violations as lines, for the message of a failing test. */
export function describeViolations(violations: readonly Violation[]): string {
  return violations.map(({ rule, where, message }) => `${where}: ${rule}: ${message}`).join('\n');
}
