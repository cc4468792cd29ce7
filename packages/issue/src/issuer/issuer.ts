import type { PublicKey, WithAlgorithms } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import {
  type CertificatePolicies,
  certificateExtensions,
  type NameConstraints,
  type PolicyMappings,
  parseCertificate,
  X509Error,
} from '@quorate/x509';
import { IssueError } from '../error.ts';
import { demandKey } from '../key/subject-key.ts';

/** What a certificate takes from the certificate of its issuer. */
export interface Issuer {
  /** The subject's Name, byte for byte. */
  readonly name: Uint8Array;
  /** The subjectKeyIdentifier, byte for byte. */
  readonly keyIdentifier: Uint8Array;
  /** What else stands in its certificate and can be pointed to: the issuer's Name, and the serial number's content. */
  readonly issuer: Uint8Array;
  readonly serialNumber: Uint8Array;
  readonly key: PublicKey;
  /** Whether it bears its own name as its issuer's: what it issues and itself are then numbered by one and the same. */
  readonly self: boolean;
  readonly nameConstraints: NameConstraints | null;
  readonly policies: CertificatePolicies | null;
  readonly policyMappings: PolicyMappings | null;
  readonly requireExplicitPolicy: number | null;
  /** Critical extensions that are not read here. */
  readonly unread: readonly string[];
  /** Object identifiers; `null`: any purpose. */
  readonly purposes: readonly string[] | null;
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
export function readIssuer(der: Uint8Array, options: WithAlgorithms = {}): Issuer {
  const certificate = guard(() => parseCertificate(der));
  const extensions = guard(() => certificateExtensions(certificate));
  const { basicConstraints, keyUsage, subjectKeyIdentifier } = extensions;
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
    issuer: certificate.issuer.bytes,
    serialNumber: certificate.serialNumber,
    key: demandKey(certificate.publicKey, 'issuer.publicKey', options),
    self: sameBytes(certificate.issuer.bytes, certificate.subject.bytes),
    nameConstraints: extensions.nameConstraints,
    policies: extensions.certificatePolicies,
    policyMappings: extensions.policyMappings,
    requireExplicitPolicy: extensions.policyConstraints?.requireExplicitPolicy ?? null,
    unread: extensions.other.filter(({ critical }) => critical).map(({ oid }) => oid),
    purposes: extensions.extendedKeyUsage?.purposes ?? null,
    pathLen: basicConstraints.pathLen,
    notBefore: certificate.notBefore.seconds,
    notAfter: certificate.notAfter.seconds,
  };
}

function guard<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof X509Error) throw new IssueError('issuer-malformed', { path: 'issuer', cause });
    throw cause;
  }
}
