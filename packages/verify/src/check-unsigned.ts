import { DerError, encodeBitString, encodeSequence } from '@quorate/der';
import { type Report, reportOf } from '@quorate/report';
import {
  type Certificate,
  type CertificationRequest,
  parseCertificationRequest,
  parseTbsCertificate,
  X509Error,
} from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { checkCertificateAgainstRequest } from './check-certificate.ts';
import { checkCsr } from './check-csr.ts';
import { type Check, finding } from './finding.ts';

const TBS: Check = { id: 'certificate.tbs', where: 'tbsCertificate', reference: 'RFC 5280 4.1.2' };
const INFO: Check = { id: 'csr.info', where: 'certificationRequestInfo', reference: 'RFC 2986 4.1' };

/**
 * Judges a TBSCertificate before anybody signs it: every check of `checkCertificateAgainstRequest` but the signature's.
 * Its first finding, `certificate.tbs`, says whether the bytes are one; if not, it is the only one.
 *
 * @param tbs DER, at most 1 MiB
 * @param issuer the certificate of who is going to sign
 */
export function checkTbsAgainstRequest(tbs: Uint8Array, request: CertificateRequest, issuer?: Certificate): Report {
  const certificate = guard(() => unsignedCertificate(tbs));
  if ('why' in certificate) return reportOf([finding(TBS, 'fail', `not a TBSCertificate: ${certificate.why}`)]);
  const { findings } = checkCertificateAgainstRequest(certificate, request, issuer === undefined ? {} : { issuer });
  const read = finding(TBS, 'pass', `a TBSCertificate, ${tbs.length} bytes`);
  return reportOf([read, ...findings.filter(({ id }) => id !== 'certificate.signature')]);
}

/**
 * Judges a CertificationRequestInfo before anybody signs it: every check of `checkCsr` but those of the signature and its
 * algorithm, which stands outside. Its first finding, `csr.info`, says whether the bytes are one; if not, it is the only
 * one.
 *
 * @param info DER, at most 1 MiB
 */
export function checkCsrInfo(info: Uint8Array, request: CertificateRequest | null = null): Report {
  const csr = guard(() => unsignedCsr(info));
  if ('why' in csr) return reportOf([finding(INFO, 'fail', `not a CertificationRequestInfo: ${csr.why}`)]);
  const read = finding(INFO, 'pass', `a CertificationRequestInfo, ${info.length} bytes`);
  const unsigned = checkCsr(csr, request).findings.filter(({ id }) => !id.startsWith('csr.signature'));
  return reportOf([read, ...unsigned]);
}

/** The certificate that it would be, with an empty signature. */
function unsignedCertificate(tbs: Uint8Array): Certificate {
  return { ...parseTbsCertificate(tbs), bytes: tbs, signature: new Uint8Array() };
}

/** The CSR that it would be, with an empty algorithm and signature. */
function unsignedCsr(info: Uint8Array): CertificationRequest {
  return parseCertificationRequest(encodeSequence(info, encodeSequence(), encodeBitString(new Uint8Array())));
}

function guard<T extends object>(read: () => T): T | { readonly why: string } {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof DerError || cause instanceof X509Error) return { why: cause.message };
    throw cause;
  }
}
