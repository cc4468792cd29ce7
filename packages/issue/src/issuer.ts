import type { PublicKey } from '@quorate/crypto';
import { isoTime } from '@quorate/der';
import { certificateExtensions, parseCertificate, X509Error } from '@quorate/x509';
import { demandFit } from './algorithm.ts';
import { IssueError } from './error.ts';
import type { CertificateProfile } from './profile.ts';
import { demandKey } from './subject-key.ts';

/** What a certificate takes from the certificate of its issuer. */
export interface Issuer {
  /** The subject's Name, byte for byte. */
  readonly name: Uint8Array;
  /** The subjectKeyIdentifier, byte for byte. */
  readonly keyIdentifier: Uint8Array;
  readonly key: PublicKey;
  readonly pathLen: number | null;
  readonly notBefore: number;
  readonly notAfter: number;
}

/**
 * Reads an issuer's certificate and checks that it may issue: CA:TRUE, keyCertSign if it has a keyUsage (RFC 5280,
 * 6.1.4 (k), (n)), a name, a subjectKeyIdentifier, a key without weaknesses. Not decided: whether its own signature
 * verifies, whether it chains to anything, whether it is valid now.
 *
 * @throws IssueError `issuer-…`, `subject-empty`, `key-invalid`, `key-weak`
 */
export function readIssuer(der: Uint8Array): Issuer {
  const certificate = guard(() => parseCertificate(der));
  const { basicConstraints, keyUsage, subjectKeyIdentifier } = guard(() => certificateExtensions(certificate));
  if (basicConstraints?.ca !== true) {
    const [path, expected] = ['issuer.basicConstraints', 'CA:TRUE'];
    throw new IssueError('issuer-not-ca', { path, expected, actual: basicConstraints === null ? 'none' : 'CA:FALSE' });
  }
  if (keyUsage !== null && !keyUsage.usages.includes('keyCertSign')) {
    const [path, expected] = ['issuer.keyUsage', 'keyCertSign'];
    throw new IssueError('issuer-without-key-cert-sign', { path, expected, actual: keyUsage.usages.join(', ') });
  }
  if (certificate.subject.rdns.length === 0) {
    throw new IssueError('subject-empty', {
      path: 'issuer.subject',
      expected: 'a name that certificates can point to',
    });
  }
  if (subjectKeyIdentifier === null) {
    const [path, expected] = ['issuer.subjectKeyIdentifier', 'an identifier that certificates can point to'];
    throw new IssueError('issuer-without-key-identifier', { path, expected, actual: 'none' });
  }
  return {
    name: certificate.subject.bytes,
    keyIdentifier: subjectKeyIdentifier.keyIdentifier,
    key: demandKey(certificate.publicKey, 'issuer.publicKey'),
    pathLen: basicConstraints.pathLen,
    notBefore: certificate.notBefore.seconds,
    notAfter: certificate.notAfter.seconds,
  };
}

/**
 * Checks that an issuer may issue what a profile asks for: its key goes with the algorithm, the dates lie within its
 * own, and its pathLen leaves room for a CA below it with the pathLen asked for. A CA that is asked for without pathLen is
 * bounded by the issuer's all the same. Self-issued certificates, which pathLen does not count (6.1.4 (l)), are no
 * exception here.
 *
 * @throws IssueError `algorithm-key-mismatch`, `validity-outside-issuer`, `path-length-exhausted`
 */
export function demandWithinIssuer(profile: CertificateProfile, issuer: Issuer): void {
  demandFit(profile.signatureAlgorithm, issuer.key, 'algorithm-key-mismatch', 'signatureAlgorithm');
  if (profile.notBefore < issuer.notBefore) {
    const [path, expected] = ['notBefore', `${isoTime(issuer.notBefore)} or later, as the issuer's`];
    throw new IssueError('validity-outside-issuer', { path, expected, actual: isoTime(profile.notBefore) });
  }
  if (profile.notAfter > issuer.notAfter) {
    const [path, expected] = ['notAfter', `${isoTime(issuer.notAfter)} or earlier, as the issuer's`];
    throw new IssueError('validity-outside-issuer', { path, expected, actual: isoTime(profile.notAfter) });
  }
  if (profile.basicConstraints?.ca !== true || issuer.pathLen === null) return;
  if (issuer.pathLen === 0) {
    const expected = 'no CA below an issuer with pathLen 0';
    throw new IssueError('path-length-exhausted', { path: 'basicConstraints', expected, actual: 'CA:TRUE' });
  }
  const { pathLen } = profile.basicConstraints;
  if (pathLen !== undefined && pathLen >= issuer.pathLen) {
    const [path, expected] = ['basicConstraints.pathLen', `less than the issuer's pathLen, ${issuer.pathLen}`];
    throw new IssueError('path-length-exhausted', { path, expected, actual: `${pathLen}` });
  }
}

function guard<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof X509Error) throw new IssueError('issuer-malformed', { path: 'issuer', cause });
    throw cause;
  }
}
