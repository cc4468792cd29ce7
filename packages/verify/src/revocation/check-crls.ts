import { isoTime } from '@quorate/der';
import type { FindingObject } from '@quorate/report';
import { nameKey } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import type { ListedEntry } from './crl-entries.ts';
import { crlFault } from './crl-fault.ts';
import { type CrlPoint, coveredReasons, crlPoints } from './crl-scope.ts';
import { crlSigner, isSignedBy } from './crl-signer.ts';
import { unusableFault } from './crl-usable.ts';
import { isDelta, isDeltaOf, sameScope } from './delta-crl.ts';
import { stalenessOf, stalenessText } from './freshness.ts';
import type { HeldCrl } from './held-crl.ts';
import type { RevocationQuestion, Revoked } from './question.ts';
import { ALL_REASONS, NO_REASONS, type ReasonSet, reasonsText } from './reasons.ts';

/** What the CRLs say of one certificate. */
export interface CrlAnswer {
  readonly revoked: Revoked | null;
  /** The newest CRL that covers it; `null` unless all reasons are covered. */
  readonly good: FindingObject | null;
  readonly faults: readonly Fault[];
}

/**
 * Delta CRLs of one issuer, newest first, that are tried on each complete one; a few are current at a time. What the others
 * list counts all the same.
 */
const MAX_DELTAS = 64;

/** What one CRL, with the delta CRL that goes with it, says of the certificate. */
interface Reading {
  readonly crl: HeldCrl;
  /** The one of the two that was issued last. */
  readonly newest: HeldCrl;
  readonly listed: { readonly entry: ListedEntry; readonly on: HeldCrl } | null;
  readonly reasons: ReasonSet;
}

/**
 * What CRLs say of a certificate: RFC 5280, 6.3.3, for all of them and not up to the first that answers. So the order in
 * which they were given does not matter, and a CRL that lists the certificate wins over others that do not; only a
 * certificateHold is lifted by a newer CRL of the same scope without it; and a delta CRL that lists the certificate counts
 * without its base. Signatures are verified on those CRLs alone
 * that list the certificate or add a reason to those covered.
 *
 * @param settled whether something else has said that the certificate is good: only CRLs that list it are then used
 */
export function checkCrls(question: RevocationQuestion, settled: boolean): CrlAnswer {
  const { certificate, isCa, material } = question;
  const points = crlPoints(question);
  const issuerKey = nameKey(certificate.issuer);
  const faults: Fault[] = [];
  const readings: Reading[] = [];
  let covered: ReasonSet = settled ? ALL_REASONS : NO_REASONS;
  let good: FindingObject | null = null;
  for (const key of issuersOf(points, issuerKey)) {
    const crls = material.crls.get(key) ?? [];
    const deltas = crls.filter(isDelta);
    const combined = deltas.slice(0, MAX_DELTAS);
    for (const crl of crls) {
      const reasons = coveredReasons(crl, points, issuerKey, isCa);
      const reading =
        typeof reasons !== 'number'
          ? reasons
          : isDelta(crl)
            ? readDelta(question, crl, issuerKey)
            : read(question, crl, combined, reasons, covered, issuerKey);
      if (reading === null) continue;
      if (!('reasons' in reading)) {
        faults.push(reading);
        continue;
      }
      readings.push(reading);
      if (reading.listed !== null) continue;
      covered |= reading.reasons;
      good ??= reading.newest.object;
    }
    if (deltas.length > 0 && deltas.length === crls.length) faults.push(...deltas.slice(0, 1).map(deltaFault));
  }
  const listed = readings.filter((reading) => reading.listed !== null);
  const standing = listed.find((reading) => !isLifted(reading, readings));
  const revoked = standing === undefined ? null : revokedBy(standing, question);
  faults.push(...listed.filter((reading) => reading !== standing).map(liftedFault));
  if (covered === ALL_REASONS) return { revoked, good, faults };
  if (covered !== NO_REASONS) faults.push(reasonsFault(readings, covered));
  return { revoked, good: null, faults };
}

/** Name keys of the issuers whose CRLs may speak about the certificate: its own first. */
function issuersOf(points: readonly CrlPoint[], issuerKey: string): Set<string> {
  return new Set([issuerKey, ...points.flatMap(({ issuerKeys }) => issuerKeys ?? [])]);
}

/** `null` when the CRL would change nothing. */
function read(
  question: RevocationQuestion,
  crl: HeldCrl,
  deltas: readonly HeldCrl[],
  reasons: ReasonSet,
  covered: ReasonSet,
  issuerKey: string,
): Reading | Fault | null {
  const unusable = unusableFault(crl);
  if (unusable !== null) return unusable;
  const current = deltas.filter(
    (delta) =>
      isDeltaOf(delta, crl) && stalenessOf('CRL', delta.list, question) === null && unusableFault(delta) === null,
  );
  const staleness = stalenessOf('CRL', crl.list, question);
  const stale = staleness === null ? null : crlFault(crl, stalenessText('CRL', staleness, crl.list, question));
  if (stale !== null && (staleness === 'not-yet-valid' || current.length === 0)) return stale;
  const { serialNumber } = question.certificate;
  const listedIn = (each: HeldCrl): ListedEntry | null => each.find(issuerKey, serialNumber);
  const adds = (reasons & ~covered) !== NO_REASONS;
  if (!adds && listedIn(crl) === null && current.every((delta) => listedIn(delta) === null)) return null;
  const signer = crlSigner(crl, question);
  if (!('key' in signer)) return signer;
  const delta = current.find((each) => isSignedBy(each, signer.key, question)) ?? null;
  if (stale !== null && delta === null) return stale;
  // 6.3.3 (i) to (k): the delta CRL is asked first, and what it removes is not revoked.
  const changed = delta === null ? null : listedIn(delta);
  const entry = changed ?? listedIn(crl);
  const listed =
    entry === null || entry.reason === 'removeFromCRL'
      ? null
      : { entry, on: changed === null ? crl : (delta as HeldCrl) };
  return { crl, newest: delta ?? crl, listed, reasons };
}

/**
 * A delta CRL on its own: only that it lists the certificate counts, also where there is no complete CRL to combine it
 * with (6.3.3 has no use for it then, but the issuer has said it). `null` when it does not, or is of no use.
 */
function readDelta(question: RevocationQuestion, delta: HeldCrl, issuerKey: string): Reading | Fault | null {
  if (stalenessOf('CRL', delta.list, question) !== null || unusableFault(delta) !== null) return null;
  const entry = delta.find(issuerKey, question.certificate.serialNumber);
  if (entry === null || entry.reason === 'removeFromCRL') return null;
  const signer = crlSigner(delta, question);
  if (!('key' in signer)) return signer;
  return { crl: delta, newest: delta, listed: { entry, on: delta }, reasons: NO_REASONS };
}

/** Below 0 when the first has the higher number. */
function byNumber(a: HeldCrl, b: HeldCrl): number {
  const left = a.extensions.crlNumber?.number ?? 0n;
  const right = b.extensions.crlNumber?.number ?? 0n;
  return left === right ? 0 : left > right ? -1 : 1;
}

/** Whether a hold that one CRL lists is missing on a newer one of the same scope. */
function isLifted({ crl, newest, listed }: Reading, readings: readonly Reading[]): boolean {
  if (listed?.entry.reason !== 'certificateHold') return false;
  return readings.some((other) => other.listed === null && sameScope(other.crl, crl) && isNewer(other.newest, newest));
}

function isNewer(a: HeldCrl, b: HeldCrl): boolean {
  const difference = a.list.thisUpdate.seconds - b.list.thisUpdate.seconds;
  return difference > 0 || (difference === 0 && byNumber(a, b) < 0);
}

function revokedBy({ listed }: Reading, { time }: RevocationQuestion): Revoked | null {
  if (listed === null) return null;
  const { entry, on } = listed;
  const { reason } = entry;
  const revocationTime = entry.entry.revocationDate.seconds;
  const later =
    revocationTime > time ? ', a date after the time asked about: what is listed is revoked all the same' : '';
  const fault = crlFault(
    on,
    {
      id: 'revocation.revoked',
      where: 'revokedCertificates',
      message: `the certificate is revoked since ${isoTime(revocationTime)} (${reason ?? 'no reason given'}) by the CRL of ${on.name}${later}`,
      reference: 'RFC 5280 6.3.3 (i), (j)',
      action: 'do not rely on the certificate; ask its issuer for another',
    },
    entry.entry.bytes,
  );
  return { status: 'revoked', reason, revocationTime, by: on.object, fault };
}

function liftedFault({ crl }: Reading): Fault {
  return crlFault(crl, {
    id: 'revocation.superseded',
    where: 'revokedCertificates',
    message: `the CRL lists the certificate, but a newer one of ${crl.name} was read in its place`,
    reference: 'RFC 5280 5.3.1',
    action: 'leave the older CRL out',
  });
}

function deltaFault(delta: HeldCrl): Fault {
  return crlFault(delta, {
    id: 'revocation.delta-alone',
    where: 'deltaCRLIndicator',
    message: 'the CRL lists changes alone, and the complete CRL that they are changes to was not given',
    reference: 'RFC 5280 5.2.4',
    action: `give the complete CRL of ${delta.name} as well`,
  });
}

function reasonsFault(readings: readonly Reading[], covered: ReasonSet): Fault {
  return crlFault((readings[0] as Reading).crl, {
    id: 'revocation.reasons',
    where: 'issuingDistributionPoint',
    message: `the usable CRLs do not list the certificate, but cover some reasons for a revocation alone`,
    expected: reasonsText(ALL_REASONS),
    actual: reasonsText(covered),
    reference: 'RFC 5280 6.3.3 (l)',
    action: `give the CRLs for the other reasons too: ${reasonsText(ALL_REASONS & ~covered)}`,
  });
}
