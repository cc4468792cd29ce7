import { bytesToNumberBE } from '@noble/curves/utils.js';
import { DerError, encodeInteger, encodeSequence, readSequence } from '@quorate/der';

/** The two integers of an ECDSA or DSA signature. */
export interface RsSignature {
  readonly r: bigint;
  readonly s: bigint;
}

/**
 * Reads `SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279, 2.2.2, 2.2.3) as strict DER, both from 1 to `order - 1`. The
 * upper half of the range is taken for `s`: HSMs emit it. All of it is done on octets: a platform that verifies wants no
 * integers.
 *
 * @param order big-endian
 * @returns `r` and `s`, each of as many octets as the order, joined: the form of IEEE P1363; `null` for anything else
 */
export function readRsSignature(signature: Uint8Array, order: Uint8Array): Uint8Array | null {
  try {
    const [r, s] = readSequence(signature, (fields) => [fields.integerBytes(), fields.integerBytes()] as const, {
      maxBytes: 256,
    });
    const joined = new Uint8Array(2 * order.length);
    return place(r, order, joined, 0) && place(s, order, joined, order.length) ? joined : null;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

/** Writes an INTEGER at `start`, at the length of the order, and says whether it lies within 1 and the order less one. */
function place(integer: Uint8Array, order: Uint8Array, joined: Uint8Array, start: number): boolean {
  const first = integer[0] as number;
  const skipped = first === 0 ? 1 : 0;
  const length = integer.length - skipped;
  if (first >= 0x80 || length === 0 || length > order.length) return false;
  const gap = order.length - length;
  for (let i = 0; i < length; i++) joined[start + gap + i] = integer[skipped + i] as number;
  for (let i = 0; i < order.length; i++) {
    const [octet, bound] = [joined[start + i] as number, order[i] as number];
    if (octet !== bound) return octet < bound;
  }
  return false;
}

/** The integers of a signature in the form of IEEE P1363. */
export function splitRsSignature(joined: Uint8Array): RsSignature {
  const size = joined.length / 2;
  return { r: bytesToNumberBE(joined.subarray(0, size)), s: bytesToNumberBE(joined.subarray(size)) };
}

/** The DER form that {@link readRsSignature} reads. */
export function encodeRsSignature({ r, s }: RsSignature): Uint8Array {
  return encodeSequence(encodeInteger(r), encodeInteger(s));
}
