import { checkSignature, type PlatformVerifier } from '@quorate/crypto';
import { isoTime } from '@quorate/der';
import { type Finding, type Report, reportOf } from '@quorate/report';
import { encodeUtf8 } from '@quorate/syntax';
import { algorithmFor } from './credential.ts';
import type { TasksRequest } from './tasks-request.ts';

/** How far a timestamp proof may lie behind the broker's clock by default, in seconds (SKA.md 4.2). */
export const MAX_PROOF_AGE = 600;

/** What a timestamp proof is judged by. */
export interface VerifyTasksRequestOptions {
  /** The broker's present, seconds since 1970-01-01T00:00:00Z. Without it the age of the proof is not judged, and a warning says so. */
  readonly now?: number;
  readonly platform?: PlatformVerifier;
}

/**
 * Judges the timestamp proof of a request for tasks: does the signature over the text of the timestamp verify, and,
 * given the time, is the proof fresh. A proof can be replayed as long as it is fresh (SKA.md 4.2).
 *
 * @throws ApprovalError `digest-invalid`
 */
export function verifyTasksRequest(request: TasksRequest, options: VerifyTasksRequestOptions = {}): Report {
  const { timestamp, signedBy, signature } = request;
  return reportOf([
    ...checkSignature(
      {
        id: 'tasks.timestamp-proof',
        where: 'timestampSignature',
        subject: `the signature over the timestamp \`${timestamp}\``,
        algorithm: algorithmFor(request.digestAlgorithm, signedBy, 'timestampDigestAlgorithm'),
        key: signedBy.publicKey,
        data: encodeUtf8(timestamp),
        signature,
        reference: 'SKA.md 4.2',
      },
      options.platform,
    ),
    ...ageFindings(request, options.now),
  ]);
}

function ageFindings(request: TasksRequest, now: number | undefined): Finding[] {
  const finding = { id: 'tasks.timestamp-age', where: 'timestamp', reference: 'SKA.md 4.2' } as const;
  if (now === undefined) {
    return [{ ...finding, outcome: 'warn', message: 'the age of the proof was not judged: no time was given' }];
  }
  const age = now - request.time;
  const expected = `0 to ${MAX_PROOF_AGE} seconds before ${isoTime(now)}`;
  if (age >= 0 && age <= MAX_PROOF_AGE) return [{ ...finding, outcome: 'pass', message: `signed ${age} seconds ago` }];
  const actual = isoTime(request.time);
  const message = age < 0 ? 'the timestamp lies in the future: a clock is ahead' : 'the timestamp is too old';
  return [{ ...finding, outcome: 'fail', message, expected, actual }];
}
