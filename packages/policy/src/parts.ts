import { PolicyError } from './error.ts';

/**
 * The most tokens, groups and approvers that a policy may have together: 8,192. A request to the HSM holds at most 64 KB
 * (SKA.md 2.1), and an approver takes at least 48 bytes of it.
 */
export const MAX_PARTS = 8192;

/** Counts the parts of a policy while it is read. */
export class PartCounter {
  #count = 0;

  /** @throws PolicyError `limit-exceeded` */
  add(parts: number, path: string): void {
    this.#count += parts;
    if (this.#count > MAX_PARTS) throw new PolicyError('limit-exceeded', { path, limit: MAX_PARTS });
  }
}
