import { encodeExplicit, encodeInteger, encodeSequence } from '@quorate/der';
import { checkTbs } from './check-tbs.ts';
import { type ExtensionParts, encodeExtensions } from './extensions.ts';
import { encodeValidity, type Validity } from './validity.ts';

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
  readonly extensions: ExtensionParts;
}

/** INTEGER 2: version 3. */
const V3 = 2;

/**
 * A TBSCertificate (RFC 5280, 4.1), version 3. Names, algorithm and key stand in it byte for byte as given: none of them
 * passes through a library that would write it anew. What was written is read again and compared with what was meant.
 *
 * @throws IssueError `encoding-fault`
 */
export function encodeTbs(parts: TbsParts): Uint8Array {
  const tbs = encodeSequence(
    encodeExplicit(0, encodeInteger(V3)),
    encodeInteger(parts.serialNumber),
    parts.signatureAlgorithm,
    parts.issuer,
    encodeValidity(parts.validity),
    parts.subject,
    parts.publicKey,
    encodeExtensions(parts.extensions),
  );
  checkTbs(tbs, parts);
  return tbs;
}
