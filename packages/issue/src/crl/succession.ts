import { isoTime, sameBytes } from '@quorate/der';
import type { Finding } from '@quorate/report';
import { IssueError } from '../error.ts';
import type { CrlNumbers } from './crl-extensions.ts';
import type { DroppedRevocation } from './crl-profile.ts';
import { type CrlEntry, certificateKey, type EntryReader } from './entry.ts';
import type { PreviousCrl, PreviousEntry } from './read-previous.ts';

/** A CRL that is about to be made, as it stands to the one before. */
export interface Successor extends CrlNumbers {
  readonly thisUpdate: number;
  /** The value of issuingDistributionPoint, `null` without. */
  readonly scope: Uint8Array | null;
  readonly entries: readonly CrlEntry[];
  readonly dropped: readonly DroppedRevocation[];
  readonly reader: EntryReader;
}

/**
 * Checks that a CRL may follow the one before: of the same scope, not earlier, with a higher number (RFC 5280, 5.2.3; a
 * complete and a delta CRL that are issued at the same time share theirs), and without losing an entry that must stay
 * (3.3, 5.3.1). A delta CRL is compared with its base, when that is the CRL given, and with a delta CRL of the same base.
 *
 * @returns what a reader should know: gaps in the numbers, entries that were left out and why, entries that changed
 * @throws IssueError `crl-previous-foreign`, `crl-number-not-above`, `time-invalid`, `crl-entry-vanished`,
 *   `crl-entry-invalid`
 */
export function demandSuccession(next: Successor, previous: PreviousCrl): readonly Finding[] {
  demandSameScope(next.scope, previous.scope);
  if (next.thisUpdate < previous.thisUpdate) {
    const expected = `${isoTime(previous.thisUpdate)} or later, as the CRL before`;
    throw new IssueError('time-invalid', { path: 'thisUpdate', expected, actual: isoTime(next.thisUpdate) });
  }
  return [...numberFindings(next, previous), ...entryFindings(next, previous)];
}

function demandSameScope(own: Uint8Array | null, other: Uint8Array | null): void {
  const same = own === null || other === null ? own === other : sameBytes(own, other);
  if (same) return;
  throw new IssueError('crl-previous-foreign', {
    path: 'previous.issuingDistributionPoint',
    expected: 'a CRL of the same scope',
    actual: other === null ? 'one without issuingDistributionPoint' : 'one with another issuingDistributionPoint',
  });
}

function numberFindings(next: Successor, previous: PreviousCrl): readonly Finding[] {
  const { crlNumber } = next;
  const [where, reference] = ['crlNumber', 'RFC 5280, 5.2.3'];
  if (previous.crlNumber === null) {
    const message = 'the CRL before has no number, so whether this one is higher is not known';
    return [{ id: 'issue.crl-number', outcome: 'not-checked', where, message, reference }];
  }
  const twins =
    crlNumber === previous.crlNumber &&
    next.thisUpdate === previous.thisUpdate &&
    (next.baseCrlNumber === null) !== (previous.baseCrlNumber === null);
  if (crlNumber <= previous.crlNumber && !twins) {
    const expected = `more than ${previous.crlNumber}, the number of the CRL before`;
    throw new IssueError('crl-number-not-above', { path: where, expected, actual: `${crlNumber}` });
  }
  if (crlNumber > previous.crlNumber + 1n) {
    const message = `the number goes from ${previous.crlNumber} to ${crlNumber}`;
    const action = 'find out whether a CRL between the two was issued';
    return [{ id: 'issue.crl-number-gap', outcome: 'warn', where, message, reference, action }];
  }
  const message = `the number follows ${previous.crlNumber}, that of the CRL before`;
  return [{ id: 'issue.crl-number', outcome: 'pass', where, message, reference }];
}

/** Entries that are told one by one; more are counted. */
const MAX_TOLD = 50;

function entryFindings(next: Successor, previous: PreviousCrl): readonly Finding[] {
  const own = new Map(next.entries.map((entry) => [certificateKey(entry), entry]));
  const dropped = readDropped(next, own, previous);
  const findings: Finding[] = [...dropped.findings];
  const left: Finding[] = [];
  if (comparable(next, previous)) {
    for (const [key, before] of previous.entries) {
      // A delta CRL says by it that the entry is gone.
      if (before.reason === 'removeFromCRL' || own.has(key)) continue;
      left.push(leftOut(before, dropped.byKey.get(key), previous));
    }
  } else if (next.baseCrlNumber === null || next.baseCrlNumber !== previous.crlNumber) {
    findings.push({
      id: 'issue.crl-entries-kept',
      outcome: 'not-checked',
      where: 'revoked',
      message: 'the CRL before is not one whose entries this one must have',
      reference: 'RFC 5280, 5.2.4',
    });
  }
  for (const entry of next.entries) {
    if (entry.reason !== 'removeFromCRL') continue;
    const finding = takenBack(entry, next, previous, dropped.byKey.get(certificateKey(entry)));
    if (finding !== null) left.push(finding);
  }
  return [...findings, ...bounded(left), ...changes(own, previous)];
}

/** Whether every entry of the CRL before must stand in the next one as well. */
function comparable(next: Successor, previous: PreviousCrl): boolean {
  return next.baseCrlNumber === null || next.baseCrlNumber === previous.baseCrlNumber;
}

interface Dropped {
  readonly byKey: ReadonlyMap<string, DroppedRevocation>;
  readonly findings: readonly Finding[];
}

function readDropped(next: Successor, own: ReadonlyMap<string, CrlEntry>, previous: PreviousCrl): Dropped {
  const byKey = new Map<string, DroppedRevocation>();
  const findings: Finding[] = [];
  next.dropped.forEach((item, i) => {
    const path = `dropped[${i}]`;
    const id = next.reader.identify(item, path);
    const [key, { serialNumber }] = [certificateKey(id), id];
    const entry = own.get(key);
    if (entry !== undefined && entry.reason !== 'removeFromCRL') {
      const [expected, actual] = ['a certificate that is not listed', `serial number ${serialNumber}, which is`];
      throw new IssueError('crl-entry-invalid', { path, expected, actual });
    }
    byKey.set(key, item);
    if (previous.entries.has(key) || findings.length === MAX_TOLD) return;
    const message = `serial number ${serialNumber} is not on the CRL before: there is nothing to leave out`;
    findings.push({ id: 'issue.crl-entry-left-out', outcome: 'warn', where: path, message });
  });
  return { byKey, findings };
}

/** Why an entry may be missing (RFC 5280, 3.3, 5.3.1). */
function leftOut(before: PreviousEntry, dropped: DroppedRevocation | undefined, previous: PreviousCrl): Finding {
  const { serialNumber, reason } = before;
  const refuse = (expected: string): never => {
    const actual = `serial number ${serialNumber}, revoked ${isoTime(before.revocationDate)}, is on the CRL before`;
    throw new IssueError('crl-entry-vanished', { path: 'revoked', expected, actual });
  };
  const reference = dropped?.notAfter === undefined ? 'RFC 5280, 5.3.1' : 'RFC 5280, 3.3';
  const finding = (message: string): Finding => ({
    id: 'issue.crl-entry-left-out',
    outcome: 'pass',
    where: 'revoked',
    message: `serial number ${serialNumber} is left out: ${message}`,
    reference,
  });
  if (dropped === undefined) return refuse('every certificate of the CRL before, or why it is left out in `dropped`');
  const { notAfter } = dropped;
  if (notAfter === undefined) {
    if (reason === 'certificateHold') return finding('it was on hold, and is not any more');
    return refuse('a certificate that was on hold, or its notAfter');
  }
  if (previous.thisUpdate > notAfter) return finding(`it was valid to ${isoTime(notAfter)}, and was listed after that`);
  return refuse(`one more CRL with it that is issued after ${isoTime(notAfter)}, its notAfter`);
}

/** Whether a delta CRL may take an entry back: it is in the base, and may go. */
function takenBack(
  entry: CrlEntry,
  { baseCrlNumber }: Successor,
  previous: PreviousCrl,
  dropped: DroppedRevocation | undefined,
): Finding | null {
  const { serialNumber, index } = entry;
  const where = `revoked[${index}].reason`;
  const reference = 'RFC 5280, 5.3.1';
  if (previous.baseCrlNumber !== null || previous.crlNumber !== baseCrlNumber) {
    const message = `whether serial number ${serialNumber} is on the base CRL is not known`;
    return { id: 'issue.crl-entry-taken-back', outcome: 'not-checked', where, message, reference };
  }
  const before = previous.entries.get(certificateKey(entry));
  if (before === undefined) {
    const expected = 'a certificate that is on the base CRL';
    throw new IssueError('crl-entry-invalid', { path: where, expected, actual: `serial number ${serialNumber}` });
  }
  if (dropped === undefined && before.reason === 'certificateHold') return null;
  return leftOut(before, dropped, previous);
}

function changes(own: ReadonlyMap<string, CrlEntry>, previous: PreviousCrl): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [key, { index, serialNumber, revocationDate, reason }] of own) {
    const before = previous.entries.get(key);
    if (before === undefined || reason === 'removeFromCRL') continue;
    const told = [
      before.revocationDate === revocationDate
        ? null
        : `revoked ${isoTime(before.revocationDate)}, now ${isoTime(revocationDate)}`,
      before.reason === reason ? null : `for ${before.reason ?? 'no reason'}, now for ${reason ?? 'none'}`,
    ].filter((text) => text !== null);
    if (told.length === 0) continue;
    const message = `serial number ${serialNumber} was on the CRL before as ${told.join('; ')}`;
    findings.push({ id: 'issue.crl-entry-changed', outcome: 'warn', where: `revoked[${index}]`, message });
  }
  return bounded(findings);
}

function bounded(findings: readonly Finding[]): readonly Finding[] {
  const more = findings.length - MAX_TOLD;
  const [first] = findings;
  if (more <= 0 || first === undefined) return findings;
  const { id, outcome } = first;
  return [...findings.slice(0, MAX_TOLD), { id, outcome, where: 'revoked', message: `and ${more} more like these` }];
}
