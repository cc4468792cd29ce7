import { DerError } from './error.ts';
import type { DerElement } from './header.ts';

/** What 128 arcs below 2^32 need, the most that RFC 2578, 3.5 allows; without a bound, long arcs cost quadratic time. */
const MAX_OID_OCTETS = 586;

/**
 * Checks the content of an OBJECT IDENTIFIER or RELATIVE-OID: not empty, no arc padded with 80, the last arc complete
 * (X.690, 8.19, 8.20), and not above 586 octets. A single arc may be as large as fits into them.
 *
 * @throws DerError `oid-invalid`
 */
export function checkOid(element: DerElement): void {
  const { source, content, end } = element;
  if (content === end) throw new DerError('oid-invalid', { offset: content });
  if (end - content > MAX_OID_OCTETS) throw new DerError('oid-invalid', { offset: content, limit: MAX_OID_OCTETS });
  let previous = 0;
  for (let i = content; i < end; i++) {
    const octet = source[i] as number;
    if (octet === 0x80 && previous < 0x80) throw new DerError('oid-invalid', { offset: i });
    previous = octet;
  }
  if (previous >= 0x80) throw new DerError('oid-invalid', { offset: end - 1 });
}

/** An identifier that was read before. */
interface Known {
  readonly octets: Uint8Array;
  readonly text: string;
}

/**
 * Those read last, each at a place that its octets give: certificates have the same few again and again, and the same text
 * is faster to compare than an equal one.
 */
const KNOWN: (Known | undefined)[] = new Array(512);
const LONGEST_KNOWN = 16;

/** The dotted text of an OBJECT IDENTIFIER, every arc exact however large it is. */
export function oidText(element: DerElement): string {
  const { source, content, end } = element;
  if (end - content > LONGEST_KNOWN) return newText(element);
  let place = 0;
  for (let i = content; i < end; i++) place = (place * 33 + (source[i] as number)) % KNOWN.length;
  const known = KNOWN[place];
  if (known !== undefined && hasOctets(element, known.octets)) return known.text;
  const text = newText(element);
  KNOWN[place] = { octets: source.slice(content, end), text };
  return text;
}

function hasOctets({ source, content, end }: DerElement, octets: Uint8Array): boolean {
  if (end - content !== octets.length) return false;
  for (let i = 0; i < octets.length; i++) if (source[content + i] !== octets[i]) return false;
  return true;
}

function newText(element: DerElement): string {
  checkOid(element);
  const { source, content, end } = element;
  let text = '';
  let arc = 0;
  let large: bigint | null = null;
  for (let i = content; i < end; i++) {
    const octet = source[i] as number;
    if (large === null && arc > 2 ** 45) large = BigInt(arc);
    if (large === null) arc = arc * 128 + (octet & 0x7f);
    else large = (large << 7n) | BigInt(octet & 0x7f);
    if (octet >= 0x80) continue;
    text += text === '' ? firstArcs(large ?? arc) : `.${large ?? arc}`;
    arc = 0;
    large = null;
  }
  return text;
}

function firstArcs(value: number | bigint): string {
  if (typeof value === 'bigint') return `2.${value - 80n}`;
  if (value < 40) return `0.${value}`;
  return value < 80 ? `1.${value - 40}` : `2.${value - 80}`;
}

/**
 * The content octets of an OBJECT IDENTIFIER given as dotted decimal text.
 *
 * @throws TypeError when the text is not an object identifier (at least two arcs, the first 0 to 2, the second below
 *   40 unless the first is 2, no leading zeros), or needs more than 586 octets
 */
export function oidContent(text: string): Uint8Array {
  // Four characters, `.127`, are the most that one octet can stand for.
  if (text.length > 4 * MAX_OID_OCTETS + 4) throw new TypeError('not an object identifier: the text is too long');
  if (!/^[0-2](\.(0|[1-9][0-9]*))+$/.test(text)) throw new TypeError(`not an object identifier: \`${text}\``);
  const arcs = text.split('.').map(BigInt);
  const [root, second, ...rest] = arcs as [bigint, bigint, ...bigint[]];
  if (root < 2n && second >= 40n) throw new TypeError(`not an object identifier: \`${text}\``);
  const octets: number[] = [];
  for (const arc of [root * 40n + second, ...rest]) {
    const digits = [Number(arc & 0x7fn)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) digits.push(Number(left & 0x7fn) | 0x80);
    octets.push(...digits.reverse());
  }
  if (octets.length > MAX_OID_OCTETS) throw new TypeError(`more than ${MAX_OID_OCTETS} octets: \`${text}\``);
  return Uint8Array.from(octets);
}
