import { displayName, type Policy, type RuleName } from '@quorate/policy';
import { type Finding, type Outcome, type Report, reportOf } from '@quorate/report';
import { parseIsoTime } from '@quorate/syntax';
import { checkApprovers } from './check-request-approvers.ts';
import { requestResult } from './request-result.ts';
import type { RequestStatus } from './request-status.ts';

/** What a request status is judged by. */
export interface CheckRequestStatusOptions {
  /** The id that was asked for. */
  readonly asked?: string;
  /** The policy of the key: names the approvers, and shows who is none. */
  readonly policy?: Policy;
  /** The rule of the policy that the request needs. Default: `use`, for signatures, certificates and CSRs (SKA.md 4.1). */
  readonly rule?: RuleName;
}

/** What each status means (SKA.md 3.6). */
const MEANINGS: ReadonlyMap<string, readonly [Outcome, string]> = new Map<string, readonly [Outcome, string]>([
  ['PENDING', ['not-checked', 'it waits for approvals or for a timelock: ask again later']],
  ['APPROVED', ['not-checked', 'it is approved and not executed yet: ask again later']],
  ['EXECUTED', ['pass', 'it was executed']],
  ['FAILED', ['fail', 'the HSM or the broker failed to execute it']],
  ['EXPIRED', ['fail', 'its timeout passed before it was approved']],
  ['REJECTED', ['fail', 'so many approvers rejected it that the quorum cannot be met']],
  ['CANCELLED', ['fail', 'it was cancelled, or its key was deleted']],
]);

/**
 * Judges the status of a request: was it executed, is it the request that was asked for, who approved it, and what is
 * its result. Another id is a warning and not a failure, since every published sample shows one (SKA.md 3.6). So is the
 * result `"true"`, which is no certificate.
 *
 * With a policy it is judged whether the approvers named are enough for its rule: distinct keys, group by group, in one
 * token. When each approved is not told, so windows of time are left aside.
 *
 * It is the broker's word about itself. That the named approvers signed, and in time, is not shown by it: see
 * `verifyApproval` and `evaluateRule`.
 */
export function checkRequestStatus(status: RequestStatus, options: CheckRequestStatusOptions = {}): Report {
  return reportOf([
    checkStatus(status),
    ...checkId(status, options.asked),
    ...checkTime(status),
    ...checkApprovers(status, options.policy ?? null, options.rule ?? 'use'),
    ...checkResult(status),
  ]);
}

const REFERENCE = 'SKA.md 3.6';

function checkStatus({ status }: RequestStatus): Finding {
  const [outcome, message] = MEANINGS.get(status) ?? ['fail', 'a status that is not known'];
  const compared = { expected: 'EXECUTED', actual: displayName(status) };
  return { id: 'request.status', outcome, where: 'status', message, ...compared, reference: REFERENCE };
}

function checkId({ id }: RequestStatus, asked: string | undefined): Finding[] {
  if (asked === undefined) return [];
  const base = { id: 'request.id', where: 'id', expected: displayName(asked), reference: REFERENCE };
  if (id === asked)
    return [{ ...base, outcome: 'pass', message: 'the request that was asked for', actual: displayName(id) }];
  const actual = id === null ? 'none' : displayName(id);
  const message =
    'the answer carries another id than the one asked for, as published samples do: make sure that it is the same request';
  return [{ ...base, outcome: 'warn', message, actual }];
}

function checkTime({ status, executionTime }: RequestStatus): Finding[] {
  const base = { id: 'request.execution-time', where: 'executionTime', reference: REFERENCE };
  if (executionTime === null) {
    if (status !== 'EXECUTED') return [];
    return [{ ...base, outcome: 'warn', message: 'executed, and it does not say when' }];
  }
  const actual = displayName(executionTime);
  if (parseIsoTime(executionTime) === null)
    return [{ ...base, outcome: 'warn', message: 'not a time with a zone', actual }];
  if (status === 'EXECUTED') return [{ ...base, outcome: 'pass', message: 'it says when', actual }];
  return [{ ...base, outcome: 'warn', message: 'it says when, and it was not executed', actual }];
}

function checkResult(status: RequestStatus): Finding[] {
  const base = { id: 'request.result', where: 'result', reference: REFERENCE };
  const result = requestResult(status);
  if (status.status !== 'EXECUTED') {
    if (result.type === 'none') return [];
    return [{ ...base, outcome: 'warn', message: 'a result, and it was not executed' }];
  }
  switch (result.type) {
    case 'none':
      return [{ ...base, outcome: 'warn', message: 'no result: right for modify, block, unblock and unwrap only' }];
    case 'true': {
      const message = 'not a certificate: fetch it with `GET /v1/certificate/{keyName}`';
      return [{ ...base, outcome: 'warn', message, actual: '`true`' }];
    }
    case 'certificate':
      return [{ ...base, outcome: 'pass', message: 'a certificate: check it against its request' }];
    case 'csr':
      return [{ ...base, outcome: 'pass', message: 'a CSR: check it against its request' }];
    case 'bytes':
      return [{ ...base, outcome: 'pass', message: `a signature or plaintext of ${result.bytes.length} bytes` }];
    case 'text':
      return [{ ...base, outcome: 'warn', message: 'neither PEM nor base64', actual: displayName(result.text) }];
    case 'pem-invalid':
      return [{ ...base, outcome: 'fail', message: result.why }];
  }
}
