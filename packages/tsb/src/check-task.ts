import { ApprovalError, type ApprovalToken, decodeToken, tokenNotices } from '@quorate/approval';
import { CryptoError, signatureAlgorithmByName } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { displayName } from '@quorate/policy';
import { type Finding, type Outcome, type Report, reportOf } from '@quorate/report';
import { type CheckTaskOptions, checkTaskRequest } from './check-task-request.ts';
import { type DetailLevel, includesLevel } from './detail-level.ts';
import type { Task } from './tasks.ts';
import { tokenContent } from './token-content.ts';

/**
 * Judges whether what a task shows agrees with the token that the approver signs: the token is well-formed; the payload
 * is the token's; the request says the same as the token (operation, key, payload or policy); timestamp and HSM
 * signature are those in the token. Fields that the task does not have are `not-checked` when its level promises them
 * and left out when it does not.
 *
 * `timestampSignatureWithAlgorithm` is known to be wrong (SKA.md 4.5); that fault is a warning, any other a failure.
 *
 * The payload of a task for a certificate or a CSR is what the HSM made of the request; it is judged as
 * `checkTbsAgainstRequest` and `checkCsrInfo` do, and their findings stand in this report. That the payload is that
 * structure is inferred, no real task for a certificate is public (SKA.md 4.1): other bytes are `not-checked`.
 *
 * It does not check the HSM's signature (`verifyTimestamp`), the attestation, nor the application's signatures. The
 * approver's signature covers the token alone: whatever else the task shows is only as good as this report says.
 *
 * @param options how to read a policy's certificate approvers; what a request for a certificate does not carry
 */
export function checkTask(task: Task, options: CheckTaskOptions = {}): Report {
  const token = readToken(task, options);
  if ('outcome' in token) return reportOf([token]);
  return reportOf([
    {
      id: 'task.token',
      outcome: 'pass',
      where: 'approvalToBeSigned',
      message: `a well-formed approval token: ${token.operation}, for \`${displayName(token.keyLabel)}\``,
      reference: 'SKA.md 5.3',
    },
    ...checkPayload(task, token),
    ...checkTaskRequest(task, token, options),
    ...checkTimestamp(task, token),
    ...tokenNotices(token),
  ]);
}

function readToken(task: Task, options: CheckTaskOptions): ApprovalToken | Finding {
  try {
    return decodeToken(task.approvalToBeSigned, options);
  } catch (cause) {
    if (!(cause instanceof ApprovalError)) throw cause;
    const message = `not an approval token: ${cause.message}`;
    return { id: 'task.token', outcome: 'fail', where: 'approvalToBeSigned', message, reference: 'SKA.md 5.3' };
  }
}

interface FieldCheck {
  readonly id: string;
  readonly where: string;
  readonly level: DetailLevel;
  readonly reference: string;
  /** What it is compared with, in words. */
  readonly source: string;
}

/** Compares a field of the task with its part of the token; `null` stands for one that is not there. */
function compareField(task: Task, check: FieldCheck, field: Uint8Array | null, part: Uint8Array | null): Finding[] {
  const { id, where, level, reference, source } = check;
  const finding = (outcome: Outcome, message: string): Finding[] => [{ id, outcome, where, message, reference }];
  if (field === null) {
    if (part === null || !includesLevel(task.detailLevel, level)) return [];
    return finding('not-checked', `the task has no ${where}, which its level promises`);
  }
  if (part === null) return finding('fail', `the token has no ${source}`);
  if (sameBytes(field, part)) return finding('pass', `the same as the token's ${source}`);
  return finding('fail', `another than the token's ${source}`);
}

function checkPayload(task: Task, token: ApprovalToken): Finding[] {
  const check: FieldCheck = {
    id: 'task.payload',
    where: 'payload',
    level: 'level2',
    reference: 'SKA.md 3.5',
    source: token.operation === 'modify' ? 'policy' : 'payload',
  };
  return compareField(task, check, task.payload, tokenContent(token));
}

function checkTimestamp(task: Task, token: ApprovalToken): Finding[] {
  const { timestamp } = token;
  const check = (id: string, where: string, source: string): FieldCheck => ({
    id,
    where,
    level: 'level4',
    reference: 'SKA.md 4.5',
    source,
  });
  return [
    ...compareField(task, check('task.timestamp', 'timestamp', 'timestamp'), task.timestamp, timestamp?.bytes ?? null),
    ...compareField(
      task,
      check('task.timestamp-signature', 'timestampSignature', 'signature'),
      task.timestampSignature,
      timestamp?.signature ?? null,
    ),
    ...checkAlgorithm(task, token),
    ...checkWithAlgorithm(task, token),
  ];
}

function checkAlgorithm(task: Task, { timestamp }: ApprovalToken): Finding[] {
  const name = task.timestampSignatureAlgorithm;
  if (name === null || timestamp === null) return [];
  const base = {
    id: 'task.timestamp-signature-algorithm',
    where: 'timestampSignatureAlgorithm',
    expected: timestamp.signatureAlgorithm.name,
    actual: displayName(name),
    reference: 'SKA.md 4.5',
  };
  if (algorithmName(name) === timestamp.signatureAlgorithm.name) {
    return [{ ...base, outcome: 'pass', message: "the same as the token's algorithm" }];
  }
  return [{ ...base, outcome: 'fail', message: "another than the token's algorithm" }];
}

function algorithmName(restName: string): string | null {
  try {
    return signatureAlgorithmByName(restName).name;
  } catch (cause) {
    if (cause instanceof CryptoError) return null;
    throw cause;
  }
}

function checkWithAlgorithm(task: Task, { timestamp }: ApprovalToken): Finding[] {
  const field = task.timestampSignatureWithAlgorithm;
  if (field === null || timestamp === null) return [];
  const base = {
    id: 'task.timestamp-signature-with-algorithm',
    where: 'timestampSignatureWithAlgorithm',
    reference: 'SKA.md 4.5',
  };
  if (sameBytes(field, timestamp.signatureElement)) {
    return [{ ...base, outcome: 'pass', message: "the same as the token's signature element" }];
  }
  if (endsWith(field, timestamp.bytes)) {
    const message = 'ignored: it holds the timestamp in place of the signature, a known fault of the broker';
    return [{ ...base, outcome: 'warn', message }];
  }
  return [{ ...base, outcome: 'fail', message: "neither the token's signature element nor the broker's known fault" }];
}

function endsWith(bytes: Uint8Array, tail: Uint8Array): boolean {
  return bytes.length > tail.length && sameBytes(bytes.subarray(bytes.length - tail.length), tail);
}
