import type { ApprovalToken, Operation } from '@quorate/approval';
import { sameBytes } from '@quorate/der';
import { comparePolicies, displayName, type PolicyTlvOptions } from '@quorate/policy';
import type { Finding, Outcome, Report } from '@quorate/report';
import { decodeUtf8, JsonError, parseJson, Utf8Error } from '@quorate/syntax';
import { checkCsrInfo, checkTbsAgainstRequest } from '@quorate/verify/request';
import type { Certificate } from '@quorate/x509';
import type { CsrSignBody, SelfSignCertificateBody, SignCertificateBody } from './certificate-requests.ts';
import { includesLevel } from './detail-level.ts';
import { TsbError } from './error.ts';
import type { ModifyBody } from './key-operations.ts';
import { type RequestBody, readRequestFile } from './request-file.ts';
import { sameJson } from './same-json.ts';
import type { Task } from './tasks.ts';
import { type CertificateRequestSources, toCertificateRequest, toCsrRequest } from './to-certificate-request.ts';

/** What a task is judged by, beside itself. */
export interface CheckTaskOptions extends PolicyTlvOptions, CertificateRequestSources {
  /** The certificate of the CA whose key is to sign a certificate. */
  readonly issuer?: Certificate;
}

const CONTENT = 'task.request-content';
const REFERENCE = 'SKA.md 3.5, 4.4';

/**
 * Judges level 3: the request that the application sent (`requestBase64`) can be read, is the one that the broker shows
 * beside it, and asks for what the token says: operation, key, payload, policy, certificate or CSR.
 */
export function checkTaskRequest(task: Task, token: ApprovalToken, options: CheckTaskOptions): Finding[] {
  if (task.request === null) {
    if (!includesLevel(task.detailLevel, 'level3')) return [];
    return [finding('task.request', 'not-checked', 'the task has no requestBase64, which its level promises')];
  }
  const sent = readSent(task.request);
  if ('why' in sent) return [finding('task.request', 'fail', sent.why)];
  const findings = [finding('task.request', 'pass', `a request that can be read: \`${sent.body.type}\``)];
  findings.push(...checkShown(task, sent.value), ...checkAgainstToken(sent.body, token, options));
  return findings;
}

function finding(
  id: string,
  outcome: Outcome,
  message: string,
  compared: { expected?: string; actual?: string } = {},
): Finding {
  return { id, outcome, where: 'requestBase64', message, ...compared, reference: REFERENCE };
}

type Sent = { readonly value: unknown; readonly body: RequestBody } | { readonly why: string };

function readSent(bytes: Uint8Array): Sent {
  try {
    const value = parseJson(decodeUtf8(bytes));
    return { value, body: readRequestFile(value) };
  } catch (cause) {
    if (cause instanceof JsonError || cause instanceof Utf8Error || cause instanceof TsbError) {
      return { why: `not a request: ${cause.message}` };
    }
    throw cause;
  }
}

function checkShown(task: Task, sent: unknown): Finding[] {
  const id = 'task.signed-request';
  if (task.signedRequest === null) {
    return [finding(id, 'not-checked', 'the task shows no signed…Request beside requestBase64')];
  }
  const { member, value } = task.signedRequest;
  if (sameJson(value, sent)) return [finding(id, 'pass', `\`${member}\` is the request that was sent`)];
  return [finding(id, 'fail', `\`${member}\` is another request than the one that was sent`)];
}

/** The operation that a request needs an approval for; certificates and CSRs are signed under `use` (SKA.md 4.1). */
function operationOf(type: RequestBody['type']): Operation | null {
  switch (type) {
    case 'modifyRequest':
      return 'modify';
    case 'blockRequest':
      return 'block';
    case 'unblockRequest':
      return 'unblock';
    case 'signRequest':
    case 'decryptRequest':
    case 'unwrapKeyRequest':
    case 'selfSignCertificateRequest':
    case 'csrSignRequest':
    case 'signCertificateRequest':
      return 'use';
    default:
      return null;
  }
}

function checkAgainstToken(body: RequestBody, token: ApprovalToken, options: CheckTaskOptions): Finding[] {
  const operation = operationOf(body.type);
  const compared = { expected: operation ?? 'no approval', actual: token.operation };
  const asked =
    operation === token.operation
      ? finding('task.operation', 'pass', 'the request is for the operation in the token', compared)
      : finding('task.operation', 'fail', 'the request is for another operation than the token', compared);
  return [asked, ...checkKey(body, token), ...checkContent(body, token, options)];
}

function checkKey(body: RequestBody, token: ApprovalToken): Finding[] {
  const name = 'keyName' in body ? body.keyName : 'signKeyName' in body ? body.signKeyName : null;
  if (name === null) return [];
  const compared = { expected: displayName(name), actual: displayName(token.keyLabel) };
  if (name === token.keyLabel) return [finding('task.key', 'pass', 'the key in the token', compared)];
  return [finding('task.key', 'fail', 'another key than the one in the token', compared)];
}

function checkContent(body: RequestBody, token: ApprovalToken, options: CheckTaskOptions): Finding[] {
  switch (body.type) {
    case 'signRequest': {
      const same = token.payload !== null && sameBytes(token.payload, body.payload);
      if (same) return [finding(CONTENT, 'pass', "the request's payload is the token's")];
      return [finding(CONTENT, 'fail', "the request's payload is another than the token's")];
    }
    case 'modifyRequest':
      return [checkPolicy(body, token)];
    case 'blockRequest':
    case 'unblockRequest':
      return [finding(CONTENT, 'pass', 'the request has no content beside the key')];
    case 'selfSignCertificateRequest':
    case 'csrSignRequest':
    case 'signCertificateRequest':
      return checkCertificateContent(body, token, options);
    default:
      return [
        finding(CONTENT, 'not-checked', `the content of a \`${body.type}\` was not compared with the token's payload`),
      ];
  }
}

function checkPolicy(body: ModifyBody, token: ApprovalToken): Finding {
  if (token.policy === null) return finding(CONTENT, 'fail', 'the token has no policy');
  const [first] = comparePolicies(body.policy, token.policy);
  if (first === undefined) return finding(CONTENT, 'pass', "the request's policy is the token's");
  const { path, expected, actual } = first;
  return finding(CONTENT, 'fail', `the request's policy is another than the token's at \`${path}\``, {
    expected,
    actual,
  });
}

type CertificateRequestBody = SelfSignCertificateBody | CsrSignBody | SignCertificateBody;

/** Judges the certificate or CSR in the token, not signed yet, against the request. */
function checkCertificateContent(
  body: CertificateRequestBody,
  token: ApprovalToken,
  options: CheckTaskOptions,
): Finding[] {
  if (token.payload === null) return [finding(CONTENT, 'fail', 'the token has no payload')];
  const report = judgeUnsigned(body, token.payload, options);
  if ('why' in report) return [finding(CONTENT, 'fail', report.why)];
  const [first, ...rest] = report.findings;
  if (first === undefined || first.outcome === 'pass') {
    const made = finding(CONTENT, 'pass', `the token's payload is ${first?.message}: see the findings that follow`);
    return [made, ...rest.map((each) => ({ ...each, where: `payload, ${each.where}` }))];
  }
  return [finding(CONTENT, 'not-checked', `the token's payload was not compared with the request: ${first.message}`)];
}

function judgeUnsigned(
  body: CertificateRequestBody,
  payload: Uint8Array,
  options: CheckTaskOptions,
): Report | { readonly why: string } {
  try {
    if (body.type === 'csrSignRequest') return checkCsrInfo(payload, toCsrRequest(body, options.publicKey));
    return checkTbsAgainstRequest(payload, toCertificateRequest(body, options), options.issuer);
  } catch (cause) {
    if (cause instanceof TsbError) return { why: `the request cannot be compared: ${cause.message}` };
    throw cause;
  }
}
