import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';
import type { CHash } from '@noble/hashes/utils.js';
import { CryptoError } from './error.ts';

/** Names as FIPS 180-4 and FIPS 202 write them, which are also the REST interface's digest names (SKA.md 3.8). */
export type DigestName =
  | 'SHA-1'
  | 'SHA-224'
  | 'SHA-256'
  | 'SHA-384'
  | 'SHA-512'
  | 'SHA-512/224'
  | 'SHA-512/256'
  | 'SHA3-224'
  | 'SHA3-256'
  | 'SHA3-384'
  | 'SHA3-512';

/** One digest: its name, its object identifier, and the function. */
export interface DigestEntry {
  readonly name: DigestName;
  readonly oid: string;
  /** The content of the object identifier in DER. */
  readonly oidOctets: Uint8Array;
  readonly hash: CHash;
}

/** A digest of NIST's hash algorithm arc. */
function nist(name: DigestName, arc: number, hash: CHash): DigestEntry {
  const oidOctets = Uint8Array.of(0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, arc);
  return { name, oid: `2.16.840.1.101.3.4.2.${arc}`, oidOctets, hash };
}

/** Object identifiers: RFC 8017, appendix B.1, and NIST's hash algorithm arc. */
export const digests: Readonly<Record<DigestName, DigestEntry>> = {
  'SHA-1': {
    name: 'SHA-1',
    oid: '1.3.14.3.2.26',
    oidOctets: /* @__PURE__ */ Uint8Array.of(0x2b, 0x0e, 0x03, 0x02, 0x1a),
    hash: sha1,
  },
  'SHA-224': /* @__PURE__ */ nist('SHA-224', 4, sha224),
  'SHA-256': /* @__PURE__ */ nist('SHA-256', 1, sha256),
  'SHA-384': /* @__PURE__ */ nist('SHA-384', 2, sha384),
  'SHA-512': /* @__PURE__ */ nist('SHA-512', 3, sha512),
  'SHA-512/224': /* @__PURE__ */ nist('SHA-512/224', 5, sha512_224),
  'SHA-512/256': /* @__PURE__ */ nist('SHA-512/256', 6, sha512_256),
  'SHA3-224': /* @__PURE__ */ nist('SHA3-224', 7, sha3_224),
  'SHA3-256': /* @__PURE__ */ nist('SHA3-256', 8, sha3_256),
  'SHA3-384': /* @__PURE__ */ nist('SHA3-384', 9, sha3_384),
  'SHA3-512': /* @__PURE__ */ nist('SHA3-512', 10, sha3_512),
};

/** Every digest, in the order of {@link DigestName}. */
export const digestNames: readonly DigestName[] = Object.keys(digests) as DigestName[];

/** Whether a text is the name of a digest, exactly. */
export function isDigestName(text: string): text is DigestName {
  return Object.hasOwn(digests, text);
}

/**
 * The digest of some bytes.
 *
 * @param name one of {@link DigestName}; any other text is refused
 * @throws CryptoError `algorithm-unsupported`
 */
export function digest(name: DigestName, data: Uint8Array): Uint8Array {
  if (!isDigestName(name)) throw new CryptoError('algorithm-unsupported', { subject: name });
  return digests[name].hash(data);
}

/** The digest with this object identifier, or `null`. */
export function digestOfOid(oid: string): DigestEntry | null {
  return Object.values(digests).find((entry) => entry.oid === oid) ?? null;
}
