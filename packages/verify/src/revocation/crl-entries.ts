import {
  type CertificateList,
  type CrlReason,
  crlEntryExtensions,
  nameKey,
  type RevokedCertificate,
  revokedCertificates,
  X509Error,
} from '@quorate/x509';
import { elementEnd, SerialIndex } from './serial-index.ts';

/** What a CRL says of one certificate. */
export interface ListedEntry {
  readonly entry: RevokedCertificate;
  /** `null` when the entry gives none, or one that cannot be read: the certificate is listed all the same. */
  readonly reason: CrlReason | null;
}

/** From this entry on, the entries of an indirect CRL are about certificates of these issuers. */
interface Segment {
  readonly start: number;
  readonly issuerKeys: ReadonlySet<string>;
}

/** Where the entries of a CRL stand: made in one pass over them, the entries themselves are not kept. */
export class CrlEntries {
  /**
   * An entry that makes the CRL unusable: a certificateIssuer that names no directory name, or in a CRL that is not
   * indirect (RFC 5280, 5.3.3), so that it is not known whose certificates are listed. `null` when there is none.
   */
  readonly unclear: RevokedCertificate | null;
  readonly #list: CertificateList;
  readonly #index: SerialIndex | null;
  readonly #segments: Segment[];

  /** @param list as `parseCertificateList` gave it: its entries have been checked */
  constructor(list: CertificateList, indirect: boolean, issuerKey: string) {
    this.#list = list;
    this.#segments = [{ start: 0, issuerKeys: new Set([issuerKey]) }];
    this.#index = list.revoked === null ? null : new SerialIndex(list.revoked, list.revokedCount);
    this.unclear = this.#read(indirect);
  }

  /**
   * The entry about a certificate; where there are several, the first of those that say the worst. Of more than 64 the last
   * 64 are read, and the certificate is revoked for good whatever they say.
   */
  find(issuerKey: string, serialNumber: Uint8Array): ListedEntry | null {
    let found: ListedEntry | null = null;
    let count = 0;
    for (const place of this.#index?.find(serialNumber) ?? []) {
      if (!this.#issuersAt(place).has(issuerKey)) continue;
      count += 1;
      if (found !== null && count > MAX_REPEATED) return rank(found) < 2 ? { ...found, reason: null } : found;
      const entry = this.#entryAt(place);
      const listed = { entry, reason: reasonOf(entry) };
      if (found === null || rank(listed) >= rank(found)) found = listed;
    }
    return found;
  }

  #read(indirect: boolean): RevokedCertificate | null {
    const bytes = this.#list.revoked ?? new Uint8Array();
    for (let place = 0; place < bytes.length; ) {
      const end = elementEnd(bytes, place);
      this.#index?.add(place);
      if (mayNameIssuer(bytes, place, end)) {
        const entry = this.#entryAt(place);
        if (entry.extensions.some(({ oid }) => oid === CERTIFICATE_ISSUER)) {
          const issuerKeys = new Set(indirect ? issuerKeysOf(entry) : []);
          if (issuerKeys.size === 0) return entry;
          this.#segments.push({ start: place, issuerKeys });
        }
      }
      place = end;
    }
    return null;
  }

  /** The last segment that begins at or before the place. */
  #issuersAt(place: number): ReadonlySet<string> {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle] as Segment).start <= place) low = middle;
      else high = middle - 1;
    }
    return (this.#segments[low] as Segment).issuerKeys;
  }

  #entryAt(place: number): RevokedCertificate {
    const { version, revoked } = this.#list;
    const rest = (revoked as Uint8Array).subarray(place);
    return revokedCertificates({ version, revoked: rest }).next().value as RevokedCertificate;
  }
}

/** Entries about one certificate that are read: each stands there once (RFC 5280, 5.1.2.6). */
const MAX_REPEATED = 64;

/** What removes is less than a hold, which may be lifted, and that less than any other reason. */
function rank({ reason }: ListedEntry): number {
  return reason === 'removeFromCRL' ? 0 : reason === 'certificateHold' ? 1 : 2;
}

const CERTIFICATE_ISSUER = '2.5.29.29';

/** Whether the OID of certificateIssuer stands somewhere in an entry: looked for before the entry is read. */
function mayNameIssuer(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end - 2; i++) {
    if (bytes[i] === 0x55 && bytes[i + 1] === 0x1d && bytes[i + 2] === 0x1d) return true;
  }
  return false;
}

/** Directory names alone: RFC 5280, 5.3.3 has the issuer field of the certificate there. */
function issuerKeysOf(entry: RevokedCertificate): string[] {
  const keys: string[] = [];
  try {
    for (const name of crlEntryExtensions(entry).certificateIssuer?.names ?? []) {
      if (name.type === 'directoryName') keys.push(nameKey(name.name));
    }
  } catch (cause) {
    if (!(cause instanceof X509Error)) throw cause;
  }
  return keys;
}

function reasonOf(entry: RevokedCertificate): CrlReason | null {
  try {
    return crlEntryExtensions(entry).reasonCode?.reason ?? null;
  } catch (cause) {
    if (cause instanceof X509Error) return null;
    throw cause;
  }
}
