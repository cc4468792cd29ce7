/** The REST wire of the Transaction Security Broker: bodies, answers, tasks, request status (SKA.md 3). */
export {
  type CertificateAnswer,
  type CsrAnswer,
  type RequestIdAnswer,
  readCertificateAnswer,
  readCsrAnswer,
  readRequestIdAnswer,
} from './answers.ts';
export { type BodyKind, bodyKind, bodyWords } from './body-kind.ts';
export {
  type CertificateBody,
  type CsrSignBody,
  readCsrSignRequest,
  readSelfSignRequest,
  readSignCertificateRequest,
  type SelfSignCertificateBody,
  type SignCertificateBody,
} from './certificate-requests.ts';
export { type CheckRequestStatusOptions, checkRequestStatus } from './check-request-status.ts';
export { checkTask } from './check-task.ts';
export type { CheckTaskOptions } from './check-task-request.ts';
export { type CreateKeyBody, type KeyAttributes, readCreateKeyRequest } from './create-key.ts';
export type { CsrMember } from './csr-member.ts';
export type { DetailLevel } from './detail-level.ts';
export { TsbError, type TsbErrorCode, type TsbErrorFacts } from './error.ts';
export { type CertificateBodyParts, certificateBodyOf } from './from-profile/certificate-body.ts';
export type { CertificateBodyKind } from './from-profile/losses.ts';
export type { NotExpressible } from './from-profile/not-expressible.ts';
export type { KeyAccess, RestRequest } from './from-profile/rest-request.ts';
export { type SignBodyParts, signBodyOf } from './from-profile/sign-body.ts';
export type { Dialect } from './from-profile/subject-members.ts';
export {
  type BlockBody,
  type KeyOperationBody,
  type ModifyBody,
  readBlockRequest,
  readModifyRequest,
  readSignRequest,
  readUnblockRequest,
  type SignBody,
} from './key-operations.ts';
export type { MetaData, RequestSignature } from './members.ts';
export { type RequestBody, readRequestFile, type UnreadBody } from './request-file.ts';
export { type RequestResult, requestResult } from './request-result.ts';
export { type RequestStatus, readRequestStatus } from './request-status.ts';
export type { UnknownMember } from './shape.ts';
export type { SubjectMembers } from './subject.ts';
export { readTask, readTasksAnswer, type Task, type TasksAnswer } from './tasks.ts';
export { type CertificateRequestSources, toCertificateRequest, toCsrRequest } from './to-certificate-request.ts';
export type { RequestEnvelope } from './wrapped.ts';
