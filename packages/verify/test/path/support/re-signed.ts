import { bytesOf, DerReader, encodeBitString, encodeSequence, Tag } from '@quorate/der';
import { fakeSignature } from './platforms.ts';

/** The certificate with this AlgorithmIdentifier in both its places, and a fake signature by the key. */
export function reSigned(der: Uint8Array, algorithm: Uint8Array, spki: Uint8Array): Uint8Array {
  const tbs = DerReader.of(der).sequence().sequence();
  const fields: Uint8Array[] = [];
  while (tbs.offset < tbs.end) fields.push(bytesOf(tbs.element()));
  const at = fields.findIndex(([tag]) => tag === Tag.SEQUENCE);
  fields[at] = algorithm;
  return encodeSequence(encodeSequence(...fields), algorithm, encodeBitString(fakeSignature(spki)));
}
