/** Judge a returned certificate, a CSR or a TBSCertificate against what was asked for (RFC 5280, RFC 2986, SKA.md 8). */
export {
  type CertificateRequest,
  NOTHING_ASKED,
  type RequestedAttribute,
  type RequestedName,
} from './certificate-request.ts';
export { checkCertificateAgainstTbs, checkReturnedAgainstTbs } from './check-against-tbs.ts';
export { type CheckCertificateOptions, checkCertificateAgainstRequest } from './check-certificate.ts';
export { type CheckCsrOptions, checkCsr } from './check-csr.ts';
export { checkReturnedCertificate, checkReturnedCsr } from './check-returned.ts';
export { checkCsrInfo, checkTbsAgainstRequest } from './check-unsigned.ts';
export type { Difference, DifferenceKind, RequestFinding, RequestReport } from './difference.ts';
export type { ExpectedTbs } from './expected-tbs.ts';
