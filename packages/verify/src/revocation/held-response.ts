import { digest } from '@quorate/crypto';
import { DerError, hexOf, sameBytes } from '@quorate/der';
import type { ByteRange, FindingObject } from '@quorate/report';
import {
  type BasicOcspResponse,
  type Certificate,
  type Name,
  nameKey,
  type OcspResponse,
  parseCertificate,
  X509Error,
} from '@quorate/x509';
import { displayName } from '../display-name.ts';
import { type Fault, rangeOf } from '../fault.ts';
import type { FaultText } from './fault-text.ts';
import { compareBytes } from './held-crl.ts';
import { keyBits } from './key-bits.ts';

/** Certificates of one response that are tried as its signer; one is usual. */
const MAX_RESPONDERS = 8;

/** An OCSP response among the material. What is asked of it for each certificate of a path is worked out once. */
export class HeldResponse {
  readonly response: OcspResponse;
  #object: FindingObject | null = null;
  #responderKey: string | null = null;
  #responders: readonly Certificate[] | null = null;

  constructor(response: OcspResponse) {
    this.response = response;
  }

  /** Who it says signed it. */
  get name(): string {
    const id = this.response.basic?.responderId;
    if (id === undefined) return 'an unnamed responder';
    return id.type === 'byName' ? displayName(id.name) : `the responder with key hash ${hexOf(id.keyHash)}`;
  }

  /** Those of its certificates that are of who it says signed it, the first eight; none of them has been judged. */
  get responders(): readonly Certificate[] {
    this.#responders ??= (this.response.basic?.certificates ?? [])
      .flatMap(readCertificate)
      .filter(({ subject, publicKey }) => this.isBy(subject, publicKey))
      .slice(0, MAX_RESPONDERS);
    return this.#responders;
  }

  /**
   * Whether this is who it says signed it; a key hash is SHA-1 (RFC 6960, 4.2.1).
   *
   * @param key the key of the name, where it is known
   */
  isBy(name: Name, spki: Uint8Array, key?: string): boolean {
    const id = this.response.basic?.responderId;
    if (id === undefined) return false;
    if (id.type === 'byKey') return hasHash(spki, id.keyHash);
    if (sameBytes(id.name.bytes, name.bytes)) return true;
    if (id.name.rdns.length !== name.rdns.length) return false;
    this.#responderKey ??= nameKey(id.name);
    return this.#responderKey === (key ?? nameKey(name));
  }

  get object(): FindingObject {
    this.#object ??= {
      kind: 'OCSP response',
      name: this.name,
      sha256: hexOf(digest('SHA-256', this.response.bytes)),
    };
    return this.#object;
  }

  /** A fault of this response. */
  fault(text: FaultText, part?: Uint8Array): Fault {
    const bytes: { bytes?: ByteRange } = part === undefined ? {} : { bytes: rangeOf(this.response.bytes, part) };
    return { ...text, object: this.object, ...bytes };
  }
}

function hasHash(spki: Uint8Array, keyHash: Uint8Array): boolean {
  try {
    return sameBytes(keyHash, digest('SHA-1', keyBits(spki)));
  } catch (cause) {
    if (cause instanceof DerError) return false;
    throw cause;
  }
}

/** Nothing for what is no certificate. */
function readCertificate(der: Uint8Array): Certificate[] {
  try {
    return [parseCertificate(der)];
  } catch (cause) {
    if (cause instanceof X509Error) return [];
    throw cause;
  }
}

/** Newest first: by producedAt, and then by bytes; what is no basic response last. */
export function compareResponses(a: HeldResponse, b: HeldResponse): number {
  const byTime = producedAt(b.response.basic) - producedAt(a.response.basic);
  return byTime === 0 ? compareBytes(a.response.bytes, b.response.bytes) : byTime;
}

function producedAt(basic: BasicOcspResponse | null): number {
  return basic?.producedAt.seconds ?? Number.MIN_SAFE_INTEGER;
}
