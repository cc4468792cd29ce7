import { PolicyError } from './error.ts';

/**
 * What a policy may weigh when it is read: 65,535 bytes. It must fit one request to the HSM, which holds 64 KB (SKA.md
 * 2.1), so nothing that an HSM could take is lost, and nobody can make a reader work for hours.
 */
const MAX_BYTES = 65_535;

/** The fewest bytes that each part can take in the binary form (SKA.md 5.1); an approver with an Ed25519 key. */
const LEAST_BYTES = { token: 24, group: 16, approver: 48 } as const;

/** Weighs the parts of a policy while it is read, before they are looked at. */
export class PartCounter {
  #bytes = 0;

  /** @throws PolicyError `limit-exceeded` */
  add(kind: keyof typeof LEAST_BYTES, count: number, path: string): void {
    this.#bytes += count * LEAST_BYTES[kind];
    if (this.#bytes <= MAX_BYTES) return;
    throw new PolicyError('limit-exceeded', { path, actual: `${count} more ${kind}s`, limit: MAX_BYTES });
  }
}
