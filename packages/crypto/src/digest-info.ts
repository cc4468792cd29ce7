import { concatBytes } from '@noble/curves/utils.js';
import { type DigestName, digests } from './digest.ts';

/**
 * The DigestInfo of some bytes (RFC 8017, 9.2): `SEQUENCE { SEQUENCE { OBJECT IDENTIFIER, NULL }, OCTET STRING }`.
 */
export function digestInfo(name: DigestName, data: Uint8Array): Uint8Array {
  const { oidOctets, hash } = digests[name];
  const algorithm = element(0x30, element(0x06, oidOctets), element(0x05));
  return element(0x30, algorithm, element(0x04, hash(data)));
}

/** An element of fewer than 128 octets, as all are of which a DigestInfo is made: then its length is one octet. */
function element(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const octets = concatBytes(...content);
  return concatBytes(Uint8Array.of(tag, octets.length), octets);
}
