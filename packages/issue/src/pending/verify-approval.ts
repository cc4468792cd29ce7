import {
  ApprovalError,
  type ApprovalRequest,
  type ApprovalToken,
  decodeToken,
  verifyApproval,
} from '@quorate/approval';
import { digest, type PlatformVerifier, type SignatureAlgorithm } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { displayName } from '@quorate/policy';
import { type Finding, type Report, reportOf } from '@quorate/report';
import { IssueError } from '../error.ts';
import { inNamedForm, keyName, type NamedApprover } from './named-approvers.ts';
import type { PendingApproval, PendingIssuance } from './pending.ts';

/** What approvals are judged by, beside the pending issuance. */
export interface ApprovalOptions {
  /**
   * SubjectPublicKeyInfo of the HSM's timestamp key. It is pinned by whoever judges and never taken from a file. Without
   * it the HSM's signatures over timestamps are not checked, and the status says so.
   */
  readonly timestampKey?: Uint8Array;
  /** A fast path for signatures, see the crypto room. */
  readonly platform?: PlatformVerifier;
}

/** An approval that was found good, and what was found. */
export interface VerifiedApproval {
  readonly approval: PendingApproval;
  readonly report: Report;
}

type Context = Pick<PendingIssuance, 'manifest' | 'tbs' | 'keyLabel'>;

/**
 * Judges one approval: by an approver whom the policy names for `use`, for `use`, of this TBS, with this key, signed, and
 * timestamped by the HSM's key if that is given. The payload is the TBS, or its digest by the TBS's own signature
 * algorithm, as when a device is given digests to sign (SKA.md 9); then a warning says so.
 *
 * @param path where the approval stands, for the errors
 * @throws IssueError `approval-malformed`, `approver-unknown`, `approval-foreign`, `approval-not-verified`
 */
export function verifyPendingApproval(
  { manifest, tbs, keyLabel }: Context,
  named: ReadonlyMap<string, NamedApprover>,
  request: Omit<ApprovalRequest, 'id'>,
  options: ApprovalOptions,
  path: string,
): VerifiedApproval {
  const approver = named.get(request.approver.identity);
  if (approver === undefined) throw unknownApprover(request, named, path);
  const { name } = approver;
  const token = guard(path, name, () => decodeToken(request.token));
  const findings: Finding[] = [];
  demandUse(token, name, path);
  findings.push(...demandPayload(token, tbs, manifest.profile.signatureAlgorithm, name, path));
  findings.push(...demandKeyLabel(token, keyLabel, name, path));
  if (!inNamedForm(approver, request.approver.bytes)) findings.push(anotherForm(name));
  const { timestampKey, platform } = options;
  const pinned = timestampKey === undefined || token.timestamp === null ? {} : { timestampKey };
  const fast = platform === undefined ? {} : { platform };
  const report = guard(path, name, () => verifyApproval({ id: '', ...request }, { ...pinned, ...fast }));
  const failed = report.findings.find(({ outcome }) => outcome !== 'pass' && outcome !== 'warn');
  if (failed !== undefined || report.verdict !== 'pass') {
    const actual = `${name}: ${failed?.message ?? report.verdict}`;
    const expected = 'a signature by the approver, and by the timestamp key where there is a timestamp';
    throw new IssueError('approval-not-verified', { path, expected, actual });
  }
  const digestAlgorithm = request.digestAlgorithm === 'EDDSA' ? 'EdDSA' : request.digestAlgorithm;
  const { approver: credential, signature } = request;
  const timestampVerified = 'timestampKey' in pinned;
  const approval = { token, approver: credential, digestAlgorithm, signature, timestampVerified, name };
  return { approval, report: reportOf([...report.findings, ...findings]) };
}

const LISTED = 6;

function unknownApprover(
  { approver }: Omit<ApprovalRequest, 'id'>,
  named: ReadonlyMap<string, NamedApprover>,
  path: string,
): IssueError {
  const names = [...named.values()].slice(0, LISTED).map(({ name }) => name);
  const more = named.size > LISTED ? ` and ${named.size - LISTED} more` : '';
  const expected =
    names.length === 0
      ? 'no approvals: the policy names nobody for `use`'
      : `one whom the policy names for \`use\`: ${names.join(', ')}${more}`;
  const key = keyName(approver.identity);
  const actual = approver.commonName === null ? key : `${displayName(approver.commonName)} (${key})`;
  return new IssueError('approver-unknown', { path, expected, actual });
}

function demandUse({ operation }: ApprovalToken, name: string, path: string): void {
  if (operation === 'use') return;
  throw new IssueError('approval-foreign', {
    path: `${path}.operation`,
    expected: 'an approval of `use`',
    actual: `${name} approved \`${operation}\``,
  });
}

function demandPayload(
  { payload }: ApprovalToken,
  tbs: Uint8Array,
  algorithm: SignatureAlgorithm,
  name: string,
  path: string,
): Finding[] {
  if (payload !== null && sameBytes(payload, tbs)) return [];
  const { digest: digestName } = algorithm;
  const hashed = digestName === null ? null : digest(digestName, tbs);
  if (payload !== null && hashed !== null && sameBytes(payload, hashed)) {
    const message = `${name} approved the digest of the TBS: what they signed did not show them a certificate`;
    return [{ id: 'pending.digest-approved', outcome: 'warn', where: 'payload', message, reference: 'SKA.md 9' }];
  }
  throw new IssueError('approval-foreign', {
    path: `${path}.payload`,
    expected: `this TBS, ${tbs.length} bytes`,
    actual: `${name} approved ${payload === null ? 'nothing' : `other bytes, ${payload.length} of them`}`,
  });
}

function demandKeyLabel(token: ApprovalToken, keyLabel: string | null, name: string, path: string): Finding[] {
  const finding = { outcome: 'warn', where: 'key label' } as const;
  if (keyLabel === null) {
    const message = `${name} approved the use of \`${displayName(token.keyLabel)}\`: whether that is the key that is to sign is not known`;
    return [{ ...finding, id: 'pending.key-label-unknown', message }];
  }
  // An empty label binds an approval to no key; the approval room warns of it (SKA.md 5.3).
  if (token.keyLabel === keyLabel || token.keyLabel === '') return [];
  throw new IssueError('approval-foreign', {
    path: `${path}.keyLabel`,
    expected: `the key \`${displayName(keyLabel)}\``,
    actual: `${name} approved the use of \`${displayName(token.keyLabel)}\``,
  });
}

function anotherForm(name: string): Finding {
  return {
    id: 'pending.approver-form',
    outcome: 'warn',
    where: 'approver',
    message: `${name} is named by the policy in another form, as a key for a certificate: the HSM may refuse it`,
    reference: 'SKA.md 2.2',
  };
}

function guard<T>(path: string, name: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (!(cause instanceof ApprovalError)) throw cause;
    throw new IssueError('approval-malformed', { path, actual: `${name}: ${cause.message}`, cause });
  }
}
