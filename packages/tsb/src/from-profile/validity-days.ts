import type { CertificateProfile } from '@quorate/issue';

const DAY = 86_400;

/** A validity as a body can state it. */
export interface ValidityDays {
  /** Whole days; 0 when there is none. */
  readonly days: number;
  /** What the profile has beyond them, in seconds: from -1 to 86,398. */
  readonly rest: number;
}

/**
 * The validity of a profile in days, never more than it has but for one second: servers count from start to end (SKA.md
 * 8.1), while the last second of a profile belongs to it (RFC 5280, 4.1.2.5), so that `P90D` ends a second before them.
 */
export function validityDays({ notBefore, notAfter }: CertificateProfile): ValidityDays {
  const seconds = notAfter - notBefore;
  if (!Number.isSafeInteger(seconds) || seconds < 0) return { days: 0, rest: 0 };
  const days = Math.floor((seconds + 1) / DAY);
  return { days, rest: seconds - days * DAY };
}
