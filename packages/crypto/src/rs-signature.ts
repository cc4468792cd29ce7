import { concatBytes, numberToBytesBE } from '@noble/curves/utils.js';
import { DerError, encodeInteger, encodeSequence, readSequence } from '@quorate/der';

/** The two integers of an ECDSA or DSA signature. */
export interface RsSignature {
  readonly r: bigint;
  readonly s: bigint;
}

/**
 * Reads `SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279, 2.2.2, 2.2.3) as strict DER, both from 1 to `order - 1`. The
 * upper half of the range is taken for `s`: HSMs emit it.
 *
 * @returns `null` for anything else
 */
export function readRsSignature(signature: Uint8Array, order: bigint): RsSignature | null {
  try {
    const value = readSequence(signature, (fields) => ({ r: fields.integer(), s: fields.integer() }), {
      maxBytes: 256,
    });
    return inRange(value.r, order) && inRange(value.s, order) ? value : null;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

function inRange(value: bigint, order: bigint): boolean {
  return value > 0n && value < order;
}

/** `r` and `s` at `size` octets each, joined: the form of IEEE P1363. */
export function joinedSignature({ r, s }: RsSignature, size: number): Uint8Array {
  return concatBytes(numberToBytesBE(r, size), numberToBytesBE(s, size));
}

/** The DER form that {@link readRsSignature} reads. */
export function encodeRsSignature({ r, s }: RsSignature): Uint8Array {
  return encodeSequence(encodeInteger(r), encodeInteger(s));
}
