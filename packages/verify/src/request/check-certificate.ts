import type { Certificate } from '@quorate/x509';
import { displayName } from '../display-name.ts';
import { at, rangeOf, uniqueIdRange, versionRange } from './byte-range.ts';
import type { CertificateRequest } from './certificate-request.ts';
import { checkCertificateExtensions } from './check-extensions.ts';
import { checkIssuer, checkIssuerAuthority } from './check-issuer.ts';
import { checkAuthorityKey, checkSubjectKey } from './check-key-identifiers.ts';
import { checkName } from './check-name.ts';
import { checkPublicKey } from './check-public-key.ts';
import { checkSerialNumber } from './check-serial-number.ts';
import { checkOneSignature, csrProof, type SignatureMeans } from './check-signature.ts';
import { checkSignatureAlgorithm } from './check-signature-algorithm.ts';
import { checkValidity } from './check-validity.ts';
import { type RequestFinding, type RequestReport, requestReportOf } from './difference.ts';
import { type Check, differs, finding, findingOf, type Remark } from './finding.ts';
import { readExtensions } from './read-extensions.ts';

/** What a certificate is judged by, beside the request. */
export interface CheckCertificateOptions extends SignatureMeans {
  /**
   * The issuer's certificate. It is taken as given: whether it is valid or trusted is not decided here. Without effect
   * for a certificate that was asked to be self-signed, which is its own issuer.
   */
  readonly issuer?: Certificate;
}

const VERSION: Check = {
  id: 'certificate.version',
  where: 'tbsCertificate.version',
  reference: 'RFC 5280 4.1.2.1',
  action: 'refuse it and have it issued as version 3: the others have no extensions',
};
const SUBJECT: Check = {
  id: 'certificate.subject',
  where: 'tbsCertificate.subject',
  reference: 'RFC 5280 4.1.2.6; SKA.md 8.2.8',
  action: 'refuse it and see what the server makes of the name: it joins attributes with commas, without escapes',
};
const PUBLIC_KEY: Check = {
  id: 'certificate.public-key',
  where: 'tbsCertificate.subjectPublicKeyInfo',
  reference: 'RFC 5280 4.1.2.7; SKA.md 8.5',
  action: 'refuse it: it would speak for a key that nobody asked for',
};
const ALGORITHM: Check = {
  id: 'certificate.signature-algorithm',
  where: 'tbsCertificate.signature',
  reference: 'RFC 5280 4.1.2.3',
  action: 'refuse it and have it issued anew, with the algorithm asked for',
};
const UNIQUE_IDS: Check = {
  id: 'certificate.unique-identifiers',
  where: 'tbsCertificate.issuerUniqueID, tbsCertificate.subjectUniqueID',
  reference: 'RFC 5280 4.1.2.8',
  action: 'refuse it and have it issued anew, without them',
};
const SIGNATURE: Check = {
  id: 'certificate.signature',
  where: 'signatureValue',
  reference: 'RFC 5280 4.1.1.3',
  action: "make sure that the issuer's certificate is the right one; if it is, refuse this one",
};

/**
 * Judges a returned certificate against what was asked for, field by field, each check one finding, always in the same
 * order: version, subject, issuer, public key, unique identifiers (when there are any), validity, serial number, signature algorithm, extensions, basic
 * constraints, path length, key usage, extended key usage, other extensions (when some were asked for), unasked
 * extensions, subject and authority key identifiers, issuer's authority (when the issuer is known and another), signature.
 *
 * The signature is checked over the bytes of the certificate as they are: under its own key when it was asked to be
 * self-signed, under the issuer's when that certificate is given, and otherwise it is `not-checked`. So are the issuer's
 * name and the subject's key when nothing is known to compare them with.
 *
 * A finding says where in the certificate its cause stands (`bytes`), what differs and how (`differences`), and what to do.
 *
 * It does not decide whether the certificate is valid today, revoked, or trusted. It throws nothing.
 */
export function checkCertificateAgainstRequest(
  certificate: Certificate,
  request: CertificateRequest,
  options: CheckCertificateOptions = {},
): RequestReport {
  const issuer = request.selfSigned ? certificate : (options.issuer ?? null);
  const reading = readExtensions(certificate);
  const { bytes } = certificate;
  return requestReportOf([
    checkVersion(certificate),
    checkSubject(certificate, request),
    checkIssuer(certificate, request, issuer),
    checkKey(certificate, request, options),
    ...checkUniqueIdentifiers(certificate),
    checkValidity(certificate, request),
    checkSerialNumber(certificate, request),
    checkSignatureAlgorithm(
      at(ALGORITHM, rangeOf(bytes, certificate.signatureAlgorithm)),
      certificate.signatureAlgorithm,
      request.signatureAlgorithm,
      options,
    ),
    ...checkCertificateExtensions(certificate, reading, request),
    checkSubjectKey(reading, certificate),
    checkAuthorityKey(reading, certificate, issuer, request.selfSigned),
    ...(issuer === null || request.selfSigned ? [] : [checkIssuerAuthority(issuer, certificate)]),
    checkCertificateSignature(certificate, issuer, options),
  ]);
}

function checkVersion(certificate: Certificate): RequestFinding {
  const { version } = certificate;
  const check = at(VERSION, versionRange(certificate));
  const remarks = version === 3 ? [] : [differs('other', 'version', 'a version without extensions')];
  return findingOf(check, remarks, 'version 3', { expected: 'v3', actual: `v${version}` });
}

/** They must not stand in certificates (RFC 5280, 4.1.2.8), no request can ask for them, and no extension is behind them. */
function checkUniqueIdentifiers(certificate: Certificate): RequestFinding[] {
  const { issuerUniqueID, subjectUniqueID } = certificate;
  const items = [
    ...(issuerUniqueID === null ? [] : ['issuerUniqueID']),
    ...(subjectUniqueID === null ? [] : ['subjectUniqueID']),
  ];
  if (items.length === 0) return [];
  const message = `extra: ${items.join(', ')}, which nobody asked for`;
  return [findingOf(at(UNIQUE_IDS, uniqueIdRange(certificate)), [differs('extra', items, message)], '')];
}

const NO_PROOF = 'refuse both: whoever made the CSR may not hold the key';

/** A key that comes from a CSR is only asked for by who holds it, which the CSR's own signature proves (RFC 2986, 3). */
function checkKey(certificate: Certificate, request: CertificateRequest, means: SignatureMeans): RequestFinding {
  const csr = request.keyFrom ?? null;
  const proof = csr === null ? null : csrProof(PUBLIC_KEY, csr, means);
  const remarks: readonly Remark[] =
    proof?.outcome === 'fail'
      ? [{ outcome: 'fail', message: `the CSR that the key is taken from: ${proof.message}`, action: NO_PROOF }]
      : [];
  const check = at(PUBLIC_KEY, rangeOf(certificate.bytes, certificate.publicKey));
  return checkPublicKey(check, certificate.publicKey, request, means, remarks);
}

function checkSubject(certificate: Certificate, { subject }: CertificateRequest): RequestFinding {
  const check = at(SUBJECT, rangeOf(certificate.bytes, certificate.subject.bytes));
  if (subject !== null) return checkName(check, certificate.subject, subject);
  const actual = displayName(certificate.subject);
  const message = 'the subject asked for is not known';
  return finding(check, 'not-checked', message, { actual }, 'give the request that asked for it');
}

function checkCertificateSignature(
  certificate: Certificate,
  issuer: Certificate | null,
  means: SignatureMeans,
): RequestFinding {
  const check = at(SIGNATURE, rangeOf(certificate.bytes, certificate.signature));
  if (issuer === null) {
    const message = "the issuer's key is not known: give the issuer's certificate";
    return finding(check, 'not-checked', message, {}, "give the issuer's certificate");
  }
  const { signatureAlgorithm, tbs: data, signature } = certificate;
  const subject = issuer === certificate ? 'the self-signature' : "the issuer's signature over the certificate";
  return checkOneSignature(check, { subject, signatureAlgorithm, publicKey: issuer.publicKey, data, signature }, means);
}
