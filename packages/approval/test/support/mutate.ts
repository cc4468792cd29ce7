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

const INTERESTING = [0, 1, 2, 3, 4, 5, 8, 0x30, 0x3b, 0x54, 0x56, 0x57, 0x58, 0x7f, 0x80, 0xff];

/**
 * The bytes with one to three small changes: an octet set or bent, four octets taken out or put in where an element may
 * begin, octets copied elsewhere, cut off; half of the time the first length word is set right again.
 */
export function mutate(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let out: Uint8Array = bytes.slice();
  for (let changes = 1 + next(3); changes > 0; changes--) {
    const at = next(out.length);
    const word = at - (at % 4);
    switch (next(8)) {
      case 0:
        out[at] = INTERESTING[next(INTERESTING.length)] as number;
        break;
      case 1:
      case 2:
        out[at] = (out[at] ?? 0) ^ (1 << next(8));
        break;
      case 3:
        out[at] = next(256);
        break;
      case 4:
        out = joined(out.subarray(0, word), out.subarray(word + 4 * (1 + next(4))));
        break;
      case 5:
        out = joined(out.subarray(0, word), bytes.subarray(word, word + 4 * (1 + next(8))), out.subarray(word));
        break;
      case 6:
        out = joined(out.subarray(0, at), Uint8Array.of(next(256)), out.subarray(at));
        break;
      default:
        if (next(4) === 0) out = out.slice(0, at);
        else out.copyWithin(word, next(out.length), next(out.length));
    }
  }
  if (next(2) === 0 && out.length >= 4) new DataView(out.buffer).setUint32(0, out.length - 4, true);
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
