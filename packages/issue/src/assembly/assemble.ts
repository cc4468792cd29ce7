import {
  CryptoError,
  describeKey,
  keyIdentity,
  type PlatformVerifier,
  type PublicKey,
  type SignatureAlgorithm,
  signatureAlgorithmOfDer,
  type WithAlgorithms,
} from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import type { CertificateExtensions, TbsCertificate } from '@quorate/x509';
import { IssueError } from '../error.ts';
import { demandAlgorithm, demandFit } from '../key/algorithm.ts';
import { demandKey, readableKey } from '../key/subject-key.ts';
import { readTbs, tbsExtensions } from '../read-tbs.ts';
import { join, type ReturnedSignature } from './join.ts';
import { demandBytes, demandExpected } from './signed-part.ts';

/** With `algorithms`: more kinds of key, such as those of `@quorate/crypto/post-quantum`. */
export interface AssemblyParts extends ReturnedSignature, WithAlgorithms {
  /** The bytes that were signed, as `buildTbs`, `buildRootTbs` or `buildTbsFromCsr` gave them. */
  readonly tbs: Uint8Array;
  /** What the signature was made with. */
  readonly algorithm: SignatureAlgorithm;
  /** SubjectPublicKeyInfo of the key that signed. */
  readonly issuerKey: Uint8Array;
  /** What the caller built itself: `tbs` must be the same, byte for byte. Default: not compared. */
  readonly expectedTbs?: Uint8Array;
  /** What does the arithmetic of the signature, as `node:crypto`; why one is refused is worked out here all the same. */
  readonly platform?: PlatformVerifier;
}

/**
 * Joins a TBSCertificate with its signature, after verifying it: the certificate that is returned verifies under the key
 * given, and holds the TBS byte for byte. The signature has the form that is declared and no other; what stands in the
 * certificate is what X.509 wants. When it does not verify, the error says which it was, as exactly as the facts allow; see
 * `diagnose.ts` for the order in which explanations are tried.
 *
 * Not decided: whether the TBS is a good one, and whether the key is that of the issuer it names, but for a self-signed one,
 * whose own key it must be.
 *
 * @returns the certificate, DER
 * @throws IssueError `tbs-malformed`, `tbs-differs`, `algorithm-unsupported`, `algorithm-weak`, `key-invalid`, `key-weak`,
 *   `algorithm-mismatch`, `key-mismatch`, `signature-encoding`, `signature-malformed`, `tbs-mismatch`,
 *   `signature-mismatch`
 * @throws TypeError when something else than bytes is given for bytes, as base64 text that is not declared as such
 */
export function assemble(parts: AssemblyParts): Uint8Array {
  const { tbs, algorithm, issuerKey, expectedTbs, platform } = parts;
  demandBytes({ tbs, issuerKey, ...(expectedTbs === undefined ? {} : { expectedTbs }) });
  const fields = readTbs(tbs);
  const extensions = tbsExtensions(fields);
  demandExpected(tbs, expectedTbs, 'tbs');
  const identifier = demandAlgorithm(algorithm, 'algorithm');
  demandInner(fields.signatureAlgorithm, identifier, algorithm, parts);
  const key = demandKey(issuerKey, 'issuerKey', parts);
  demandFit(algorithm, key, 'key-mismatch', 'issuerKey');
  const authority = extensions.authorityKeyIdentifier?.keyIdentifier ?? null;
  const part = { path: 'tbs', words: 'the TBS', bytes: tbs, publicKey: fields.publicKey, authority } as const;
  const certificate = join(part, { algorithm, identifier, key, algorithms: parts.algorithms, platform }, parts);
  demandOwnKey(fields, extensions, key, parts);
  return certificate;
}

/**
 * The algorithm must stand inside the signed part as well (RFC 5280, 4.1.1.2, 4.1.2.3, 5.1.1.2, 5.1.2.2).
 *
 * @throws IssueError `algorithm-mismatch`
 */
export function demandInner(
  inner: Uint8Array,
  identifier: Uint8Array,
  given: SignatureAlgorithm,
  options: WithAlgorithms,
): void {
  if (sameBytes(inner, identifier)) return;
  const expected = `${innerName(inner, options)}, as inside the TBS`;
  throw new IssueError('algorithm-mismatch', { path: 'algorithm', expected, actual: given.name });
}

function innerName(identifier: Uint8Array, options: WithAlgorithms): string {
  try {
    return signatureAlgorithmOfDer(identifier, options).name;
  } catch (cause) {
    if (cause instanceof CryptoError) return 'an algorithm that is not known here';
    throw cause;
  }
}

/** A certificate that names itself as its issuer is signed with the key inside it (RFC 5280, 3.2). */
function demandOwnKey(
  fields: TbsCertificate,
  extensions: CertificateExtensions,
  key: PublicKey,
  options: WithAlgorithms,
): void {
  const { subjectKeyIdentifier: subject, authorityKeyIdentifier } = extensions;
  const authority = authorityKeyIdentifier?.keyIdentifier ?? null;
  const otherIssuer = subject !== null && authority !== null && !sameBytes(subject.keyIdentifier, authority);
  if (!sameBytes(fields.issuer.bytes, fields.subject.bytes) || otherIssuer) return;
  if (sameBytes(fields.publicKey, key.spki)) return;
  const inside = readableKey(fields.publicKey, options);
  if (inside !== null && keyIdentity(inside) === keyIdentity(key)) return;
  throw new IssueError('key-mismatch', {
    path: 'issuerKey',
    expected: `the key inside the TBS, since the certificate is self-signed`,
    actual: `another key (${describeKey(key)})`,
  });
}
