import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { canonicalSpki, type PlatformVerifier, type PublicKey } from '@quorate/crypto';
import { encodeElement, encodeSequence, Tag } from '@quorate/der';

/** Eight octets that stand for a key; a positive INTEGER as they are. */
function tagOf(spki: Uint8Array): Uint8Array {
  const tag = Uint8Array.from(createHash('sha256').update(spki).digest().subarray(0, 8));
  tag[0] = ((tag[0] as number) & 0x3f) | 0x40;
  return tag;
}

/** An ECDSA signature that only says who made it: r is the tag of the key, s is 1. */
export function fakeSignature(spki: Uint8Array): Uint8Array {
  return encodeSequence(encodeElement(Tag.INTEGER, tagOf(spki)), encodeElement(Tag.INTEGER, Uint8Array.of(1)));
}

const TAGS = new WeakMap<PublicKey, string>();

/** Takes such a signature for the key that it names, whatever was signed. */
export const fakePlatform: PlatformVerifier = ({ key, rawSignature }) => {
  let tag = TAGS.get(key);
  if (tag === undefined) {
    tag = Buffer.from(tagOf(key.spki)).toString('hex');
    TAGS.set(key, tag);
  }
  const half = rawSignature.length / 2;
  return Buffer.from(rawSignature.subarray(half - 8, half)).toString('hex') === tag;
};

/** Takes every well-formed signature. */
export const credulousPlatform: PlatformVerifier = () => true;

const KEYS = new WeakMap<PublicKey, KeyObject>();

/** OpenSSL does the arithmetic, which is tested elsewhere. */
export const nodePlatform: PlatformVerifier = ({ algorithm, key, data, rawSignature }) => {
  if (key.type !== 'ec' && key.type !== 'rsa' && key.type !== 'ed25519') return null;
  if (algorithm.scheme.name === 'RSASSA-PSS') return null;
  let keyObject = KEYS.get(key);
  if (keyObject === undefined) {
    keyObject = createPublicKey({ key: Buffer.from(canonicalSpki(key)), format: 'der', type: 'spki' });
    KEYS.set(key, keyObject);
  }
  const digest = algorithm.digest?.replace('-', '').toLowerCase() ?? null;
  return verify(digest, data, { key: keyObject, dsaEncoding: 'ieee-p1363' }, rawSignature);
};
