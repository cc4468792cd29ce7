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
  const possible = alternatives
    .filter((each) => each.possible)
    .sort((a, b) => a.missing - b.missing || unasked(a) - unasked(b));
  const [best] = possible;
  if (best === undefined) {
    const later = alternatives.some(
      ({ state, groups }) => state === 'closed' && groups.every(({ possible }) => possible),
    );
    return later
      ? 'begin again: every window has closed, so a new timestamp of the HSM and new approvals are needed'
      : 'have the policy changed: none of its alternatives can ever be satisfied';
  }
  if (best.missing > 0) {
    const offered = possible.slice(0, OFFERED);
    const vain = (round?.approvals.length ?? 0) > 0 && offered.some((each) => unasked(each) > 0);
    const why = vain ? ' (approvals without that timestamp do not count there)' : '';
    return `get ${offered.map(lacks).join('; or ')}${why}`;
  }
  if (best.state === 'no-timestamp') {
    return `have the HSM timestamp the TBS: ${nameOf(best)} has a window, which runs from the timestamp`;
  }
  const wait = best.opensAt === null ? '' : ` until ${isoTime(best.opensAt)}`;
  return `wait${wait}, and have the TBS signed then${until(best)}: ${nameOf(best)} has all its approvals`;
}

/** Of those that lack as much: what needs no timestamp first. */
function unasked({ state }: Alternative): number {
  return state === 'no-timestamp' ? 1 : 0;
}

function lacks(alternative: Alternative): string {
  const groups = alternative.groups.filter(({ missing }) => missing > 0);
  return `${groups.map(lack).join(', and ')}${during(alternative)}`;
}

/** When the approvals are of use: also before a lock opens they can be gathered. */
function during({ window: { opens, closes }, opensAt, closesAt, state }: Alternative): string {
  const [start, end] = [opensAt ?? opens, closesAt ?? closes];
  const runs = opens > 0 && state !== 'open';
  if (opensAt !== null) {
    if (!runs) return end === null ? '' : `, by ${isoTime(end)}`;
    return `, for use from ${isoTime(start)} ${end === null ? 'on' : `to ${isoTime(end)}`}`;
  }
  const after = "the HSM's timestamp";
  if (!runs) return end === null ? '' : `, within ${displayDuration(end)} of ${after}`;
  const to = end === null ? '' : ` to ${displayDuration(end)}`;
  return `, for use from ${displayDuration(start)}${to} after ${after}${end === null ? ' on' : ''}`;
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
