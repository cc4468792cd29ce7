import fc from 'fast-check';

/** One change: where (a number that is taken modulo the length), which, and an octet for it. */
export interface Change {
  readonly place: number;
  readonly kind: 'set' | 'flip' | 'drop' | 'double' | 'cut';
  readonly octet: number;
}

export const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(999_982),
  kind: fc.constantFrom('set', 'flip', 'flip', 'flip', 'drop', 'double', 'cut'),
  octet: fc.oneof(
    fc.constantFrom(0, 1, 2, 3, 5, 0x0a, 0x18, 0x30, 0x31, 0x7f, 0x80, 0x82, 0xa0, 0xff),
    fc.integer({ min: 0, max: 255 }),
  ),
});

/** The bytes with one change. */
export function changed(bytes: Uint8Array, { place, kind, octet }: Change): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = place % bytes.length;
  const out = bytes.slice();
  switch (kind) {
    case 'set':
      out[at] = octet;
      return out;
    case 'flip':
      out[at] = (out[at] as number) ^ (1 << (octet & 7));
      return out;
    case 'drop':
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]);
    case 'double':
      return Uint8Array.from([...bytes.subarray(0, at), octet, ...bytes.subarray(at)]);
    default:
      return octet < 32 ? bytes.slice(0, at) : out;
  }
}
