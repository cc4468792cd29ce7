import type { PlatformVerifier } from '@quorate/crypto';
import { type Finding, type Report, reportOf } from '@quorate/report';
import type { CertificationRequest } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { checkCsrAttributes } from './check-csr-attributes.ts';
import { checkCsrExtensions } from './check-extensions.ts';
import { checkName, displayName } from './check-name.ts';
import { checkKeyStrength, checkPublicKey } from './check-public-key.ts';
import { csrProof } from './check-signature.ts';
import { checkSignatureAlgorithm } from './check-signature-algorithm.ts';
import { type Check, finding } from './finding.ts';
import { readRequestExtensions } from './read-extensions.ts';

export interface CheckCsrOptions {
  /** A fast path for signatures, see the crypto room. */
  readonly platform?: PlatformVerifier;
}

const SUBJECT: Check = {
  id: 'csr.subject',
  where: 'certificationRequestInfo.subject',
  reference: 'RFC 2986 4.1',
};
const PUBLIC_KEY: Check = {
  id: 'csr.public-key',
  where: 'certificationRequestInfo.subjectPKInfo',
  reference: 'RFC 2986 4.1; SKA.md 8.5',
};
const VALIDITY: Check = {
  id: 'csr.validity',
  where: 'certificationRequestInfo',
  reference: 'SKA.md 3.3',
};
const ALGORITHM: Check = {
  id: 'csr.signature-algorithm',
  where: 'signatureAlgorithm',
  reference: 'RFC 2986 4.2',
};
const SIGNATURE: Check = {
  id: 'csr.signature',
  where: 'signature',
  reference: 'RFC 2986 4.2',
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
): Report {
  return reportOf([
    checkSubject(csr, request),
    checkKey(csr, request),
    ...checkValidity(request),
    checkSignatureAlgorithm(ALGORITHM, csr.signatureAlgorithm, request?.signatureAlgorithm ?? null),
    ...checkCsrExtensions(csr.extensions, readRequestExtensions(csr), request),
    ...checkCsrAttributes(csr.attributes),
    csrProof(SIGNATURE, csr, options.platform),
  ]);
}

function checkSubject(csr: CertificationRequest, request: CertificateRequest | null): Finding {
  if (request !== null && request.subject !== null) return checkName(SUBJECT, csr.subject, request.subject);
  const compared = { actual: displayName(csr.subject) };
  if (csr.subject.rdns.length === 0) return finding(SUBJECT, 'warn', 'the subject is empty', compared);
  return finding(SUBJECT, 'pass', 'there is a subject', compared);
}

function checkKey(csr: CertificationRequest, request: CertificateRequest | null): Finding {
  if (request === null) return checkKeyStrength(PUBLIC_KEY, csr.publicKey);
  const unknown = request.publicKeyUnknown ?? 'the key asked for is not known';
  return checkPublicKey(PUBLIC_KEY, csr.publicKey, request.publicKey, unknown);
}

/** A CSR has no place for a validity: asking for one is without effect. */
function checkValidity(request: CertificateRequest | null): Finding[] {
  const days = request?.validityDays ?? null;
  if (days === null) return [];
  const message = `a validity of ${days} days was asked for, and a CSR cannot carry one: ask the issuer for it`;
  return [finding(VALIDITY, 'warn', message)];
}
