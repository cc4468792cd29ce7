import { type DerTime, isoTime } from '@quorate/der';
import type { FaultText } from './fault-text.ts';
import type { RevocationQuestion } from './question.ts';

/** The two times of a CRL or of a response. */
export interface Updates {
  readonly thisUpdate: DerTime;
  readonly nextUpdate: DerTime | null;
}

/** Why times do not fit the time asked about. */
export type Staleness = 'not-yet-valid' | 'expired' | 'too-old' | 'no-next-update';

/**
 * Whether the time asked about lies from thisUpdate, included, to nextUpdate, and thisUpdate is no longer ago than asked
 * for. `null` when it does. A CRL is current at its nextUpdate (RFC 5280, 6.3.3 (a) and 5.1.2.5); an OCSP response is not
 * any more, since its nextUpdate must be greater than the time (RFC 6960, 3.2 (6)).
 */
export function stalenessOf(
  kind: 'CRL' | 'OCSP response',
  { thisUpdate, nextUpdate }: Updates,
  { time, maxAge, requireNextUpdate }: RevocationQuestion,
): Staleness | null {
  if (thisUpdate.seconds > time) return 'not-yet-valid';
  if (nextUpdate !== null && nextUpdate.seconds + (kind === 'CRL' ? 1 : 0) <= time) return 'expired';
  if (maxAge !== undefined && thisUpdate.seconds < time - maxAge) return 'too-old';
  if (nextUpdate === null && requireNextUpdate === true) return 'no-next-update';
  return null;
}

/** The words for it. */
export function stalenessText(
  kind: 'CRL' | 'OCSP response',
  staleness: Staleness,
  { thisUpdate, nextUpdate }: Updates,
  { time, maxAge }: RevocationQuestion,
): FaultText {
  const reference = kind === 'CRL' ? 'RFC 5280 6.3.3 (a)' : 'RFC 6960 3.2 (5), (6)';
  const asked = isoTime(time);
  const id = `revocation.${staleness}`;
  switch (staleness) {
    case 'not-yet-valid':
      return {
        id,
        where: 'thisUpdate',
        message: `the ${kind} was made for a time after the one asked about`,
        expected: `at or before ${asked}`,
        actual: isoTime(thisUpdate.seconds),
        reference,
        action: `give the ${kind} that was current at ${asked}, or ask about a later time`,
      };
    case 'expired':
      return {
        id,
        where: 'nextUpdate',
        message: `the ${kind} is out of date: a newer one was due before the time asked about`,
        expected: `${kind === 'CRL' ? 'at or after' : 'after'} ${asked}`,
        actual: nextUpdate === null ? 'none' : isoTime(nextUpdate.seconds),
        reference,
        action: `fetch a current ${kind} from the issuer`,
      };
    case 'too-old':
      return {
        id,
        where: 'thisUpdate',
        message: `the ${kind} is older than the ${maxAge} seconds allowed`,
        expected: `${maxAge} seconds before ${asked}, or later`,
        actual: isoTime(thisUpdate.seconds),
        reference,
        action: `fetch a current ${kind} from the issuer`,
      };
    case 'no-next-update':
      return {
        id,
        where: 'nextUpdate',
        message: `the ${kind} does not say when the next one is due, and that was asked for`,
        reference,
        action: `ask the issuer for a ${kind} with nextUpdate`,
      };
  }
}
