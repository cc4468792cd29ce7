import type { WithAlgorithms } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { type CertificateExtensions, certificateExtensions, type TbsCertificate, X509Error } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { readAlgorithm } from './check-signature-algorithm.ts';

/**
 * The TBSCertificate that was to be signed: of a manifest, made anew; of a profile, made with the key that was to be
 * certified (see `@quorate/issue`).
 */
export interface ExpectedTbs {
  /** DER, at most 1 MiB. */
  readonly tbs: Uint8Array;
  /**
   * What was left to whoever issues it, and stands in `tbs` as it stands in the certificate: it is then judged by itself.
   * Only a serial number can be. Default: nothing.
   */
  readonly taken?: readonly 'serialNumber'[];
}

/** Judged by checks of their own. */
const BY_THEMSELVES: ReadonlySet<string> = new Set(['2.5.29.15', '2.5.29.19', '2.5.29.37']);

/**
 * Whether a TBSCertificate is to be signed by its own key: subject and issuer are one name, and authorityKeyIdentifier does
 * not name another key, as that of a CA's new key does that is signed by its old one (RFC 4210, 4.4).
 */
export function isSelfSigned(tbs: TbsCertificate): boolean {
  if (!sameBytes(tbs.subject.bytes, tbs.issuer.bytes)) return false;
  const { authorityKeyIdentifier: authority, subjectKeyIdentifier: own } = extensionsOf(tbs) ?? {};
  const named = authority?.keyIdentifier ?? null;
  return named === null || own == null || sameBytes(named, own.keyIdentifier);
}

/** What a TBSCertificate asks for, so that what differs from it can be said in words. */
export function requestOfTbs(
  expected: TbsCertificate,
  { taken = [] }: ExpectedTbs,
  selfSigned: boolean,
  known: WithAlgorithms,
): CertificateRequest {
  const read = extensionsOf(expected);
  const { basicConstraints = null, keyUsage = null, extendedKeyUsage = null } = read ?? {};
  return {
    subject: { type: 'exact', bytes: expected.subject.bytes },
    issuer: { type: 'exact', bytes: expected.issuer.bytes },
    publicKey: expected.publicKey,
    validityDays: null,
    notBefore: expected.notBefore.seconds,
    notAfter: expected.notAfter.seconds,
    serialNumber: taken.includes('serialNumber') ? null : expected.serialNumber,
    signatureAlgorithm: readAlgorithm(expected.signatureAlgorithm, known).algorithm,
    ca: basicConstraints?.ca ?? false,
    pathLen: basicConstraints?.pathLen ?? null,
    keyUsage: keyUsage?.usages ?? [],
    extendedKeyUsage: extendedKeyUsage?.purposes ?? [],
    critical: {
      ...(basicConstraints === null ? {} : { basicConstraints: basicConstraints.critical }),
      ...(keyUsage === null ? {} : { keyUsage: keyUsage.critical }),
      ...(extendedKeyUsage === null ? {} : { extKeyUsage: extendedKeyUsage.critical }),
    },
    otherExtensions: expected.extensions.filter(({ oid }) => read === null || !BY_THEMSELVES.has(oid)),
    selfSigned,
  };
}

/** `null` when one of them cannot be decoded: then all are compared by their octets alone. */
function extensionsOf(tbs: TbsCertificate): CertificateExtensions | null {
  try {
    return certificateExtensions(tbs);
  } catch (cause) {
    if (cause instanceof X509Error) return null;
    throw cause;
  }
}
