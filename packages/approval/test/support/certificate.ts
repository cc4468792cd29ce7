import { sign } from 'node:crypto';
import {
  encodeBitString,
  encodeExplicit,
  encodeInteger,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  encodeUtf8String,
} from '@quorate/der';
import type { Pair } from './keys.ts';

/** A self-signed certificate of version 3 over a key on P-256. */
export function certificateOf(key: Pair, commonName: string | null): Uint8Array {
  const algorithm = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));
  const attributes = [encodeSequence(encodeOid('2.5.4.10'), encodeUtf8String('Example'))];
  if (commonName !== null) attributes.push(encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String(commonName)));
  const name = encodeSequence(...attributes.map((attribute) => encodeSetOf(attribute)));
  const validity = encodeSequence(
    encodeTime({ type: 'UTCTime', seconds: 1_577_836_800 }),
    encodeTime({ type: 'UTCTime', seconds: 1_893_456_000 }),
  );
  const tbs = encodeSequence(
    encodeExplicit(0, encodeInteger(2)),
    encodeInteger(77),
    algorithm,
    name,
    validity,
    name,
    key.spki,
  );
  const signature = Uint8Array.from(sign('sha256', tbs, { key: key.privateKey, dsaEncoding: 'der' }));
  return encodeSequence(tbs, algorithm, encodeBitString(signature));
}
