import type { PublicKey, WithAlgorithms } from '@quorate/crypto';
import { certificateExtensions, type Name, parseCertificate, X509Error } from '@quorate/x509';
import { IssueError } from '../error.ts';
import { demandKey } from '../key/subject-key.ts';

/** What a CRL takes from the certificate of its issuer. */
export interface CrlIssuer {
  /** The subject. */
  readonly name: Name;
  /** The subjectKeyIdentifier, byte for byte. */
  readonly keyIdentifier: Uint8Array;
  readonly key: PublicKey;
  readonly ca: boolean;
  readonly notBefore: number;
  readonly notAfter: number;
}

/**
 * Reads the certificate of a CRL's issuer and checks that it may sign CRLs: cRLSign if it has a keyUsage (RFC 5280,
 * 6.3.3 (f)), a name, a subjectKeyIdentifier, a key without weaknesses. It need not be a CA (5.2.5). Not decided: whether
 * its own signature verifies, whether it chains to anything, whether it is valid now.
 *
 * @param options `algorithms`: more kinds of key
 * @param at where it stands, for the errors
 * @throws IssueError `issuer-malformed`, `issuer-without-crl-sign`, `issuer-without-key-identifier`, `subject-empty`,
 *   `key-invalid`, `key-weak`
 */
export function readCrlIssuer(der: Uint8Array, options: WithAlgorithms = {}, at = 'issuer'): CrlIssuer {
  const certificate = guard(at, () => parseCertificate(der));
  const { basicConstraints, keyUsage, subjectKeyIdentifier } = guard(at, () => certificateExtensions(certificate));
  if (keyUsage !== null && !keyUsage.usages.includes('cRLSign')) {
    const [path, expected] = [`${at}.keyUsage`, 'cRLSign'];
    throw new IssueError('issuer-without-crl-sign', { path, expected, actual: keyUsage.usages.join(', ') });
  }
  if (certificate.subject.rdns.length === 0) {
    throw new IssueError('subject-empty', { path: `${at}.subject`, expected: 'a name that CRLs can point to' });
  }
  if (subjectKeyIdentifier === null) {
    const [path, expected] = [`${at}.subjectKeyIdentifier`, 'an identifier that CRLs can point to'];
    throw new IssueError('issuer-without-key-identifier', { path, expected, actual: 'none' });
  }
  return {
    name: certificate.subject,
    keyIdentifier: subjectKeyIdentifier.keyIdentifier,
    key: demandKey(certificate.publicKey, `${at}.publicKey`, options),
    ca: basicConstraints?.ca === true,
    notBefore: certificate.notBefore.seconds,
    notAfter: certificate.notAfter.seconds,
  };
}

function guard<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof X509Error) throw new IssueError('issuer-malformed', { path, cause });
    throw cause;
  }
}
