import { DerError } from './error.ts';

/**
 * Where one element stands in its source. Offsets index `source`; nothing is copied.
 * The bytes of the whole element are `source[start, end)`, its content `source[content, end)`.
 */
export interface DerElement {
  readonly source: Uint8Array;
  /** The tag as one number, see `Tag`. */
  readonly tag: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/**
 * Reads the identifier and length octets at `start`, for an element that must end at or before `limit`.
 *
 * @throws DerError `truncated`, `tag-not-minimal`, `tag-too-large`, `length-indefinite`, `length-not-minimal`,
 *   `length-too-large` (X.690, 8.1.2, 8.1.3, 10.1)
 */
export function readHeader(source: Uint8Array, start: number, limit: number): DerElement {
  let at = start;
  if (at >= limit) throw new DerError('truncated', { offset: at });
  let tag = source[at++] as number;
  if ((tag & 0x1f) === 0x1f) {
    const long = readLongTag(source, at, limit, tag);
    tag = long.tag;
    at = long.next;
  }
  if (at >= limit) throw new DerError('truncated', { offset: at });
  let length = source[at++] as number;
  if (length >= 0x80) {
    if (length === 0x80 || length === 0xff) throw new DerError('length-indefinite', { offset: at - 1 });
    const octets = length & 0x7f;
    if (octets > 4) throw new DerError('length-too-large', { offset: at - 1 });
    if (at + octets > limit) throw new DerError('truncated', { offset: limit });
    length = 0;
    for (let i = 0; i < octets; i++) length = length * 256 + (source[at + i] as number);
    if (length < 0x80 || source[at] === 0) throw new DerError('length-not-minimal', { offset: at - 1 });
    at += octets;
  }
  if (at + length > limit) throw new DerError('truncated', { offset: limit });
  return { source, tag, start, content: at, end: at + length };
}

function readLongTag(source: Uint8Array, start: number, limit: number, leading: number): { tag: number; next: number } {
  let at = start;
  let number = 0;
  for (;;) {
    if (at >= limit) throw new DerError('truncated', { offset: at });
    const octet = source[at] as number;
    if (at === start && octet === 0x80) throw new DerError('tag-not-minimal', { offset: at });
    number = number * 128 + (octet & 0x7f);
    if (number > 16383) throw new DerError('tag-too-large', { offset: at });
    at++;
    if ((octet & 0x80) === 0) break;
  }
  if (number < 31) throw new DerError('tag-not-minimal', { offset: start });
  return { tag: (leading << 16) | number, next: at };
}
