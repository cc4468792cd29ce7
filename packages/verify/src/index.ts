/**
 * Judge a certification path (RFC 5280, 6), and a returned certificate or a CSR against what was asked for (RFC 2986, SKA.md
 * 8).
 */
export { DEFAULT_LIMITS, type Limits } from './budget.ts';
export type { BrokenPathReport, PathReport, PathStep } from './path/path-report.ts';
export type { CertificateInput, PathRequest, RevocationMode, TrustAnchor } from './path/request.ts';
export type { AnchorChecks } from './path/trust-anchor.ts';
export { verifyPath } from './path/verify-path.ts';
export { PeerNameError, type PeerNameErrorCode } from './peer/error.ts';
export { matchesPeerName, type PeerMatch } from './peer/match-peer-name.ts';
export { type PeerName, parsePeerName } from './peer/peer-name.ts';
export {
  type CertificateRequest,
  NOTHING_ASKED,
  type RequestedAttribute,
  type RequestedName,
} from './request/certificate-request.ts';
export { type CheckCertificateOptions, checkCertificateAgainstRequest } from './request/check-certificate.ts';
export { type CheckCsrOptions, checkCsr } from './request/check-csr.ts';
export { checkReturnedCertificate, checkReturnedCsr } from './request/check-returned.ts';
export { checkCsrInfo, checkTbsAgainstRequest } from './request/check-unsigned.ts';
export type { Difference, DifferenceKind, RequestFinding, RequestReport } from './request/difference.ts';
