import { digest } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import type { FindingObject } from '@quorate/report';
import {
  type CertificateList,
  type CertificateListExtensions,
  certificateListExtensions,
  nameKey,
} from '@quorate/x509';
import { displayName } from '../display-name.ts';
import { CrlEntries, type ListedEntry } from './crl-entries.ts';
import { pointNameKeys } from './point-name.ts';

/** A CRL among the material. What is asked of it again and again is worked out once, when it is first asked for. */
export class HeldCrl {
  readonly list: CertificateList;
  readonly extensions: CertificateListExtensions;
  /** Equal for issuers with the same name by RFC 5280, 7.1. */
  readonly issuerKey: string;
  #object: FindingObject | null = null;
  #entries: CrlEntries | null = null;
  #pointKeys: readonly string[] | null | undefined = undefined;

  /** @throws X509Error when an extension is malformed */
  constructor(list: CertificateList) {
    this.list = list;
    this.extensions = certificateListExtensions(list);
    this.issuerKey = nameKey(list.issuer);
  }

  get name(): string {
    return displayName(this.list.issuer);
  }

  get object(): FindingObject {
    this.#object ??= { kind: 'CRL', name: this.name, sha256: hexOf(digest('SHA-256', this.list.bytes)) };
    return this.#object;
  }

  /** Whether it lists certificates of other issuers too. */
  get indirect(): boolean {
    return this.extensions.issuingDistributionPoint?.indirectCRL === true;
  }

  get entries(): CrlEntries {
    this.#entries ??= new CrlEntries(this.list, this.indirect, this.issuerKey);
    return this.#entries;
  }

  /** The distribution point names of its issuingDistributionPoint as keys; `null` when it names none. */
  get pointKeys(): readonly string[] | null {
    if (this.#pointKeys === undefined) {
      const point = this.extensions.issuingDistributionPoint?.distributionPoint ?? null;
      this.#pointKeys = point === null ? null : pointNameKeys(point, [this.list.issuer]);
    }
    return this.#pointKeys;
  }

  /** What it lists about a certificate, or `null`. */
  find(issuerKey: string, serialNumber: Uint8Array): ListedEntry | null {
    return this.entries.find(issuerKey, serialNumber);
  }
}

/** Newest first: by thisUpdate, by CRL number, and then by bytes, so that the order of what was given does not matter. */
export function compareCrls(a: HeldCrl, b: HeldCrl): number {
  const byTime = b.list.thisUpdate.seconds - a.list.thisUpdate.seconds;
  if (byTime !== 0) return byTime;
  const numbers = [a.extensions.crlNumber?.number ?? -1n, b.extensions.crlNumber?.number ?? -1n] as const;
  if (numbers[0] !== numbers[1]) return numbers[0] > numbers[1] ? -1 : 1;
  return compareBytes(a.list.bytes, b.list.bytes);
}

/** Byte by byte, and what ends first first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
