/** Approval tokens, approver signatures, timestamp proofs (SKA.md 4 and 5). */
export {
  type ApprovalRequest,
  type ApprovalRequestBody,
  defaultDigest,
  readApprovalRequest,
  type SignApprovalInput,
  signApproval,
} from './approval-request.ts';
export { type Credential, certificateCredential, publicKeyCredential } from './credential.ts';
export { decodeToken, TOKEN_MAX_BYTES } from './decode-token.ts';
export { encodeToken, type TokenFields, timestampBytes } from './encode-token.ts';
export { ApprovalError, type ApprovalErrorCode, type ApprovalErrorFacts } from './error.ts';
export { tokenNotices } from './notices.ts';
export { OPERATION_CODES, type Operation } from './operation.ts';
export {
  readTasksRequest,
  type SignTasksRequestInput,
  signTasksRequest,
  type TasksRequest,
  type TasksRequestBody,
} from './tasks-request.ts';
export type { ApprovalToken, Timestamp } from './token.ts';
export { type VerifyApprovalOptions, verifyApproval, verifyTimestamp } from './verify-approval.ts';
export { MAX_PROOF_AGE, type VerifyTasksRequestOptions, verifyTasksRequest } from './verify-tasks-request.ts';
