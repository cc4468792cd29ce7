import { demandAuthority } from './authority.ts';
import { IssueError } from './error.ts';
import { purposeOids } from './extended-key-usage.ts';
import { demandAlgorithm } from './key/algorithm.ts';
import { keyUsageBits } from './key-usage.ts';
import { demandAlternativeNames } from './name/alternative-name.ts';
import type { CertificateProfile } from './profile.ts';
import { demandPurposeForm } from './purpose-demands.ts';
import { serialNumberOfRandom, serialNumberValue } from './serial-number.ts';
import { demandValidity } from './validity.ts';

/** What a profile amounts to before subject, key and issuer are known. */
export interface DemandedProfile {
  readonly serialNumber: bigint;
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  /** Object identifiers. */
  readonly extendedKeyUsage: readonly string[] | null;
}

/**
 * Checks all of a profile but its subject and most extensions, in the order of its fields in a certificate.
 *
 * @param randomBytes for a serial number that is `'random'`
 * @throws IssueError
 */
export function demandProfile(profile: CertificateProfile, randomBytes?: Uint8Array): DemandedProfile {
  const serialNumber =
    profile.serialNumber === 'random'
      ? serialNumberOfRandom(randomBytes)
      : serialNumberValue(profile.serialNumber, 'serialNumber');
  const signatureAlgorithm = demandAlgorithm(profile.signatureAlgorithm, 'signatureAlgorithm');
  demandValidity(profile);
  if (profile.keyUsage !== null) keyUsageBits(profile.keyUsage, 'keyUsage');
  demandAuthority(profile);
  const purposes = profile.extendedKeyUsage;
  const extendedKeyUsage = purposes === undefined ? null : purposeOids(purposes, 'extendedKeyUsage');
  demandPurposeForm(profile, extendedKeyUsage);
  demandQuorum(profile.quorum);
  if (profile.subjectAltName !== undefined) demandAlternativeNames(profile.subjectAltName, 'subjectAltName');
  return { serialNumber, signatureAlgorithm, extendedKeyUsage };
}

const MAX_QUORUM = 1000;

function demandQuorum(quorum: number | undefined): void {
  if (quorum === undefined || (Number.isInteger(quorum) && quorum >= 1 && quorum <= MAX_QUORUM)) return;
  const expected = `a whole number from 1 to ${MAX_QUORUM}`;
  throw new IssueError('profile-malformed', { path: 'quorum', expected, actual: String(quorum) });
}
