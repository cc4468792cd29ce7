import {
  encodeBoolean,
  encodeElement,
  encodeExplicit,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeTime,
  Tag,
} from '@quorate/der';
import type { CrlReason } from '@quorate/x509';
import { derTime } from '../validity.ts';
import { type CrlEntry, reasonCode } from './entry.ts';

/** RFC 5280, 5.3. */
const REASON_CODE = encodeOid('2.5.29.21');
const INVALIDITY_DATE = encodeOid('2.5.29.24');
const CERTIFICATE_ISSUER = encodeOid('2.5.29.29');

/**
 * The content of revokedCertificates. Extensions of an entry stand in the order reasonCode, invalidityDate,
 * certificateIssuer; the last, which is critical, in every entry of another issuer, so that no reader has to remember it
 * from entry to entry (RFC 5280, 5.3.3 lets an entry have that of the one before).
 */
export function encodeEntries(entries: readonly CrlEntry[]): Uint8Array {
  const reasons = new Map<CrlReason, Uint8Array>();
  const issuers = new Map<Uint8Array, Uint8Array>();
  const parts = entries.map((entry) => {
    const { reason, invalidityDate, certificateIssuer } = entry;
    const extensions: Uint8Array[] = [];
    if (reason !== null) extensions.push(kept(reasons, reason, () => reasonExtension(reason)));
    if (invalidityDate !== null) {
      const date = encodeTime({ seconds: invalidityDate, type: 'GeneralizedTime' });
      extensions.push(encodeSequence(INVALIDITY_DATE, encodeOctetString(date)));
    }
    if (certificateIssuer !== null) {
      const { bytes } = certificateIssuer;
      extensions.push(kept(issuers, bytes, () => issuerExtension(bytes)));
    }
    const fields = [entry.encodedNumber, encodeTime(derTime(entry.revocationDate))];
    return extensions.length === 0
      ? encodeSequence(...fields)
      : encodeSequence(...fields, encodeSequence(...extensions));
  });
  return joined(parts);
}

function reasonExtension(reason: CrlReason): Uint8Array {
  const value = encodeElement(Tag.ENUMERATED, Uint8Array.of(reasonCode(reason)));
  return encodeSequence(REASON_CODE, encodeOctetString(value));
}

function issuerExtension(name: Uint8Array): Uint8Array {
  const value = encodeSequence(encodeExplicit(4, name));
  return encodeSequence(CERTIFICATE_ISSUER, encodeBoolean(true), encodeOctetString(value));
}

function kept<K>(map: Map<K, Uint8Array>, key: K, make: () => Uint8Array): Uint8Array {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** One behind the other: too many to be handed to a function as arguments. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
