import {
  certificateOf,
  type ExtensionParts,
  extension,
  fixedEcPair,
  nameOf,
  type Pair,
  tbsOf,
} from '@quorate/certificates';
import { type DerTime, encodeBitString, encodeElement, encodeOid, encodeSequence, Tag } from '@quorate/der';
import { type PathReport, type PathRequest, verifyPath } from '@quorate/verify';
import { fakePlatform, fakeSignature } from './platforms.ts';

/** Certificates for paths: each is a good one but for what is said of it. */

export const NOW: number = Date.parse('2024-06-15T12:00:00Z') / 1000;
const FROM = Date.parse('2024-01-01T00:00:00Z') / 1000;
const TO = Date.parse('2025-01-01T00:00:00Z') / 1000;

const KEYS = new Map<number, Pair>();

/** The key pair of this number; the same in every run. */
export function keyOf(number: number): Pair {
  let pair = KEYS.get(number);
  if (pair === undefined) {
    pair = fixedEcPair(number + 1000);
    KEYS.set(number, pair);
  }
  return pair;
}

const NAMES = new Map<string, Uint8Array>();

/** A name of one common name. */
export function cn(text: string): Uint8Array {
  let name = NAMES.get(text);
  if (name === undefined) {
    name = nameOf(['2.5.4.3', text]);
    NAMES.set(text, name);
  }
  return name;
}

export interface Parts {
  readonly subject: string | Uint8Array;
  readonly issuer: string | Uint8Array;
  /** The number of its key. */
  readonly key: number;
  /** The number of the key that signs it. */
  readonly by: number;
  readonly from?: number;
  readonly to?: number;
  /** The INTEGER of the version; `null`: version 1. */
  readonly version?: number | null;
  readonly serial?: number;
  /** In place of the key's own. */
  readonly spki?: Uint8Array;
  readonly extensions?: readonly ExtensionParts[];
}

const time = (seconds: number): DerTime => ({ type: 'UTCTime', seconds });
const nameDer = (name: string | Uint8Array): Uint8Array => (typeof name === 'string' ? cn(name) : name);

const tbsParts = (parts: Parts) => ({
  version: parts.version === undefined ? 2 : parts.version,
  serialNumber: Uint8Array.of(parts.serial ?? 1),
  digest: 'sha256',
  issuer: nameDer(parts.issuer),
  subject: nameDer(parts.subject),
  notBefore: time(parts.from ?? FROM),
  notAfter: time(parts.to ?? TO),
  spki: parts.spki ?? keyOf(parts.key).spki,
  extensions: parts.extensions ?? [],
});

const ECDSA_SHA256 = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));

/** With a signature that only names the key that made it, for `fakePlatform`. */
export function fake(parts: Parts): Uint8Array {
  const signature = encodeBitString(fakeSignature(keyOf(parts.by).spki));
  return encodeSequence(tbsOf(tbsParts(parts), keyOf(parts.by)), ECDSA_SHA256, signature);
}

/** With a signature of ECDSA. */
export function real(parts: Parts): Uint8Array {
  return certificateOf(tbsParts(parts), keyOf(parts.by));
}

/** What makes a CA: basicConstraints and keyUsage. */
export const caExtensions = (
  pathLen: number | null = null,
  ...more: readonly ExtensionParts[]
): readonly ExtensionParts[] => [extension.basicConstraints(true, pathLen), extension.keyUsage([5, 6]), ...more];

/** A CA certificate. */
export const ca = (
  subject: string,
  key: number,
  issuer: string,
  by: number,
  more: Partial<Parts> & { readonly pathLen?: number; readonly plus?: readonly ExtensionParts[] } = {},
): Uint8Array => {
  const { pathLen, plus, ...parts } = more;
  return fake({ subject, key, issuer, by, extensions: caExtensions(pathLen ?? null, ...(plus ?? [])), ...parts });
};

/** A certificate for something else than certificates. */
export const leaf = (issuer: string, by: number, more: Partial<Parts> = {}): Uint8Array =>
  fake({ subject: 'leaf', key: 99, issuer, by, ...more });

/** An anchor of this name and key. */
export const anchor = (name: string, key: number, more: Partial<Parts> = {}): Uint8Array =>
  fake({ subject: name, key, issuer: name, by: key, extensions: caExtensions(), ...more });

/** The same without a certificate. */
export const anchorKey = (name: string, key: number): { name: Uint8Array; publicKey: Uint8Array } => ({
  name: cn(name),
  publicKey: keyOf(key).spki,
});

/** Asks, with the platform for fake signatures, at the usual time. */
export function ask(request: Omit<PathRequest, 'time'> & { readonly time?: number }): PathReport {
  return verifyPath({ time: NOW, platform: fakePlatform, ...request });
}

/** An INTEGER's worth of octets as an element. */
export const integer = (...octets: readonly number[]): Uint8Array =>
  encodeElement(Tag.INTEGER, Uint8Array.from(octets));
