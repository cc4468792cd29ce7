/** Parameters of RFC 3492, 5. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

/** A label of the DNS has 63 octets, four of them the prefix; the algorithm takes time quadratic in it. */
const MAX_LENGTH = 59;

/**
 * Decodes the part of an A-label behind `xn--` (RFC 3492, 6.2), letter case ignored.
 *
 * @returns the code points, or `null` when the text is no Punycode, or longer than a label may be
 */
export function decodePunycode(text: string): readonly number[] | null {
  if (text.length > MAX_LENGTH || /[^a-z0-9-]/i.test(text)) return null;
  const end = text.lastIndexOf('-');
  const output = [...text.slice(0, Math.max(end, 0))].map((character) => character.charCodeAt(0));
  let n = INITIAL_N;
  let i = 0;
  let bias = INITIAL_BIAS;
  for (let at = end > 0 ? end + 1 : 0; at < text.length; ) {
    const before = i;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(text[at++]);
      if (digit === null) return null;
      i += digit * weight;
      if (i > 0x7fff_ffff) return null;
      const threshold = k <= bias ? T_MIN : Math.min(k - bias, T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return null;
    output.splice(i++, 0, n);
  }
  return output;
}

function digitOf(character: string | undefined): number | null {
  if (character === undefined || character === '-') return null;
  const value = Number.parseInt(character, 36);
  return value < 10 ? value + 26 : value - 10;
}

/** RFC 3492, 6.1. */
function adapt(change: number, length: number, first: boolean): number {
  let delta = first ? Math.floor(change / DAMP) : change >> 1;
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) delta = Math.floor(delta / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}
