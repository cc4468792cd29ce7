/** Judge a returned certificate, and a CSR, against what was asked for (RFC 5280, RFC 2986, SKA.md 8). */
export {
  type CertificateRequest,
  NOTHING_ASKED,
  type RequestedAttribute,
  type RequestedName,
} from './certificate-request.ts';
export { type CheckCertificateOptions, checkCertificateAgainstRequest } from './check-certificate.ts';
export { type CheckCsrOptions, checkCsr } from './check-csr.ts';
export { checkCsrInfo, checkTbsAgainstRequest } from './check-unsigned.ts';
