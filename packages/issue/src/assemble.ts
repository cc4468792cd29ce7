import {
  CryptoError,
  describeKey,
  keyIdentity,
  type PublicKey,
  type SignatureAlgorithm,
  signatureAlgorithmOfDer,
  verifySignature,
} from '@quorate/crypto';
import { encodeBitString, encodeSequence, sameBytes } from '@quorate/der';
import { type CertificateExtensions, parseCertificate, type TbsCertificate } from '@quorate/x509';
import { demandAlgorithm, demandFit } from './algorithm.ts';
import { diagnose } from './diagnose.ts';
import { IssueError } from './error.ts';
import { readTbs, tbsExtensions } from './read-tbs.ts';
import { demandKey, readableKey } from './subject-key.ts';

export interface AssemblyParts {
  /** The bytes that were signed, as `buildRootTbs` or `buildTbsFromCsr` gave them. */
  readonly tbs: Uint8Array;
  /** What the signature was made with. */
  readonly algorithm: SignatureAlgorithm;
  /** ECDSA and DSA in DER, RSA and EdDSA as they are: what stands in a certificate. */
  readonly signature: Uint8Array;
  /** SubjectPublicKeyInfo of the key that signed. */
  readonly issuerKey: Uint8Array;
}

/**
 * Joins a TBSCertificate with its signature, after verifying it: the certificate that is returned verifies under the key
 * given, and holds the TBS byte for byte. When it does not verify, the error says which it was, as exactly as the facts
 * allow; see `diagnose.ts` for the order in which explanations are tried.
 *
 * Not decided: whether the TBS is a good one, and whether the key is that of the issuer it names, but for a self-signed one,
 * whose own key it must be.
 *
 * @returns the certificate, DER
 * @throws IssueError `tbs-malformed`, `algorithm-unsupported`, `algorithm-weak`, `key-invalid`, `key-weak`,
 *   `algorithm-mismatch`, `key-mismatch`, `signature-encoding`, `signature-malformed`, `tbs-mismatch`,
 *   `signature-mismatch`
 * @throws TypeError when something else than bytes is given for bytes, as base64 text
 */
export function assemble({ tbs, algorithm, signature, issuerKey }: AssemblyParts): Uint8Array {
  for (const [name, value] of Object.entries({ tbs, signature, issuerKey })) {
    if (!(value instanceof Uint8Array)) throw new TypeError(`\`${name}\` must be bytes; decode text first`);
  }
  const fields = readTbs(tbs);
  const extensions = tbsExtensions(fields);
  const identifier = demandAlgorithm(algorithm, 'algorithm');
  demandInner(fields, identifier, algorithm);
  const key = demandKey(issuerKey, 'issuerKey');
  demandFit(algorithm, key, 'key-mismatch', 'issuerKey');
  const verdict = verifySignature({ algorithm, key, data: tbs, signature });
  if (!verdict.valid) throw diagnose({ fields, algorithm, key, signature, reason: verdict.reason });
  demandOwnKey(fields, extensions, key);
  const certificate = encodeSequence(tbs, identifier, encodeBitString(signature));
  const read = parseCertificate(certificate);
  if (!sameBytes(read.tbs, tbs) || !sameBytes(read.signature, signature)) {
    throw new IssueError('encoding-fault', { path: 'certificate', expected: 'the TBS and signature given' });
  }
  return certificate;
}

/** The algorithm must stand inside the signed part as well (RFC 5280, 4.1.1.2, 4.1.2.3). */
function demandInner({ signatureAlgorithm }: TbsCertificate, identifier: Uint8Array, given: SignatureAlgorithm): void {
  if (sameBytes(signatureAlgorithm, identifier)) return;
  const expected = `${innerName(signatureAlgorithm)}, as inside the TBS`;
  throw new IssueError('algorithm-mismatch', { path: 'algorithm', expected, actual: given.name });
}

function innerName(identifier: Uint8Array): string {
  try {
    return signatureAlgorithmOfDer(identifier).name;
  } catch (cause) {
    if (cause instanceof CryptoError) return 'an algorithm that is not known here';
    throw cause;
  }
}

/** A certificate that names itself as its issuer is signed with the key inside it (RFC 5280, 3.2). */
function demandOwnKey(fields: TbsCertificate, extensions: CertificateExtensions, key: PublicKey): void {
  const { subjectKeyIdentifier: subject, authorityKeyIdentifier } = extensions;
  const authority = authorityKeyIdentifier?.keyIdentifier ?? null;
  const otherIssuer = subject !== null && authority !== null && !sameBytes(subject.keyIdentifier, authority);
  if (!sameBytes(fields.issuer.bytes, fields.subject.bytes) || otherIssuer) return;
  if (sameBytes(fields.publicKey, key.spki)) return;
  const inside = readableKey(fields.publicKey);
  if (inside !== null && keyIdentity(inside) === keyIdentity(key)) return;
  throw new IssueError('key-mismatch', {
    path: 'issuerKey',
    expected: `the key inside the TBS, since the certificate is self-signed`,
    actual: `another key (${describeKey(key)})`,
  });
}
