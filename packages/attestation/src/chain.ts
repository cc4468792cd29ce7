import {
  CryptoError,
  checkSignature,
  type PlatformVerifier,
  type PublicKey,
  parsePublicKey,
  type SignatureAlgorithm,
  signatureAlgorithmOfDer,
} from '@quorate/crypto';
import { isoTime, sameBytes } from '@quorate/der';
import { type Finding, type Report, reportOf } from '@quorate/report';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  nameText,
  parseCertificate,
  purposeName,
  purposeOid,
  X509Error,
} from '@quorate/x509';
import { AttestationError } from './error.ts';

/** The most certificates of a chain. The vendor's chains have three (SKA.md 6.3). */
const MAX_CERTIFICATES = 8;

/** What a chain of an attestation key is judged by. */
export interface VerifyAttestationChainInput {
  /** DER, the attestation key's own first, each issued by the next; the anchor may stand last. At most 8. */
  readonly certificates: readonly Uint8Array[];
  /** DER of the root that the caller trusts. Never take it from the chain (SKA.md 6.3). */
  readonly anchor: Uint8Array;
  /**
   * When the chain must be valid, seconds since 1970-01-01T00:00:00Z. An attestation's own time is only the word of
   * whoever signed it: who has an old key can write a time at which its certificate was good. Give the present, or a
   * time that somebody else vouches for, where the answer hangs on it.
   */
  readonly time: number;
  readonly platform?: PlatformVerifier;
}

/** The attestation key that a chain certifies, and what was found about the chain. */
export interface VerifiedAttestationChain {
  /** SubjectPublicKeyInfo. To be used only when the verdict is `pass`. */
  readonly key: Uint8Array;
  readonly report: Report;
}

/**
 * Judges the chain of an attestation key, link by link from the key to the anchor: names, signatures, CA flags, path
 * lengths, key usage, validity at the time given, and critical extensions, of which those not judged here fail. The
 * certificate of the key must not be a CA's, and a keyUsage in it must say digitalSignature; named purposes without
 * anyExtendedKeyUsage are a warning. It does not look for another path, nor for revocation: an HSM delivers its one
 * chain. That the certificate is of an attestation key at all only the trust in the anchor says: every certificate for
 * signatures below it passes. The time is taken as given, see `time`; a finding says which it was.
 *
 * @throws AttestationError `certificate-invalid`
 * @throws TypeError without certificates, or with more than 8
 */
export function verifyAttestationChain(input: VerifyAttestationChainInput): VerifiedAttestationChain {
  const { anchor, platform, time } = input;
  if (input.certificates.length === 0 || input.certificates.length > MAX_CERTIFICATES) {
    throw new TypeError(`a chain has 1 to ${MAX_CERTIFICATES} certificates`);
  }
  const links = [...input.certificates, anchor].map((der, i, all) => readLink(der, i, all.length));
  const [last, root] = links.slice(-2) as [Link, Link];
  if (links.length > 2 && sameBytes(last.certificate.bytes, root.certificate.bytes)) links.splice(-2, 1);
  const findings = links.flatMap((link, i): Finding[] => {
    const issuer = links[i + 1];
    const standing = [validityFinding(link, time), ...criticalFindings(link)];
    if (issuer === undefined) return standing;
    return [nameFinding(link, issuer), ...signatureFindings(link, issuer, platform), caFinding(issuer, i), ...standing];
  });
  const leaf = links[0] as Link;
  return {
    key: leaf.certificate.publicKey,
    report: reportOf([timeFinding(time), ...leafFindings(leaf), ...findings]),
  };
}

interface Link {
  readonly certificate: Certificate;
  readonly extensions: CertificateExtensions;
  readonly where: string;
}

function readLink(der: Uint8Array, index: number, count: number): Link {
  try {
    const certificate = parseCertificate(der);
    const place = index === count - 1 ? 'anchor' : `certificate ${index + 1} of the chain`;
    const where = `${place}, ${nameText(certificate.subject) || 'without a subject'}`;
    return { certificate, extensions: certificateExtensions(certificate), where };
  } catch (cause) {
    if (!(cause instanceof X509Error)) throw cause;
    throw new AttestationError('certificate-invalid', { path: `certificates[${index}]`, cause });
  }
}

function timeFinding(time: number): Finding {
  const message = `the chain is judged at ${isoTime(time)}; if the attestation states that time, it is only its signer's word`;
  return { id: 'attestation.chain-time', outcome: 'pass', where: 'the whole chain', message, reference: 'SKA.md 6.3' };
}

/** Whether the certificate of the key is for signatures, and for nothing that makes other certificates. */
function leafFindings({ extensions, where }: Link): Finding[] {
  const finding = { id: 'attestation.chain-leaf', where, reference: 'RFC 5280, 4.2.1.3, 4.2.1.9, 4.2.1.12' } as const;
  const { basicConstraints, extendedKeyUsage, keyUsage } = extensions;
  const findings: Finding[] = [];
  if (basicConstraints?.ca === true) {
    findings.push({
      ...finding,
      outcome: 'fail',
      message: 'is a CA, and should be the certificate of an attestation key',
    });
  }
  if (keyUsage !== null && !keyUsage.usages.includes('digitalSignature')) {
    const message = 'is not for signatures: keyUsage has no digitalSignature';
    findings.push({ ...finding, outcome: 'fail', message, actual: keyUsage.usages.join(', ') });
  }
  if (findings.length === 0) findings.push({ ...finding, outcome: 'pass', message: 'is no CA, and may sign' });
  const any = purposeOid('anyExtendedKeyUsage');
  if (extendedKeyUsage !== null && (any === null || !extendedKeyUsage.purposes.includes(any))) {
    const message = 'is made for other purposes: extKeyUsage names some, and attestations are none of them';
    const actual = extendedKeyUsage.purposes.map((oid) => purposeName(oid) ?? oid).join(', ');
    findings.push({ ...finding, outcome: 'warn', message, actual });
  }
  return findings;
}

function nameFinding({ certificate, where }: Link, issuer: Link): Finding {
  const finding = { id: 'attestation.chain-name', where, reference: 'RFC 5280, 6.1.3 (a)(4)' } as const;
  const expected = nameText(certificate.issuer);
  const actual = nameText(issuer.certificate.subject);
  if (sameBytes(certificate.issuer.bytes, issuer.certificate.subject.bytes)) {
    return { ...finding, outcome: 'pass', message: `names its issuer, ${expected}` };
  }
  return { ...finding, outcome: 'fail', message: 'names another issuer than the next certificate', expected, actual };
}

function signatureFindings({ certificate, where }: Link, issuer: Link, platform?: PlatformVerifier): Finding[] {
  const finding = { id: 'attestation.chain-signature', where, reference: 'RFC 5280, 6.1.3 (a)(1)' } as const;
  let key: PublicKey;
  let algorithm: SignatureAlgorithm;
  try {
    key = parsePublicKey(issuer.certificate.publicKey);
    algorithm = signatureAlgorithmOfDer(certificate.signatureAlgorithm);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return [{ ...finding, outcome: 'fail', message: `the signature cannot be checked: ${error.message}` }];
  }
  const { tbs: data, signature } = certificate;
  return checkSignature({ ...finding, subject: "the issuer's signature", algorithm, key, data, signature }, platform);
}

/** `below`: how many certificates that are no end of the path stand below the issuer. */
function caFinding({ extensions, where }: Link, below: number): Finding {
  const finding = { id: 'attestation.chain-ca', where, reference: 'RFC 5280, 6.1.4 (k) to (n)' } as const;
  const { basicConstraints, keyUsage } = extensions;
  const fail = (message: string): Finding => ({ ...finding, outcome: 'fail', message });
  if (basicConstraints?.ca !== true) return fail('is not a CA: basicConstraints is absent or says cA FALSE');
  if (keyUsage !== null && !keyUsage.usages.includes('keyCertSign')) return fail('may not sign certificates: keyUsage');
  const { pathLen } = basicConstraints;
  if (pathLen !== null && pathLen < below) {
    return { ...fail('the path below is longer than pathLen'), expected: String(pathLen), actual: String(below) };
  }
  return { ...finding, outcome: 'pass', message: 'is a CA that may sign certificates' };
}

function validityFinding({ certificate, where }: Link, time: number): Finding {
  const finding = { id: 'attestation.chain-validity', where, reference: 'RFC 5280, 6.1.3 (a)(2)' } as const;
  const { notBefore, notAfter } = certificate;
  const actual = isoTime(time);
  const expected = `${isoTime(notBefore.seconds)} to ${isoTime(notAfter.seconds)}`;
  if (time >= notBefore.seconds && time <= notAfter.seconds) {
    return { ...finding, outcome: 'pass', message: `is valid at ${actual}` };
  }
  return { ...finding, outcome: 'fail', message: 'is not valid at the time asked for', expected, actual };
}

/** The critical extensions that are judged here, by object identifier. */
const JUDGED = { basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15' } as const;

function criticalFindings({ certificate, where }: Link): Finding[] {
  const judged: readonly string[] = Object.values(JUDGED);
  const unjudged = certificate.extensions.filter(({ critical, oid }) => critical && !judged.includes(oid));
  return unjudged.map(({ oid }) => ({
    id: 'attestation.chain-critical',
    outcome: 'fail',
    where,
    message: `has a critical extension that is not judged here: ${oid}`,
    reference: 'RFC 5280, 6.1.5 (f)',
  }));
}
