import type { PublicKey } from '@quorate/crypto';
import { DerError, DerReader, encodeInteger, encodeSequence, sameBytes, Tag } from '@quorate/der';
import { Base64Error, decodeBase64, encodeUtf8 } from '@quorate/syntax';

/** Another reading of the bytes that were given as a signature. */
export interface OtherForm {
  /** As `r and s joined`, or `base64 text of r and s joined`. */
  readonly name: string;
  /** The signature as `verifySignature` takes it, if this is what the bytes are. */
  readonly signature: Uint8Array;
}

export const HEX_TEXT = 'hexadecimal text';
export const BASE64_TEXT = 'base64 text';
export const OTHER_BASE64_TEXT = 'base64 text for URLs, or without padding';

/** Above twice the octets of the largest signature, those of SLH-DSA (FIPS 205, 49,856), with white space. */
const MAX_TEXT = 131_072;

/**
 * What else the bytes could be: hexadecimal or base64 text (of either alphabet), a BIT STRING or OCTET STRING around the signature, `r` and `s`
 * joined (IEEE P1363; with a recovery octet behind them as Ethereum has them, SKA.md 3.8), an RSA signature without its
 * leading zeros, `r` and `s` in a SEQUENCE that is nearly DER. Whether they are is for the arithmetic to say.
 */
export function otherForms(signature: Uint8Array, key: PublicKey): readonly OtherForm[] {
  const texts = textForms(signature);
  return [
    ...texts,
    ...[{ name: '', signature }, ...texts].flatMap((outer) =>
      binaryForms(outer.signature, key).map(({ name, signature: inner }) => ({
        name: outer.name === '' ? name : `${outer.name} of ${name}`,
        signature: inner,
      })),
    ),
  ];
}

function textForms(signature: Uint8Array): OtherForm[] {
  const hex = readText(signature, 'hex');
  if (hex !== null) return [{ name: HEX_TEXT, signature: hex }];
  const base64 = readText(signature, 'base64');
  if (base64 !== null) return [{ name: BASE64_TEXT, signature: base64 }];
  const other = readOtherBase64(signature);
  return other === null ? [] : [{ name: OTHER_BASE64_TEXT, signature: other }];
}

/** Base64 with the alphabet for URLs, or without padding (RFC 4648, 5 and 3.2), and white space. */
function readOtherBase64(text: Uint8Array): Uint8Array | null {
  if (text.length === 0 || text.length > MAX_TEXT) return null;
  const digits = new TextDecoder().decode(text).replace(/[\t\n\r ]/g, '');
  if (!/^[A-Za-z0-9_-]+={0,2}$|^[A-Za-z0-9+/]+$/.test(digits)) return null;
  const usual = digits.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  return readText(encodeUtf8(usual.padEnd(4 * Math.ceil(usual.length / 4), '=')), 'base64');
}

/**
 * The octets that a text stands for, white space left out; in hexadecimal text colons and a leading `0x` as well.
 *
 * @param text at most 128 KiB of ASCII
 * @returns `null` when it is no such text, or empty
 */
export function readText(text: Uint8Array, encoding: 'hex' | 'base64'): Uint8Array | null {
  if (text.length === 0 || text.length > MAX_TEXT || text.some((octet) => octet > 0x7e)) return null;
  const digits = new TextDecoder().decode(text).replace(/[\t\n\r ]/g, '');
  if (encoding === 'hex') {
    const hex = digits.replace(/^0x/i, '').replaceAll(':', '');
    if (hex === '' || hex.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(hex)) return null;
    return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
  }
  try {
    return digits === '' ? null : decodeBase64(digits);
  } catch (error) {
    if (error instanceof Base64Error) return null;
    throw error;
  }
}

function binaryForms(signature: Uint8Array, key: PublicKey): OtherForm[] {
  const forms: OtherForm[] = [];
  const size = integerSize(key);
  if (size !== null && (signature.length === 2 * size || signature.length === 2 * size + 1)) {
    const name = signature.length === 2 * size ? 'r and s joined' : 'r, s and a recovery octet joined';
    forms.push({ name, signature: joinedPair(signature.subarray(0, 2 * size)) });
  }
  const pair = size === null ? null : looseIntegers(signature);
  if (pair !== null) forms.push({ name: 'a SEQUENCE of r and s that is not DER', signature: pair });
  if (key.type === 'rsa') {
    const missing = Math.ceil(key.bits / 8) - signature.length;
    if (missing > 0 && missing <= 4) {
      const padded = new Uint8Array(missing + signature.length);
      padded.set(signature, missing);
      forms.push({ name: 'a number without its leading zeros', signature: padded });
    }
  }
  const inside = unwrapped(signature);
  if (inside !== null) forms.push(inside);
  return forms;
}

/** Octets of `r`, and of `s`; `null` for keys whose signatures are no pair of numbers. */
export function integerSize(key: PublicKey): number | null {
  if (key.type === 'ec') return (key.point.length - 1) / 2;
  if (key.type === 'dsa' && key.parameters !== null) return Math.ceil(key.parameters.q.toString(16).length / 2);
  return null;
}

/** Two numbers of equal lengths, joined, as a SEQUENCE of two INTEGERs. */
export function joinedPair(octets: Uint8Array): Uint8Array {
  const half = octets.length / 2;
  return encodeSequence(
    encodeInteger(unsigned(octets.subarray(0, half))),
    encodeInteger(unsigned(octets.subarray(half))),
  );
}

/** The number whose big-endian octets these are. */
export function unsigned(octets: Uint8Array): bigint {
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

/** More than a signature of the largest curve or group has, in whatever encoding. */
const MAX_PAIR = 512;

/**
 * The SEQUENCE of two INTEGERs that was meant by one whose numbers stand without a sign octet, or with zeros before them, or
 * whose length has octets to spare: some devices write them so.
 *
 * @returns strict DER, `null` for anything else and for what is strict DER already
 */
function looseIntegers(signature: Uint8Array): Uint8Array | null {
  if (signature.length > MAX_PAIR) return null;
  const whole = looseElement(signature, 0, Tag.SEQUENCE);
  const r = whole?.end === signature.length ? looseElement(signature, whole.start, Tag.INTEGER) : null;
  const s = r === null ? null : looseElement(signature, r.end, Tag.INTEGER);
  if (r === null || s === null || s.end !== signature.length) return null;
  const [first, second] = [r, s].map(({ start, end }) => unsigned(signature.subarray(start, end)));
  const strict = encodeSequence(encodeInteger(first ?? 0n), encodeInteger(second ?? 0n));
  return sameBytes(strict, signature) ? null : strict;
}

/** Where the content of an element lies, its length in one octet or, minimal or not, in one or two more. */
function looseElement(
  bytes: Uint8Array,
  at: number,
  tag: number,
): { readonly start: number; readonly end: number } | null {
  const [first, length = 0x80, ...more] = bytes.subarray(at, at + 4);
  if (first !== tag || length === 0x80 || length > 0x82) return null;
  const octets = length < 0x80 ? 0 : length - 0x80;
  const size = octets === 0 ? length : more.slice(0, octets).reduce((sum, octet) => 256 * sum + octet, 0);
  const start = at + 2 + octets;
  return start + size > bytes.length ? null : { start, end: start + size };
}

function unwrapped(signature: Uint8Array): OtherForm | null {
  try {
    const reader = DerReader.of(signature);
    const bits = reader.peek() === Tag.BIT_STRING;
    const inside = bits ? reader.bitStringBytes() : reader.octetString();
    reader.finish();
    return { name: bits ? 'a BIT STRING around it' : 'an OCTET STRING around it', signature: inside };
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}
