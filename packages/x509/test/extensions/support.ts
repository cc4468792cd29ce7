import {
  contextConstructed,
  contextPrimitive,
  encodeBitString,
  encodeBoolean,
  encodeElement,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  encodeUtf8String,
} from '@quorate/der';
import { type CertificateExtensions, certificateExtensions, parseCertificate, X509Error } from '../../src/index.ts';

/** Bytes from hexadecimal; white space is free. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replace(/\s+/g, ''), 'hex'));
}

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A Name of commonNames, one in each relative name. */
export function nameOf(...commonNames: readonly string[]): Uint8Array {
  return encodeSequence(
    ...commonNames.map((text) => encodeSetOf(encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String(text)))),
  );
}

/** An Extension. */
export function extensionOf(oid: string, value: Uint8Array, critical = false): Uint8Array {
  return encodeSequence(encodeOid(oid), ...(critical ? [encodeBoolean(true)] : []), encodeOctetString(value));
}

export const algorithm: Uint8Array = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));
export const publicKey: Uint8Array = encodeSequence(algorithm, encodeBitString(hex('04')));

/** A TBSCertificate around extensions; its key and names are stand-ins. */
export function tbsOf(...extensions: readonly Uint8Array[]): Uint8Array {
  const time = encodeTime({ seconds: 1_700_000_000, type: 'UTCTime' });
  return encodeSequence(
    encodeElement(contextConstructed(0), encodeInteger(2)),
    encodeInteger(1),
    algorithm,
    nameOf('issuer'),
    encodeSequence(time, time),
    nameOf('subject'),
    publicKey,
    ...(extensions.length === 0 ? [] : [encodeElement(contextConstructed(3), encodeSequence(...extensions))]),
  );
}

export function certificateOf(...extensions: readonly Uint8Array[]): Uint8Array {
  return encodeSequence(tbsOf(...extensions), algorithm, encodeBitString(hex('00')));
}

/** The extensions of a certificate that has this one. */
export function decoded(oid: string, value: Uint8Array, critical = false): CertificateExtensions {
  return certificateExtensions(parseCertificate(certificateOf(extensionOf(oid, value, critical))));
}

/** `accepted`, or `code@offset` of the X509Error that `run` ends with, with its cause's code; others pass through. */
export function outcome(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof X509Error)) throw error;
    const cause = error.cause instanceof Error && 'code' in error.cause ? ` ${String(error.cause.code)}` : '';
    const extension = error.extension === undefined ? '' : `${error.extension} `;
    return `${extension}${error.code}@${error.offset}${cause}`;
  }
  return 'accepted';
}

/** `[number]` with primitive content. */
export const primitive = (number: number, content: Uint8Array): Uint8Array =>
  encodeElement(contextPrimitive(number), content);

/** `[number]` with constructed content. */
export const constructed = (number: number, ...content: readonly Uint8Array[]): Uint8Array =>
  encodeElement(contextConstructed(number), ...content);

export const dnsName = (text: string): Uint8Array => primitive(2, ascii(text));
export const uri = (text: string): Uint8Array => primitive(6, ascii(text));
