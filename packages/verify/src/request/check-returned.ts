import { parseCertificate, parseCertificationRequest } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { type CheckCertificateOptions, checkCertificateAgainstRequest } from './check-certificate.ts';
import { type CheckCsrOptions, checkCsr } from './check-csr.ts';
import type { RequestReport } from './difference.ts';
import type { Check } from './finding.ts';
import { isMalformed, malformed, readOr } from './malformed.ts';

/** The one finding on bytes that are no certificate. */
export const CERTIFICATE: Check = {
  id: 'certificate.malformed',
  where: 'certificate',
  reference: 'RFC 5280 4.1',
  action: 'refuse it and have it issued anew: others may read in it what cannot be read here',
};
const CSR: Check = {
  id: 'csr.malformed',
  where: 'certificationRequest',
  reference: 'RFC 2986 4.2',
  action: 'refuse it and have it made anew: others may read in it what cannot be read here',
};

/**
 * Judges the bytes that came back for a request for a certificate: {@link checkCertificateAgainstRequest}, and for bytes
 * that are no certificate in strict DER a report with one failure, `certificate.malformed`, whose `bytes` begin where
 * reading ended. So whatever comes back has a report.
 *
 * @param der at most 1 MiB, and not PEM
 */
export function checkReturnedCertificate(
  der: Uint8Array,
  request: CertificateRequest,
  options: CheckCertificateOptions = {},
): RequestReport {
  const certificate = readOr(() => parseCertificate(der));
  if (isMalformed(certificate)) return malformed(CERTIFICATE, 'not a certificate', der, certificate);
  return checkCertificateAgainstRequest(certificate, request, options);
}

/**
 * The same for the bytes that came back for a request for a CSR: {@link checkCsr}, or one failure, `csr.malformed`.
 *
 * @param der at most 1 MiB, and not PEM
 */
export function checkReturnedCsr(
  der: Uint8Array,
  request: CertificateRequest | null = null,
  options: CheckCsrOptions = {},
): RequestReport {
  const csr = readOr(() => parseCertificationRequest(der));
  if (isMalformed(csr)) return malformed(CSR, 'not a CSR', der, csr);
  return checkCsr(csr, request, options);
}
