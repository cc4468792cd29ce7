import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { encodeBitString, encodeElement, encodeInteger, encodeNull, encodeOid, encodeSequence } from '@quorate/der';

const seeded = (seed: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(seed, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  });

/** Ed25519, whose keys and signatures are the same in every run. */
const ed25519 = seeded('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');

/** SubjectPublicKeyInfo of the key that {@link signEd25519} signs with. */
export const ed25519Spki: Uint8Array = Uint8Array.from(
  createPublicKey(ed25519).export({ type: 'spki', format: 'der' }),
);

/** AlgorithmIdentifier of Ed25519. */
export const ED25519: Uint8Array = encodeSequence(encodeOid('1.3.101.112'));

export const signEd25519 = (content: Uint8Array): Uint8Array => Uint8Array.from(sign(null, content, ed25519));

/** A key on P-256, of RFC 6979, A.2.5. */
export const p256Spki: Uint8Array = encodeSequence(
  encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid('1.2.840.10045.3.1.7')),
  encodeBitString(
    Uint8Array.from(
      Buffer.from(
        '0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299',
        'hex',
      ),
    ),
  ),
);

/** rsaEncryption with an odd modulus of this length that is no product of known primes; `parameters` follow the OID. */
export function rsaSpki(
  bits: number,
  exponent: number | bigint = 65537,
  parameters: Uint8Array | null = encodeNull(),
  oid = '1.2.840.113549.1.1.1',
): Uint8Array {
  const modulus = (1n << BigInt(bits - 1)) | (0x5a5a_5a5a_5a5a_5a5bn << 8n) | 1n;
  const key = encodeSequence(encodeInteger(modulus), encodeInteger(exponent));
  return spkiOf(encodeSequence(encodeOid(oid), ...(parameters === null ? [] : [parameters])), key);
}

/** Any SubjectPublicKeyInfo. */
export function spkiOf(algorithm: Uint8Array, key: Uint8Array): Uint8Array {
  return encodeSequence(algorithm, encodeElement(0x03, Uint8Array.of(0), key));
}

/** AlgorithmIdentifiers by name, for objects whose signature is not looked at. */
export const algorithm = {
  ed25519: ED25519,
  sha1WithRsa: encodeSequence(encodeOid('1.2.840.113549.1.1.5'), encodeNull()),
  sha256WithRsa: encodeSequence(encodeOid('1.2.840.113549.1.1.11'), encodeNull()),
  sha256WithRsaWithoutParameters: encodeSequence(encodeOid('1.2.840.113549.1.1.11')),
  ecdsaWithSha256: encodeSequence(encodeOid('1.2.840.10045.4.3.2')),
  ecdsaWithSha1: encodeSequence(encodeOid('1.2.840.10045.4.1')),
} as const;
