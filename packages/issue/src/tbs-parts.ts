import type { PlannedExtension } from './extension/planned-extension.ts';
import type { Validity } from './validity.ts';

/** Everything that a TBSCertificate is made of; all of it has been checked. */
export interface TbsParts {
  readonly serialNumber: bigint;
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  /** Name. */
  readonly issuer: Uint8Array;
  readonly validity: Validity;
  /** Name. */
  readonly subject: Uint8Array;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  /** In the order of the encoding. */
  readonly extensions: readonly PlannedExtension[];
}
