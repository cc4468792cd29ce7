import { digest } from '@quorate/crypto';
import { encodeBitString, encodeSequence, hexOf, isoTime } from '@quorate/der';
import type { Finding } from '@quorate/report';
import { readTbs } from '../read-tbs.ts';
import { approversOf } from './named-approvers.ts';
import type { PendingIssuance } from './pending.ts';
import type { Round } from './round.ts';

/** What a careful reader should know about a pending issuance. All are warnings. */
export function statusNotices(pending: PendingIssuance, time: number, rounds: readonly Round[]): Finding[] {
  return [
    ...signedTwice(pending),
    ...keyLabels(pending),
    ...unknownKeys(pending),
    ...timestamps(pending, time),
    ...apart(rounds),
    ...digests(rounds),
  ];
}

function warn(id: string, where: string, message: string, reference?: string): Finding {
  return { id, outcome: 'warn', where, message, ...(reference === undefined ? {} : { reference }) };
}

function signedTwice({ signatures, tbs }: PendingIssuance): Finding[] {
  if (signatures.length < 2) return [];
  const { signatureAlgorithm } = readTbs(tbs);
  const marks = signatures.map((signature) =>
    hexOf(digest('SHA-256', encodeSequence(tbs, signatureAlgorithm, encodeBitString(signature)))),
  );
  const message = `${signatures.length} different signatures verify, so there may be as many certificates with one serial number; the first is the one in the file (SHA-256 ${marks.join(', ')})`;
  return [warn('pending.signed-twice', 'signatures', message)];
}

function keyLabels({ keyLabel, approvals }: PendingIssuance): Finding[] {
  if (approvals.length === 0) return [];
  if (keyLabel === null) {
    const message = 'the label of the key that is to sign is not known: approvals for any key were taken';
    return [warn('pending.key-label-unknown', 'keyLabel', message)];
  }
  const unbound = approvals.filter(({ token }) => token.keyLabel === '').map(({ name }) => name);
  if (unbound.length === 0) return [];
  const message = `approvals that are bound to no key: ${unbound.join(', ')}`;
  return [warn('pending.approval-unbound', 'approvals', message, 'SKA.md 5.3')];
}

function unknownKeys({ policy, onboarded }: PendingIssuance): Finding[] {
  const names = approversOf(policy).flatMap((approver) =>
    approver.type === 'onboarded_approver_certificate' && !onboarded.has(approver.name) ? [approver.name] : [],
  );
  if (names.length === 0) return [];
  const message = `the keys of ${new Set(names).size} onboarded approvers are not known: their approvals cannot be counted here`;
  return [warn('pending.onboarded-unknown', 'onboarded', message, 'SKA.md 2.2')];
}

function timestamps({ approvals }: PendingIssuance, time: number): Finding[] {
  const found: Finding[] = [];
  const stamped = approvals.flatMap(({ token }) => (token.timestamp === null ? [] : [token.timestamp.time]));
  if (approvals.some(({ token, timestampVerified }) => token.timestamp !== null && !timestampVerified)) {
    const message = "the HSM's signatures over timestamps were not checked: give the timestamp key";
    found.push(warn('pending.timestamp-unchecked', 'approvals', message, 'SKA.md 4.5'));
  }
  const latest = stamped.reduce((most, one) => Math.max(most, one), 0);
  if (latest > time) {
    const message = `a timestamp, ${isoTime(latest)}, is later than the time given, ${isoTime(time)}: one of the clocks is wrong`;
    found.push(warn('pending.clock-behind', 'approvals', message));
  }
  if (approvals.length > stamped.length) {
    const message = 'approvals without a timestamp never expire and can be used again';
    found.push(warn('pending.no-timestamp', 'approvals', message, 'SKA.md 4.1'));
  }
  return found;
}

function apart(rounds: readonly Round[]): Finding[] {
  if (rounds.length < 2) return [];
  const message = `the approvals are of ${rounds.length} requests with different timestamps or payloads, and are not counted together`;
  return [warn('pending.rounds', 'approvals', message, 'SKA.md 4.1')];
}

function digests(rounds: readonly Round[]): Finding[] {
  const names = rounds.flatMap(({ payload, approvals }) =>
    payload === 'digest' ? approvals.map(({ name }) => name) : [],
  );
  if (names.length === 0) return [];
  const message = `approvals of the digest of the TBS, which did not show a certificate: ${names.join(', ')}`;
  return [warn('pending.digest-approved', 'approvals', message, 'SKA.md 9')];
}
