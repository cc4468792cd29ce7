import { readTbs } from '@quorate/issue';
import type { Alternative, PendingIssuance, PendingStatus, Round } from '@quorate/issue/pending';
import { nameText } from '@quorate/x509';
import type { Context } from '../context.ts';
import { columns, printLines } from '../print-lines.ts';
import { printFindings } from '../print-report.ts';
import { printable, utc } from '../text.ts';

/** Prints how far an issuance is. */
export function printStatus(context: Context, pending: PendingIssuance, status: PendingStatus): void {
  const { keyLabel, tbs, signatures } = pending;
  printLines(context, [
    ['subject', nameText(readTbs(tbs).subject) || '(empty)'],
    ['signing key', keyLabel === null ? '(its label is not known)' : printable(keyLabel)],
    ...(status.blocked === true ? [['blocked', 'YES, by its policy: nobody can use it'] as const] : []),
    ['approved', approvedWords(status)],
    ['signed', status.signed ? `yes${signatures.length > 1 ? `, ${signatures.length} times` : ''}` : 'not yet'],
    ['next', printable(status.next)],
  ]);
  if (status.requirement === 'approvals') {
    for (const round of status.rounds) printRound(context, round, status.rounds.length > 1);
  }
  if (status.notices.length > 0) context.out('\n');
  printFindings(context, status.notices);
}

function approvedWords({ requirement, satisfied }: PendingStatus): string {
  if (requirement === 'no-policy') return 'an ordinary key: no approvals needed';
  if (requirement === 'nobody') return 'everybody may use the key: no approvals needed';
  if (requirement === 'never') return 'NEVER: the policy lets nobody use the key';
  return satisfied ? 'yes' : 'not yet';
}

function printRound(context: Context, round: Round, several: boolean): void {
  const { timestamp, payload, approvals, alternatives } = round;
  const asked = timestamp === null ? 'without a timestamp of the HSM' : `asked ${utc(timestamp)}`;
  const what = payload === 'tbs' ? '' : ', of the DIGEST alone';
  if (several || approvals.length > 0) context.out(`\n  ${counted(approvals.length)}, ${asked}${what}\n`);
  for (const alternative of alternatives) {
    context.out('\n');
    const paint = alternative.satisfied
      ? context.paint.good
      : alternative.possible
        ? context.paint.careful
        : context.paint.bad;
    const name = alternative.name === null ? `alternative ${alternative.index + 1}` : alternative.name;
    context.out(`  ${context.paint.strong(printable(name))}: ${paint(stateWords(alternative))}\n`);
    for (const { name: group, quorum, approved, approvedBy, notYetApprovedBy } of alternative.groups) {
      const lines = columns(
        [
          [
            printable(group ?? 'group'),
            `${Math.min(approved, quorum)} of ${quorum}${approved > quorum ? ` (${approved})` : ''}`,
          ],
          ...(approvedBy.length === 0 ? [] : [['', `approved: ${approvedBy.map(printable).join(', ')}`] as const]),
          ...(notYetApprovedBy.length === 0 || approved >= quorum
            ? []
            : [['', `not yet:  ${notYetApprovedBy.map(printable).join(', ')}`] as const]),
        ],
        context.width,
      );
      for (const line of lines) context.out(`  ${line}\n`);
    }
  }
}

function counted(approvals: number): string {
  return approvals === 1 ? '1 approval' : `${approvals} approvals`;
}

function stateWords(alternative: Alternative): string {
  const { satisfied, state, missing, possible, opensAt, closesAt } = alternative;
  const until = closesAt === null ? '' : ` until ${utc(closesAt)}`;
  if (satisfied) return `satisfied${until}`;
  switch (state) {
    case 'closed':
      return closesAt === null ? 'closed' : `closed since ${utc(closesAt)}`;
    case 'never':
      return 'never: its window closes before it opens';
    case 'not-yet':
      return `${missing} missing; opens ${opensAt === null ? 'after its timestamp' : utc(opensAt)}${until}`;
    case 'no-timestamp':
      return `${missing} missing; its window runs from a timestamp of the HSM, and there is none`;
    default:
      return possible ? `${missing} missing${until}` : 'not possible: too few keys';
  }
}
