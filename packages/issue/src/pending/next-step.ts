import { isoTime } from '@quorate/der';
import { displayDuration } from '@quorate/policy';
import type { Alternative, GroupStatus } from './alternative.ts';
import type { PendingStatus } from './pending-status.ts';

/** How many names, and how many alternatives, are listed. */
const [LISTED, OFFERED] = [8, 4];

/** What to do next, in one line without a full stop. */
export function nextStep(status: Omit<PendingStatus, 'next' | 'notices'>): string {
  const { signed, requirement, blocked } = status;
  if (signed) return 'nothing: the certificate is made; take it out and verify it';
  const first = blocked === true ? 'have the key unblocked: it is blocked in the policy as given; then ' : '';
  switch (requirement) {
    case 'no-policy':
      return `${first}have the TBS signed: the key has no policy, so nobody approves`;
    case 'nobody':
      return `${first}have the TBS signed: by the policy nobody need approve`;
    case 'never':
      return 'have the policy changed: by it nobody may ever use the key';
    case 'approvals':
      return `${first}${towards(status)}`;
  }
}

function towards({ satisfied, rounds: [round] }: Omit<PendingStatus, 'next' | 'notices'>): string {
  const alternatives = round?.alternatives ?? [];
  if (satisfied) {
    const open = alternatives.find((alternative) => alternative.satisfied);
    return `have the TBS signed${until(open)}: ${nameOf(open)} is satisfied`;
  }
  const possible = alternatives.filter((each) => each.possible).sort((a, b) => a.missing - b.missing);
  const [best] = possible;
  if (best === undefined) {
    const later = alternatives.some(
      ({ state, groups }) => state === 'closed' && groups.every(({ possible }) => possible),
    );
    return later
      ? 'begin again: every window has closed, so a new timestamp of the HSM and new approvals are needed'
      : 'have the policy changed: none of its alternatives can ever be satisfied';
  }
  if (best.missing > 0) return `get ${possible.slice(0, OFFERED).map(lacks).join('; or ')}`;
  if (best.state === 'no-timestamp') {
    return `have the HSM timestamp the TBS: ${nameOf(best)} has a window, which runs from the timestamp`;
  }
  const wait = best.opensAt === null ? '' : ` until ${isoTime(best.opensAt)}`;
  return `wait${wait}, and have the TBS signed then${until(best)}: ${nameOf(best)} has all its approvals`;
}

function lacks(alternative: Alternative): string {
  const groups = alternative.groups.filter(({ missing }) => missing > 0);
  return `${groups.map(lack).join(', and ')}${until(alternative)}`;
}

function lack({ name, missing, notYetApprovedBy }: GroupStatus): string {
  const count = missing === 1 ? '1 approval more' : `${missing} approvals more`;
  const names = notYetApprovedBy.slice(0, LISTED);
  const more = notYetApprovedBy.length - names.length;
  const from = [...names, ...(more > 0 ? [`${more} others`] : [])].join(', ');
  return `${count}${name === null || name === '' ? '' : ` for \`${name}\``} from ${from}`;
}

function until(alternative: Alternative | undefined): string {
  if (alternative === undefined || alternative.window.closes === null) return '';
  if (alternative.closesAt !== null) return `, by ${isoTime(alternative.closesAt)}`;
  return `, within ${displayDuration(alternative.window.closes)} of the HSM's timestamp`;
}

function nameOf(alternative: Alternative | undefined): string {
  if (alternative === undefined) return 'the policy';
  const { name, index } = alternative;
  return name === null || name === '' ? `alternative ${index + 1}` : `alternative \`${name}\``;
}
