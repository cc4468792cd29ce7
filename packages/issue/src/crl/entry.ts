import { encodeInteger, hexOf, isoTime, sameBytes } from '@quorate/der';
import { type CrlReason, type Name, nameKey, parseName, type ReasonFlag, X509Error } from '@quorate/x509';
import { IssueError } from '../error.ts';
import { encodeDistinguishedName } from '../name/distinguished-name.ts';
import { quoted } from '../text.ts';
import { demandTime } from '../validity.ts';
import type { Revocation } from './crl-profile.ts';

/** An entry of a CRL that has been checked. */
export interface CrlEntry {
  readonly serialNumber: bigint;
  /** The same as an INTEGER. */
  readonly encodedNumber: Uint8Array;
  /** `null`: the issuer of the CRL. */
  readonly certificateIssuer: Name | null;
  readonly revocationDate: number;
  readonly reason: CrlReason | null;
  readonly invalidityDate: number | null;
  /** In the list that was given. */
  readonly index: number;
}

/** What a CRL asks of its entries. */
export interface EntryScope {
  readonly thisUpdate: number;
  readonly delta: boolean;
  readonly indirect: boolean;
  readonly onlySomeReasons: readonly ReasonFlag[] | null;
  /** The issuer of the CRL. */
  readonly issuer: Name;
}

/** Reasons by their numbers (RFC 5280, 5.3.1); 7 is not used. */
const REASON_CODES: Readonly<Record<CrlReason, number>> = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
  aACompromise: 10,
};

/** The number of a reason. */
export function reasonCode(reason: CrlReason): number {
  return REASON_CODES[reason];
}

/** The names of reasons that an entry can have. */
export const revocationReasons: readonly CrlReason[] = (Object.keys(REASON_CODES) as CrlReason[]).filter(
  (reason) => reason !== 'unspecified',
);

/** 20 octets of two's complement. A certificate that is to be revoked exists, whatever its number. */
const BEYOND = 1n << 159n;
const MAX_SERIAL_OCTETS = 64;

/** Reads the entries of one CRL; names of issuers are read once each. */
export class EntryReader {
  readonly #scope: EntryScope;
  readonly #issuers: Map<Uint8Array | object, Name | null> = new Map();

  constructor(scope: EntryScope) {
    this.#scope = scope;
  }

  /** @throws IssueError `crl-entry-invalid`, `time-invalid`, and the codes of a distinguished name */
  read(revocation: Revocation, index: number): CrlEntry {
    const path = `revoked[${index}]`;
    const { revocationDate, reason = null, invalidityDate = null } = revocation;
    const { serialNumber, certificateIssuer } = this.identify(revocation, path);
    demandTime(revocationDate, `${path}.revocationDate`);
    if (revocationDate > this.#scope.thisUpdate) {
      const expected = `${isoTime(this.#scope.thisUpdate)} or earlier, as thisUpdate`;
      refuse(`${path}.revocationDate`, expected, isoTime(revocationDate));
    }
    if (invalidityDate !== null) demandTime(invalidityDate, `${path}.invalidityDate`);
    this.#demandReason(reason, `${path}.reason`);
    const encodedNumber = encodeInteger(serialNumber);
    return { serialNumber, encodedNumber, certificateIssuer, revocationDate, reason, invalidityDate, index };
  }

  /** Which certificate is meant. */
  identify(
    { serialNumber: given, certificateIssuer: by }: Pick<Revocation, 'serialNumber' | 'certificateIssuer'>,
    path: string,
  ): CertificateId {
    const serialNumber = typeof given === 'bigint' ? given : unsigned(given, `${path}.serialNumber`);
    if (typeof serialNumber !== 'bigint' || serialNumber >= BEYOND || serialNumber < -BEYOND) {
      refuse(`${path}.serialNumber`, 'a number of at most 20 octets', quoted(String(given)));
    }
    const certificateIssuer = by === undefined ? null : this.#issuer(by, `${path}.certificateIssuer`);
    return { serialNumber, certificateIssuer };
  }

  #issuer(given: NonNullable<Revocation['certificateIssuer']>, path: string): Name | null {
    if (!this.#scope.indirect) {
      refuse(path, 'none, or an issuingDistributionPoint with `indirectCRL: true` (RFC 5280, 5.3.3)');
    }
    const known = this.#issuers.get(given);
    if (known !== undefined) return known;
    const name = readName(given instanceof Uint8Array ? given : encodeDistinguishedName(given, path), path);
    if (name.rdns.length === 0) refuse(path, 'a name', 'an empty one');
    const own = sameBytes(name.bytes, this.#scope.issuer.bytes) || nameKey(name) === nameKey(this.#scope.issuer);
    const issuer = own ? null : name;
    this.#issuers.set(given, issuer);
    return issuer;
  }

  #demandReason(reason: CrlReason | null, path: string): void {
    const { delta, onlySomeReasons } = this.#scope;
    if (reason !== null && !revocationReasons.includes(reason)) {
      refuse(path, `one of ${revocationReasons.join(', ')}, or none`, quoted(String(reason)));
    }
    if (reason === 'removeFromCRL') {
      if (!delta) refuse(path, 'a reason other than that, but for delta CRLs (RFC 5280, 5.3.1)', reason);
    } else if (onlySomeReasons !== null && !onlySomeReasons.some((flag) => flag === reason)) {
      refuse(path, `one of ${onlySomeReasons.join(', ')}, as in onlySomeReasons`, reason ?? 'none');
    }
  }
}

/** Which certificate an entry is about. */
export type CertificateId = Pick<CrlEntry, 'serialNumber' | 'certificateIssuer'>;

/** A text that two entries share if and only if they are about one certificate: issuers are compared by RFC 5280, 7.1. */
export function certificateKey({ serialNumber, certificateIssuer }: CertificateId): string {
  return `${certificateIssuer === null ? '' : nameKey(certificateIssuer)}\n${serialNumber.toString(16)}`;
}

function unsigned(octets: Uint8Array, path: string): bigint {
  if (!(octets instanceof Uint8Array) || octets.length === 0 || octets.length > MAX_SERIAL_OCTETS) {
    refuse(path, 'a bigint, or big-endian octets');
  }
  return BigInt(`0x${hexOf(octets)}`);
}

function readName(der: Uint8Array, path: string): Name {
  try {
    return parseName(der);
  } catch (cause) {
    if (cause instanceof X509Error) throw new IssueError('crl-entry-invalid', { path, expected: 'a Name', cause });
    throw cause;
  }
}

function refuse(path: string, expected: string, actual?: string): never {
  throw new IssueError('crl-entry-invalid', { path, expected, ...(actual === undefined ? {} : { actual }) });
}
