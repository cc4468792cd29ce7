/** Real bytes from real HSMs, with their sources: nothing here is invented, and nothing here is a private key. */
export { issuedCertificate, issuedCsr, issuedCsrRequest, issuedSignRequest } from './issued.ts';
export { unguardedRule } from './rule.ts';
export { seedCreateKeyRequest, seedRequestStatus, seedSelfSignRequest, seedSelfSignResponse } from './seed.ts';
export {
  traceCreateKeyRequest,
  traceFetchModifyTasksRequest,
  traceFetchModifyTasksResponse,
  traceModifyApprovalRequest,
  traceModifyAttestation,
  traceModifyAttestationSignature,
  traceModifyRequest,
  traceModifyResponse,
  traceModifyToken,
} from './trace-policy.ts';
export {
  traceAttestationKey,
  traceFetchSignTasksRequest,
  traceFetchSignTasksResponse,
  traceSignApprovalRequest,
  traceSignAttestation,
  traceSignAttestationSignature,
  traceSignRequest,
  traceSignResponse,
  traceSignToken,
  traceTimestampKey,
} from './trace-sign.ts';
