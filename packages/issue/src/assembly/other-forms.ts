import type { PublicKey } from '@quorate/crypto';
import { DerError, DerReader, encodeInteger, encodeSequence, Tag } from '@quorate/der';
import { Base64Error, decodeBase64 } from '@quorate/syntax';

/** Another reading of the bytes that were given as a signature. */
export interface OtherForm {
  /** As `r and s joined`, or `base64 text of r and s joined`. */
  readonly name: string;
  /** The signature as `verifySignature` takes it, if this is what the bytes are. */
  readonly signature: Uint8Array;
}

export const HEX_TEXT = 'hexadecimal text';
export const BASE64_TEXT = 'base64 text';

/** Above twice the octets of the largest signature, those of SLH-DSA (FIPS 205, 49,856), with white space. */
const MAX_TEXT = 131_072;

/**
 * What else the bytes could be: hexadecimal or base64 text, a BIT STRING or OCTET STRING around the signature, `r` and `s`
 * joined (IEEE P1363; with a recovery octet behind them as Ethereum has them, SKA.md 3.8), an RSA signature without its
 * leading zeros. Whether they are is for the arithmetic to say.
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
  return base64 === null ? [] : [{ name: BASE64_TEXT, signature: base64 }];
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
