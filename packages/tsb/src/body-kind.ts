import { TsbError } from './error.ts';

/** The bodies of the REST interface that can be told apart (SKA.md 3, appendix A). */
export type BodyKind =
  | 'createKeyRequest'
  | 'selfSignCertificateRequest'
  | 'csrSignRequest'
  | 'signCertificateRequest'
  | 'signRequest'
  | 'modifyRequest'
  | 'blockRequest'
  | 'unblockRequest'
  | 'decryptRequest'
  | 'unwrapKeyRequest'
  | 'tasksRequest'
  | 'approvalRequest'
  | 'requestId'
  | 'tasks'
  | 'task'
  | 'requestStatus'
  | 'certificate'
  | 'csr'
  | 'keyAttributes'
  | 'error';

const WORDS: Readonly<Record<BodyKind, string>> = {
  createKeyRequest: 'a request to create a key (`POST /v1/key`)',
  selfSignCertificateRequest: 'a `selfSignCertificateRequest`',
  csrSignRequest: 'a `csrSignRequest`',
  signCertificateRequest: 'a `signCertificateRequest`',
  signRequest: 'a `signRequest`',
  modifyRequest: 'a `modifyRequest`',
  blockRequest: 'a `blockRequest`',
  unblockRequest: 'an `unblockRequest`',
  decryptRequest: 'a `decryptRequest`',
  unwrapKeyRequest: 'an `unwrapKeyRequest`',
  tasksRequest: 'a request for approval tasks (`POST /v1/filtered…ApprovalTask`)',
  approvalRequest: 'an approval (`POST /v1/approval`)',
  requestId: 'the answer with the id of a request',
  tasks: 'the answer with approval tasks',
  task: 'one approval task',
  requestStatus: 'the status of a request (`GET /v1/request/{id}`)',
  certificate: 'the answer with a certificate',
  csr: 'the answer with a CSR',
  keyAttributes: 'the answer with attributes of a key',
  error: 'the answer that says what went wrong',
};

/** A kind of body in words. */
export function bodyWords(kind: BodyKind): string {
  return WORDS[kind];
}

/** Members around the body of an asynchronous request (SKA.md 3.0), which are also the names of its kinds. */
const WRAPPERS: readonly BodyKind[] = [
  'selfSignCertificateRequest',
  'csrSignRequest',
  'signCertificateRequest',
  'signRequest',
  'modifyRequest',
  'blockRequest',
  'unblockRequest',
  'decryptRequest',
  'unwrapKeyRequest',
];

/** The members that tell what a body without a wrapper is; the first kind that has all of its own is taken. */
const MARKS: readonly (readonly [BodyKind, readonly string[]])[] = [
  ['signCertificateRequest', ['signKeyName', 'certificateSigningRequest']],
  ['selfSignCertificateRequest', ['signKeyName', 'certificateAuthority']],
  ['csrSignRequest', ['signKeyName', 'standardCertificateAttributes']],
  ['tasks', ['tasks']],
  ['approvalRequest', ['approvalToBeSigned', 'approvalDigestAlgorithm']],
  ['task', ['approvalToBeSigned']],
  ['tasksRequest', ['timestampSignature', 'timestampDigestAlgorithm']],
  ['createKeyRequest', ['label', 'attributes']],
  ['certificate', ['label', 'certificate']],
  ['csr', ['label', 'certificateSigningRequest']],
  ['keyAttributes', ['xml', 'xmlSignature']],
  ['error', ['errorCode', 'reason']],
  ['requestStatus', ['status', 'approvedBy']],
  ['requestStatus', ['id', 'status']],
];

const REQUEST_IDS: readonly string[] = [
  'signRequestId',
  'modifyKeyRequestId',
  'blockKeyRequestId',
  'unblockKeyRequestId',
  'decryptRequestId',
  'unwrapRequestId',
];

/** The member of an answer that holds the id of a request, or `null`; six names for one thing (SKA.md 3.4). */
export function requestIdMember(value: object): string | null {
  return REQUEST_IDS.find((name) => Object.hasOwn(value, name)) ?? null;
}

/** What a JSON value is, judged by the names of its members alone; `null` when it is nothing known here. */
export function bodyKind(value: unknown): BodyKind | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const wrapper = WRAPPERS.find((name) => Object.hasOwn(value, name));
  if (wrapper !== undefined) return wrapper;
  if (requestIdMember(value) !== null) return 'requestId';
  return MARKS.find(([, members]) => members.every((name) => Object.hasOwn(value, name)))?.[0] ?? null;
}

/**
 * Refuses what is known to be another body than the one expected.
 *
 * @throws TsbError `body-other`
 */
export function demandKind(value: unknown, expected: BodyKind, path: string): void {
  const actual = bodyKind(value);
  if (actual === null || actual === expected) return;
  throw new TsbError('body-other', { path, expected: WORDS[expected], actual: WORDS[actual] });
}
