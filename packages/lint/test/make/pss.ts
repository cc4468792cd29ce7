import { encodeExplicit, encodeInteger, encodeNull, encodeOid, encodeSequence } from '@quorate/der';

const SHA256 = '2.16.840.1.101.3.4.2.1';
export const SHA384 = '2.16.840.1.101.3.4.2.2';
const hash = (oid: string): Uint8Array => encodeSequence(encodeOid(oid), encodeNull());

export interface PssParts {
  readonly digest?: string;
  readonly mgfDigest?: string;
  readonly salt?: number;
  /** Left out, as it must be, unless given. */
  readonly trailer?: number;
}

/** AlgorithmIdentifier of RSASSA-PSS with SHA-256 and a salt of 32 octets, with these changes, every field written out. */
export function pssOf({ digest = SHA256, mgfDigest = SHA256, salt = 32, trailer }: PssParts = {}): Uint8Array {
  return encodeSequence(
    encodeOid('1.2.840.113549.1.1.10'),
    encodeSequence(
      encodeExplicit(0, hash(digest)),
      encodeExplicit(1, encodeSequence(encodeOid('1.2.840.113549.1.1.8'), hash(mgfDigest))),
      encodeExplicit(2, encodeInteger(salt)),
      ...(trailer === undefined ? [] : [encodeExplicit(3, encodeInteger(trailer))]),
    ),
  );
}

/** AlgorithmIdentifier of RSASSA-PSS without parameters, or with empty ones: SHA-1 and a salt of 20 octets. */
export const pssWithoutParameters: Uint8Array = encodeSequence(encodeOid('1.2.840.113549.1.1.10'));
export const pssWithDefaults: Uint8Array = encodeSequence(encodeOid('1.2.840.113549.1.1.10'), encodeSequence());
