import type { DigestName } from './digest.ts';
import type { PssParameters } from './pss-parameters.ts';
import type { KeyType, PublicKey } from './public-key.ts';

/** Names of RFC 8017, FIPS 186, RFC 8032, the IETF's BLS draft, FIPS 204 and FIPS 205. */
export type SchemeName = 'RSASSA-PKCS1-v1_5' | 'RSASSA-PSS' | 'ECDSA' | 'EdDSA' | 'DSA' | 'BLS' | 'ML-DSA' | 'SLH-DSA';

/**
 * One signature algorithm: what every name and identifier of it stands for. Resolve an identifier once, with
 * `signatureAlgorithmOfDer`, `signatureAlgorithmByName` or `approvalAlgorithm`, and pass the entry on.
 */
export interface SignatureAlgorithm {
  /** The name in the RFC that defines the identifier; for PSS with its parameters. For people and for messages. */
  readonly name: string;
  /** Names in the REST interface (SKA.md 3.8); empty when it has none. */
  readonly restNames: readonly string[];
  /** The object identifier of its AlgorithmIdentifier, `null` when none is defined. */
  readonly oid: string | null;
  /** What its AlgorithmIdentifier has as parameters when it is written. */
  readonly parameters: 'null' | 'absent' | 'pss';
  readonly scheme: SignatureScheme;
  /** The types of key it is for. */
  readonly keyTypes: readonly KeyType[];
  /** The digest that the data go through first; `null` when the scheme takes the data themselves. */
  readonly digest: DigestName | null;
  readonly pss: PssParameters | null;
  /** Whether it may verify but should not be relied on: those with SHA-1. */
  readonly weak: boolean;
}

/** Why a signature is not valid. The list is closed. */
export type SignatureFailure =
  /** The key is of another type than the algorithm wants. */
  | 'key-mismatch'
  /** The key's own parameters forbid this algorithm (RFC 4055, 3.3), or are inherited and not known (DSA). */
  | 'key-parameters'
  /** The signature is no encoding of a signature of this algorithm under any key of this size. */
  | 'signature-malformed'
  /** The signature is well formed and does not belong to this key and these data. */
  | 'signature-mismatch';

/** All that a verification is about. */
export interface VerificationInput {
  readonly algorithm: SignatureAlgorithm;
  readonly key: PublicKey;
  /** The bytes that were signed, not their digest. */
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/** A verification whose key, algorithm and encoding have been found good: only the arithmetic is left. */
export interface PreparedVerification {
  /** The signature as platforms take it: for ECDSA and DSA `r` and `s` at full length, joined (IEEE P1363); else as given. */
  readonly rawSignature: Uint8Array;
  /** For bounded searches: as how many checks the arithmetic counts, by the time it takes. Default 1: up to ECDSA on P-521. */
  readonly cost?: number;
  verify(): boolean;
}

/** One signature scheme: a row of behaviour that table entries of algorithms point to. */
export interface SignatureScheme {
  readonly name: SchemeName;
  /** Makes every check short of the arithmetic. Never throws for what `parsePublicKey` and the table can give. */
  prepare(input: VerificationInput): SignatureFailure | PreparedVerification;
}
