/** A small generator of numbers (xorshift), so that one seed gives one series of mutations. */
export function numbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const INTERESTING = [0x00, 0x01, 0x02, 0x05, 0x1f, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0xa0, 0xff];

/** The bytes with one to three small changes: an octet set or bent, octets taken out, put in, copied elsewhere, cut off. */
export function mutate(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let out: Uint8Array = bytes.slice();
  for (let changes = 1 + next(3); changes > 0; changes--) {
    const at = next(out.length + 1);
    const count = 1 + next(4);
    switch (next(7)) {
      case 0:
        out[at] = INTERESTING[next(INTERESTING.length)] as number;
        break;
      case 1:
      case 2:
        out[at] = (out[at] as number) ^ (1 << next(8));
        break;
      case 3:
        out[at] = next(256);
        break;
      case 4:
        out = joined(out.subarray(0, at), out.subarray(at + count));
        break;
      case 5:
        out = joined(out.subarray(0, at), bytes.subarray(at, at + count), out.subarray(at));
        break;
      default:
        out =
          next(4) === 0 ? out.slice(0, at) : joined(out.subarray(0, at), Uint8Array.of(next(256)), out.subarray(at));
    }
  }
  return out;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
