import type { ApprovalToken, Operation } from '@quorate/approval';
import { comparePolicies, displayName } from '@quorate/policy';
import type { Finding, Outcome } from '@quorate/report';
import { decodeUtf8, JsonError, parseJson, Utf8Error } from '@quorate/syntax';
import { includesLevel } from './detail-level.ts';
import { TsbError } from './error.ts';
import { type RequestBody, readRequestFile } from './request-file.ts';
import { sameBytes } from './same-bytes.ts';
import { sameJson } from './same-json.ts';
import type { Task } from './tasks.ts';

const REFERENCE = 'SKA.md 3.5, 4.4';

/**
 * Judges level 3: the request that the application sent (`requestBase64`) can be read, is the one that the broker shows
 * beside it, and asks for what the token says: operation, key, payload or policy. For a request for a certificate or
 * CSR the token's payload is what the HSM made of it; comparing the two takes the room that reads unsigned
 * certificates, so here it is `not-checked`.
 */
export function checkTaskRequest(task: Task, token: ApprovalToken): Finding[] {
  if (task.request === null) {
    if (!includesLevel(task.detailLevel, 'level3')) return [];
    return [finding('task.request', 'not-checked', 'the task has no requestBase64, which its level promises')];
  }
  const sent = readSent(task.request);
  if ('why' in sent) return [finding('task.request', 'fail', sent.why)];
  const findings = [finding('task.request', 'pass', `a request that can be read: \`${sent.body.type}\``)];
  findings.push(...checkShown(task, sent.value), ...checkAgainstToken(sent.body, token));
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

function checkAgainstToken(body: RequestBody, token: ApprovalToken): Finding[] {
  const operation = operationOf(body.type);
  const compared = { expected: operation ?? 'no approval', actual: token.operation };
  const asked =
    operation === token.operation
      ? finding('task.operation', 'pass', 'the request is for the operation in the token', compared)
      : finding('task.operation', 'fail', 'the request is for another operation than the token', compared);
  return [asked, ...checkKey(body, token), checkContent(body, token)];
}

function checkKey(body: RequestBody, token: ApprovalToken): Finding[] {
  const name = 'keyName' in body ? body.keyName : 'signKeyName' in body ? body.signKeyName : null;
  if (name === null) return [];
  const compared = { expected: displayName(name), actual: displayName(token.keyLabel) };
  if (name === token.keyLabel) return [finding('task.key', 'pass', 'the key in the token', compared)];
  return [finding('task.key', 'fail', 'another key than the one in the token', compared)];
}

function checkContent(body: RequestBody, token: ApprovalToken): Finding {
  const id = 'task.request-content';
  switch (body.type) {
    case 'signRequest': {
      const same = token.payload !== null && sameBytes(token.payload, body.payload);
      if (same) return finding(id, 'pass', "the request's payload is the token's");
      return finding(id, 'fail', "the request's payload is another than the token's");
    }
    case 'modifyRequest': {
      if (token.policy === null) return finding(id, 'fail', 'the token has no policy');
      const [first] = comparePolicies(body.policy, token.policy);
      if (first === undefined) return finding(id, 'pass', "the request's policy is the token's");
      const { path, expected, actual } = first;
      return finding(id, 'fail', `the request's policy is another than the token's at \`${path}\``, {
        expected,
        actual,
      });
    }
    case 'blockRequest':
    case 'unblockRequest':
      return finding(id, 'pass', 'the request has no content beside the key');
    default:
      return finding(id, 'not-checked', `the content of a \`${body.type}\` was not compared with the token's payload`);
  }
}
