import type { WithAlgorithms } from '@quorate/crypto';
import { encodeBitString, encodeSequence } from '@quorate/der';
import {
  type Certificate,
  type CertificationRequest,
  parseCertificationRequest,
  parseTbsCertificate,
} from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { checkCertificateAgainstRequest } from './check-certificate.ts';
import { checkCsr } from './check-csr.ts';
import { type RequestReport, requestReportOf } from './difference.ts';
import { type Check, finding } from './finding.ts';
import { isMalformed, malformed, readOr } from './malformed.ts';

const TBS: Check = {
  id: 'certificate.tbs',
  where: 'tbsCertificate',
  reference: 'RFC 5280 4.1.2',
  action: 'do not approve it: what it is cannot be said',
};
const INFO: Check = {
  id: 'csr.info',
  where: 'certificationRequestInfo',
  reference: 'RFC 2986 4.1',
  action: 'do not approve it: what it is cannot be said',
};

/**
 * Judges a TBSCertificate before anybody signs it: every check of `checkCertificateAgainstRequest` but the signature's.
 * Its first finding, `certificate.tbs`, says whether the bytes are one; if not, it is the only one.
 *
 * @param tbs DER, at most 1 MiB
 * @param issuer the certificate of who is going to sign
 * @param options `algorithms`: more kinds of key and signature, such as those of `@quorate/crypto/post-quantum`
 */
export function checkTbsAgainstRequest(
  tbs: Uint8Array,
  request: CertificateRequest,
  issuer?: Certificate,
  { algorithms }: WithAlgorithms = {},
): RequestReport {
  const certificate = readOr(() => unsignedCertificate(tbs));
  if (isMalformed(certificate)) return malformed(TBS, 'not a TBSCertificate', tbs, certificate);
  const { findings } = checkCertificateAgainstRequest(certificate, request, {
    algorithms,
    ...(issuer === undefined ? {} : { issuer }),
  });
  const read = finding(TBS, 'pass', `a TBSCertificate, ${tbs.length} bytes`);
  return requestReportOf([read, ...findings.filter(({ id }) => id !== 'certificate.signature')]);
}

/**
 * Judges a CertificationRequestInfo before anybody signs it: every check of `checkCsr` but those of the signature and its
 * algorithm, which stands outside. Its first finding, `csr.info`, says whether the bytes are one; if not, it is the only
 * one.
 *
 * @param info DER, at most 1 MiB
 * @param options `algorithms`: more kinds of key, such as those of `@quorate/crypto/post-quantum`
 */
export function checkCsrInfo(
  info: Uint8Array,
  request: CertificateRequest | null = null,
  { algorithms }: WithAlgorithms = {},
): RequestReport {
  const whole = encodeSequence(info, NO_ALGORITHM, NO_SIGNATURE);
  const csr = readOr(() => unsignedCsr(whole));
  if (isMalformed(csr)) {
    const before = whole.length - info.length - NO_ALGORITHM.length - NO_SIGNATURE.length;
    const offset = Math.max(0, csr.offset - before);
    return malformed(INFO, 'not a CertificationRequestInfo', info, { ...csr, offset });
  }
  const read = finding(INFO, 'pass', `a CertificationRequestInfo, ${info.length} bytes`);
  const unsigned = checkCsr(csr, request, { algorithms }).findings.filter(({ id }) => !id.startsWith('csr.signature'));
  return requestReportOf([read, ...unsigned]);
}

/** The certificate that it would be, with an empty signature. */
function unsignedCertificate(tbs: Uint8Array): Certificate {
  return { ...parseTbsCertificate(tbs), bytes: tbs, signature: new Uint8Array() };
}

const NO_ALGORITHM: Uint8Array = encodeSequence();
const NO_SIGNATURE: Uint8Array = encodeBitString(new Uint8Array());

/** The CSR that it would be, with an empty algorithm and signature; places in it are places in the part given. */
function unsignedCsr(whole: Uint8Array): CertificationRequest {
  const csr = parseCertificationRequest(whole);
  return { ...csr, bytes: csr.info };
}
