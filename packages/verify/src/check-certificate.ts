import type { PlatformVerifier } from '@quorate/crypto';
import { type Finding, type Report, reportOf } from '@quorate/report';
import type { Certificate } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { checkCertificateExtensions } from './check-extensions.ts';
import { checkIssuer, checkIssuerAuthority } from './check-issuer.ts';
import { checkAuthorityKey, checkSubjectKey } from './check-key-identifiers.ts';
import { checkName, displayName } from './check-name.ts';
import { checkPublicKey } from './check-public-key.ts';
import { checkSerialNumber } from './check-serial-number.ts';
import { checkOneSignature, csrProof } from './check-signature.ts';
import { checkSignatureAlgorithm } from './check-signature-algorithm.ts';
import { checkValidity } from './check-validity.ts';
import { type Check, finding, type Remark } from './finding.ts';
import { readExtensions } from './read-extensions.ts';

/** What a certificate is judged by, beside the request. */
export interface CheckCertificateOptions {
  /**
   * The issuer's certificate. It is taken as given: whether it is valid or trusted is not decided here. Without effect
   * for a certificate that was asked to be self-signed, which is its own issuer.
   */
  readonly issuer?: Certificate;
  /** A fast path for signatures, see the crypto room. */
  readonly platform?: PlatformVerifier;
}

const VERSION: Check = {
  id: 'certificate.version',
  where: 'tbsCertificate.version',
  reference: 'RFC 5280 4.1.2.1',
};
const SUBJECT: Check = {
  id: 'certificate.subject',
  where: 'tbsCertificate.subject',
  reference: 'RFC 5280 4.1.2.6; SKA.md 8.2.8',
};
const PUBLIC_KEY: Check = {
  id: 'certificate.public-key',
  where: 'tbsCertificate.subjectPublicKeyInfo',
  reference: 'RFC 5280 4.1.2.7; SKA.md 8.5',
};
const ALGORITHM: Check = {
  id: 'certificate.signature-algorithm',
  where: 'tbsCertificate.signature',
  reference: 'RFC 5280 4.1.2.3',
};
const SIGNATURE: Check = {
  id: 'certificate.signature',
  where: 'signatureValue',
  reference: 'RFC 5280 4.1.1.3',
};

/**
 * Judges a returned certificate against what was asked for, field by field, each check one finding, always in the same
 * order: version, subject, issuer, public key, validity, serial number, signature algorithm, extensions, basic
 * constraints, path length, key usage, extended key usage, other extensions (when some were asked for), unasked
 * extensions, subject and authority key identifiers, issuer's authority (when the issuer is known and another), signature.
 *
 * The signature is checked over the bytes of the certificate as they are: under its own key when it was asked to be
 * self-signed, under the issuer's when that certificate is given, and otherwise it is `not-checked`. So are the issuer's
 * name and the subject's key when nothing is known to compare them with.
 *
 * It does not decide whether the certificate is valid today, revoked, or trusted. It throws nothing.
 */
export function checkCertificateAgainstRequest(
  certificate: Certificate,
  request: CertificateRequest,
  options: CheckCertificateOptions = {},
): Report {
  const issuer = request.selfSigned ? certificate : (options.issuer ?? null);
  const reading = readExtensions(certificate);
  const algorithm = request.signatureAlgorithm;
  return reportOf([
    checkVersion(certificate),
    checkSubject(certificate, request),
    checkIssuer(certificate, request, issuer),
    checkKey(certificate, request, options.platform),
    checkValidity(certificate, request),
    checkSerialNumber(certificate, request),
    checkSignatureAlgorithm(ALGORITHM, certificate.signatureAlgorithm, algorithm),
    ...checkCertificateExtensions(certificate.extensions, reading, request),
    checkSubjectKey(reading, certificate),
    checkAuthorityKey(reading, issuer, request.selfSigned),
    ...(issuer === null || request.selfSigned ? [] : [checkIssuerAuthority(issuer, certificate)]),
    checkCertificateSignature(certificate, issuer, options.platform),
  ]);
}

function checkVersion({ version }: Certificate): Finding {
  const compared = { expected: 'v3', actual: `v${version}` };
  if (version === 3) return finding(VERSION, 'pass', 'version 3', compared);
  return finding(VERSION, 'fail', 'a version without extensions', compared);
}

/** A key that comes from a CSR is only asked for by who holds it, which the CSR's own signature proves (RFC 2986, 3). */
function checkKey(
  certificate: Certificate,
  request: CertificateRequest,
  platform: PlatformVerifier | undefined,
): Finding {
  const unknown = request.publicKeyUnknown ?? 'the key asked for is not known';
  const csr = request.keyFrom ?? null;
  const proof = csr === null ? null : csrProof(PUBLIC_KEY, csr, platform);
  const remarks: readonly Remark[] =
    proof?.outcome === 'fail'
      ? [{ outcome: 'fail', message: `the CSR that the key is taken from: ${proof.message}` }]
      : [];
  return checkPublicKey(PUBLIC_KEY, certificate.publicKey, request.publicKey, unknown, remarks);
}

function checkSubject(certificate: Certificate, { subject }: CertificateRequest): Finding {
  if (subject !== null) return checkName(SUBJECT, certificate.subject, subject);
  const actual = displayName(certificate.subject);
  return finding(SUBJECT, 'not-checked', 'the subject asked for is not known', { actual });
}

function checkCertificateSignature(
  certificate: Certificate,
  issuer: Certificate | null,
  platform: PlatformVerifier | undefined,
): Finding {
  if (issuer === null) {
    return finding(SIGNATURE, 'not-checked', "the issuer's key is not known: give the issuer's certificate");
  }
  const { signatureAlgorithm, tbs: data, signature } = certificate;
  const subject = issuer === certificate ? 'the self-signature' : "the issuer's signature over the certificate";
  return checkOneSignature(
    SIGNATURE,
    { subject, signatureAlgorithm, publicKey: issuer.publicKey, data, signature },
    platform,
  );
}
