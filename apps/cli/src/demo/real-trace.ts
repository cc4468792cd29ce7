import { decodeToken, verifyApproval, verifyTasksRequest } from '@quorate/approval';
import { compareAttestedPolicy, parseAttestation, verifyAttestation } from '@quorate/attestation';
import { describeRule, RULE_NAMES } from '@quorate/policy';
import { traceAttestationKey, traceTimestampKey } from '@quorate/vectors';
import { utc } from '../text.ts';
import { type Act, check, type Part, text } from './act.ts';
import { type Exchange, exchanges, newPolicy, oldPolicy } from './trace.ts';

/** Act 2: a real conversation between a broker and an HSM, decoded and verified to its last byte. */
export function realTraceAct(): Act {
  const [modify, sign] = exchanges();
  const changes = RULE_NAMES.flatMap((name) => [
    ...indent('before', describeRule(name, oldPolicy().rules[name])),
    ...indent('after', describeRule(name, newPolicy().rules[name])),
  ]);
  return {
    title: 'A real conversation with an HSM, 14 August 2024',
    parts: [
      ...exchangeParts(modify),
      text('The approver put a new policy in force:', ...changes),
      ...exchangeParts(sign),
      check(
        'the HSM holds the policy that was approved',
        compareAttestedPolicy(parseAttestation(sign.attestation.bytes), newPolicy()),
      ),
    ],
  };
}

function indent(word: string, lines: readonly string[]): string[] {
  return lines.map((line, i) => `  ${(i === 0 ? word : '').padEnd(6)} ${line}`);
}

function exchangeParts({ title, tasksRequest, approval, attestation }: Exchange): Part[] {
  const token = decodeToken(approval.token);
  const { timestamp } = token;
  return [
    text(
      `${title[0]?.toUpperCase()}${title.slice(1)}:`,
      `  ${token.operation} ${token.keyLabel}`,
      timestamp === null ? '  no timestamp' : `  at ${utc(timestamp.time)} by the HSM's ${timestamp.keyLabel}`,
    ),
    check('the approver asked for tasks', verifyTasksRequest(tasksRequest)),
    check('the approver signed, the HSM timestamped', verifyApproval(approval, { timestampKey: traceTimestampKey })),
    check('the HSM attested the key', verifyAttestation({ ...attestation, key: traceAttestationKey }).report),
  ];
}
