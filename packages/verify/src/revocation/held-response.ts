import { digest } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import type { ByteRange, FindingObject } from '@quorate/report';
import type { BasicOcspResponse, OcspResponse } from '@quorate/x509';
import { displayName } from '../display-name.ts';
import { type Fault, rangeOf } from '../fault.ts';
import type { FaultText } from './fault-text.ts';
import { compareBytes } from './held-crl.ts';

/** An OCSP response among the material. */
export class HeldResponse {
  readonly response: OcspResponse;
  #object: FindingObject | null = null;

  constructor(response: OcspResponse) {
    this.response = response;
  }

  /** Who it says signed it. */
  get name(): string {
    const id = this.response.basic?.responderId;
    if (id === undefined) return 'an unnamed responder';
    return id.type === 'byName' ? displayName(id.name) : `the responder with key hash ${hexOf(id.keyHash)}`;
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

/** Newest first: by producedAt, and then by bytes; what is no basic response last. */
export function compareResponses(a: HeldResponse, b: HeldResponse): number {
  const byTime = producedAt(b.response.basic) - producedAt(a.response.basic);
  return byTime === 0 ? compareBytes(a.response.bytes, b.response.bytes) : byTime;
}

function producedAt(basic: BasicOcspResponse | null): number {
  return basic?.producedAt.seconds ?? Number.MIN_SAFE_INTEGER;
}
