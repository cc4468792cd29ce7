import type { PublicKey } from '@quorate/crypto';
import { DerError, DerReader, encodeInteger, encodeSequence, Tag } from '@quorate/der';
import { decodeBase64 } from '@quorate/syntax';

/** Another reading of the bytes that were given as a signature. */
export interface SignatureForm {
  /** As `r and s joined`, or `base64 text of r and s joined`. */
  readonly name: string;
  /** The signature as `verifySignature` takes it, if this is what the bytes are. */
  readonly signature: Uint8Array;
}

export const HEX_TEXT = 'hexadecimal text';
export const BASE64_TEXT = 'base64 text';

/** Twice the digits of the largest RSA signature, with white space. */
const MAX_TEXT = 8192;

/**
 * What else the bytes could be: hexadecimal or base64 text, a BIT STRING or OCTET STRING around the signature, `r` and `s`
 * joined (IEEE P1363; with a recovery octet behind them as Ethereum has them, SKA.md 3.8), an RSA signature without its
 * leading zeros. Whether they are is for the arithmetic to say.
 */
export function otherForms(signature: Uint8Array, key: PublicKey): readonly SignatureForm[] {
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

function textForms(signature: Uint8Array): SignatureForm[] {
  if (signature.length === 0 || signature.length > MAX_TEXT || signature.some((octet) => octet > 0x7e)) return [];
  const text = String.fromCharCode(...signature).replace(/[\t\n\r ]/g, '');
  const hex = text.replace(/^0x/i, '').replaceAll(':', '');
  if (/^(?:[0-9A-Fa-f]{2})+$/.test(hex)) {
    const octets = Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
    return [{ name: HEX_TEXT, signature: octets }];
  }
  try {
    return [{ name: BASE64_TEXT, signature: decodeBase64(text) }];
  } catch {
    return [];
  }
}

function binaryForms(signature: Uint8Array, key: PublicKey): SignatureForm[] {
  const forms: SignatureForm[] = [];
  const size = integerSize(key);
  if (size !== null && (signature.length === 2 * size || signature.length === 2 * size + 1)) {
    const name = signature.length === 2 * size ? 'r and s joined' : 'r, s and a recovery octet joined';
    forms.push({ name, signature: encodeRs(signature.subarray(0, size), signature.subarray(size, 2 * size)) });
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

function encodeRs(r: Uint8Array, s: Uint8Array): Uint8Array {
  return encodeSequence(...[r, s].map((octets) => encodeInteger(unsigned(octets))));
}

/** The number whose big-endian octets these are. */
export function unsigned(octets: Uint8Array): bigint {
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

function unwrapped(signature: Uint8Array): SignatureForm | null {
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
