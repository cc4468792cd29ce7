/** A second, plain reading and writing of SKA.md 5.1, so that the package is not its own witness. */

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export function littleEndian(value: number | bigint, octets: number): Uint8Array {
  return Uint8Array.from({ length: octets }, (_, i) => Number((BigInt(value) >> BigInt(8 * i)) & 255n));
}

export function element(type: number, value: Uint8Array): Uint8Array {
  const padding = new Uint8Array((4 - (value.length % 4)) % 4);
  return join(littleEndian(type, 2), littleEndian(value.length, 2), value, padding);
}

export function level(...elements: readonly Uint8Array[]): Uint8Array {
  const content = join(...elements);
  return join(littleEndian(content.length, 4), content);
}

export function utf8(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'utf8'));
}

/** The elements of one level, each whole, padding included. */
export function split(bytes: Uint8Array): Uint8Array[] {
  const elements: Uint8Array[] = [];
  for (let at = 4; at < bytes.length; ) {
    const length = (bytes[at + 2] as number) + 256 * (bytes[at + 3] as number);
    const next = at + 4 + Math.ceil(length / 4) * 4;
    elements.push(bytes.slice(at, next));
    at = next;
  }
  return elements;
}

/** Containers: timestamp, policy, the four rules. */
const CONTAINERS = [0x1054, 0x1058, 0x104e, 0x104f, 0x1050, 0x1051];

/** Where a token has lengths (offset and octets) and padding (offsets), on every level. */
export interface Places {
  readonly lengths: { readonly at: number; readonly octets: 2 | 4 }[];
  readonly padding: number[];
}

export function places(bytes: Uint8Array, start = 0, end = bytes.length, found?: Places): Places {
  const all = found ?? { lengths: [], padding: [] };
  all.lengths.push({ at: start, octets: 4 });
  for (let at = start + 4; at < end; ) {
    const type = (bytes[at] as number) + 256 * (bytes[at + 1] as number);
    const length = (bytes[at + 2] as number) + 256 * (bytes[at + 3] as number);
    const next = at + 4 + Math.ceil(length / 4) * 4;
    all.lengths.push({ at: at + 2, octets: 2 });
    for (let i = at + 4 + length; i < next; i++) all.padding.push(i);
    if (CONTAINERS.includes(type)) places(bytes, at + 4, at + 4 + length, all);
    at = next;
  }
  return all;
}

/** A copy with some octets set. */
export function patched(bytes: Uint8Array, at: number, ...octets: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(octets, at);
  return copy;
}

/** A copy with a number added to a little endian number in it. */
export function shifted(bytes: Uint8Array, at: number, octets: number, by: number): Uint8Array {
  let value = 0n;
  for (let i = octets - 1; i >= 0; i--) value = value * 256n + BigInt(bytes[at + i] as number);
  return patched(bytes, at, ...littleEndian(value + BigInt(by), octets));
}
