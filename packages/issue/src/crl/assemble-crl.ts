import type { SignatureAlgorithm, WithAlgorithms } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { nameText } from '@quorate/x509';
import { demandInner } from '../assembly/assemble.ts';
import { join, type ReturnedSignature } from '../assembly/join.ts';
import { demandBytes, demandExpected } from '../assembly/signed-part.ts';
import { IssueError } from '../error.ts';
import { demandAlgorithm, demandFit } from '../key/algorithm.ts';
import { quoted } from '../text.ts';
import { readCrlIssuer } from './crl-issuer.ts';
import { readTbsCertList, tbsCertListExtensions } from './read-tbs-cert-list.ts';

/** With `algorithms`: more kinds of key, such as those of `@quorate/crypto/post-quantum`. */
export interface CrlAssemblyParts extends ReturnedSignature, WithAlgorithms {
  /** The bytes that were signed, as `buildTbsCertList` gave them. */
  readonly tbs: Uint8Array;
  /** What the signature was made with. */
  readonly algorithm: SignatureAlgorithm;
  /** The certificate of the CRL's issuer, DER. */
  readonly issuer: Uint8Array;
  /** What the caller built itself: `tbs` must be the same, byte for byte. Default: not compared. */
  readonly expectedTbs?: Uint8Array;
}

/**
 * Joins a TBSCertList with its signature, after verifying it under the key of the issuer's certificate, which must be the
 * one that the CRL names. What goes wrong is told apart as for certificates: see `assemble`.
 *
 * @returns the CRL, DER
 * @throws IssueError `tbs-malformed`, `tbs-differs`, `algorithm-unsupported`, `algorithm-weak`, `algorithm-mismatch`,
 *   `issuer-…`, `key-…`, `signature-…`, `tbs-mismatch`
 * @throws TypeError as `assemble`
 */
export function assembleCrl(parts: CrlAssemblyParts): Uint8Array {
  const { tbs, algorithm, issuer: certificate, expectedTbs } = parts;
  demandBytes({ tbs, issuer: certificate, ...(expectedTbs === undefined ? {} : { expectedTbs }) });
  const list = readTbsCertList(tbs);
  const extensions = tbsCertListExtensions(list);
  demandExpected(tbs, expectedTbs, 'tbs');
  const identifier = demandAlgorithm(algorithm, 'algorithm');
  demandInner(list.signatureAlgorithm, identifier, algorithm, parts);
  const issuer = readCrlIssuer(certificate, parts);
  if (!sameBytes(list.issuer.bytes, issuer.name.bytes)) {
    const [expected, actual] = [`${quoted(nameText(list.issuer))}, as in the CRL`, quoted(nameText(issuer.name))];
    throw new IssueError('key-mismatch', { path: 'issuer.subject', expected, actual });
  }
  const authority = extensions.authorityKeyIdentifier?.keyIdentifier ?? null;
  if (authority !== null && !sameBytes(authority, issuer.keyIdentifier)) {
    const expected = 'the identifier that the CRL names (authorityKeyIdentifier)';
    throw new IssueError('key-mismatch', { path: 'issuer.subjectKeyIdentifier', expected, actual: 'another' });
  }
  demandFit(algorithm, issuer.key, 'key-mismatch', 'issuer.publicKey');
  const part = { path: 'tbs', words: 'the TBS', bytes: tbs, publicKey: null, authority: null } as const;
  return join(part, { algorithm, identifier, key: issuer.key, algorithms: parts.algorithms }, parts);
}
