import type { WithAlgorithms } from '@quorate/crypto';
import type { CertificationRequest } from '@quorate/x509';
import { displayName } from '../display-name.ts';
import { at, rangeOf } from './byte-range.ts';
import type { CertificateRequest } from './certificate-request.ts';
import { checkCsrAttributes } from './check-csr-attributes.ts';
import { checkCsrExtensions } from './check-extensions.ts';
import { checkName } from './check-name.ts';
import { checkKeyStrength, checkPublicKey } from './check-public-key.ts';
import { csrProof, type SignatureMeans } from './check-signature.ts';
import { checkSignatureAlgorithm } from './check-signature-algorithm.ts';
import { type RequestFinding, type RequestReport, requestReportOf } from './difference.ts';
import { type Check, finding } from './finding.ts';
import { readRequestExtensions } from './read-extensions.ts';

/** What a CSR is judged by, beside the request. */
export interface CheckCsrOptions extends SignatureMeans {}

const SUBJECT: Check = {
  id: 'csr.subject',
  where: 'certificationRequestInfo.subject',
  reference: 'RFC 2986 4.1',
  action: 'have the CSR made anew: what it calls itself is not what was asked for',
};
const PUBLIC_KEY: Check = {
  id: 'csr.public-key',
  where: 'certificationRequestInfo.subjectPKInfo',
  reference: 'RFC 2986 4.1; SKA.md 8.5',
  action: 'refuse it: a certificate for it would speak for a key that nobody asked for',
};
const VALIDITY: Check = {
  id: 'csr.validity',
  where: 'certificationRequestInfo',
  reference: 'SKA.md 3.3',
  action: 'ask the issuer for the validity',
};
const ALGORITHM: Check = {
  id: 'csr.signature-algorithm',
  where: 'signatureAlgorithm',
  reference: 'RFC 2986 4.2',
  action: 'have the CSR made anew, with the algorithm asked for',
};
const SIGNATURE: Check = {
  id: 'csr.signature',
  where: 'signature',
  reference: 'RFC 2986 4.2',
  action: 'refuse it: whoever made it may not hold the key, or it was changed on the way',
};

/**
 * Judges a CSR: its subject, its key, its algorithm, the extensions it asks for, the attributes that are not read, and
 * the proof that its maker holds the key (the signature, over the exact bytes). Each check is one finding, always in
 * that order; of attributes there is one each. Without a request the subject only has to be there, the key only has to
 * be strong enough, and which extensions it asks for is left open, but for a warning when it asks to be a CA.
 * With one whose key is not known, that check is `not-checked`, so that nobody takes the CSR's word for its key.
 *
 * It throws nothing.
 *
 * @param request what the CSR was asked to be; of it subject, key, algorithm, CA, usages and other extensions are used
 */
export function checkCsr(
  csr: CertificationRequest,
  request: CertificateRequest | null = null,
  options: CheckCsrOptions = {},
): RequestReport {
  return requestReportOf([
    checkSubject(csr, request),
    checkKey(csr, request, options),
    ...checkValidity(request),
    checkSignatureAlgorithm(
      at(ALGORITHM, rangeOf(csr.bytes, csr.signatureAlgorithm)),
      csr.signatureAlgorithm,
      request?.signatureAlgorithm ?? null,
      options,
    ),
    ...checkCsrExtensions(csr, readRequestExtensions(csr), request),
    ...checkCsrAttributes(csr),
    csrProof(at(SIGNATURE, rangeOf(csr.bytes, csr.signature)), csr, options),
  ]);
}

function checkSubject(csr: CertificationRequest, request: CertificateRequest | null): RequestFinding {
  const check = at(SUBJECT, rangeOf(csr.bytes, csr.subject.bytes));
  if (request !== null && request.subject !== null) return checkName(check, csr.subject, request.subject);
  const compared = { actual: displayName(csr.subject) };
  if (csr.subject.rdns.length === 0) return finding(check, 'warn', 'the subject is empty', compared);
  return finding(check, 'pass', 'there is a subject', compared);
}

function checkKey(
  csr: CertificationRequest,
  request: CertificateRequest | null,
  known: WithAlgorithms,
): RequestFinding {
  const check = at(PUBLIC_KEY, rangeOf(csr.bytes, csr.publicKey));
  return request === null
    ? checkKeyStrength(check, csr.publicKey, known)
    : checkPublicKey(check, csr.publicKey, request, known);
}

/** A CSR has no place for a validity: asking for one is without effect. */
function checkValidity(request: CertificateRequest | null): RequestFinding[] {
  const days = request?.validityDays ?? null;
  if (days === null) return [];
  const message = `a validity of ${days} days was asked for, and a CSR cannot carry one: ask the issuer for it`;
  return [finding(VALIDITY, 'warn', message, {}, VALIDITY.action)];
}
