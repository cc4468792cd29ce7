import { createPrivateKey, createPublicKey, sign, webcrypto, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  encodeSignatureAlgorithm,
  type KeyType,
  parsePublicKey,
  type SignatureAlgorithm,
  signatureAlgorithms,
  verifySignature,
  verifySignatureAsync,
} from '../src/index.ts';
import { certificate, tbsCertificate } from './support/certificate.ts';
import { curveNames, dsaPair, ecPair, ed448Pair, ed25519Pair, type KeyPair, rsaPair } from './support/keys.ts';
import { nodePlatform, opensslDigests } from './support/node-platform.ts';

/** Of the types that Node and OpenSSL know as well. */
const pairs: Readonly<Partial<Record<KeyType, KeyPair>>> = {
  rsa: rsaPair(2048),
  ec: ecPair('P-256'),
  dsa: dsaPair(2048, 256),
  ed25519: ed25519Pair(),
  ed448: ed448Pair(),
};

function pairFor(algorithm: SignatureAlgorithm): KeyPair {
  const [type] = algorithm.keyTypes;
  const pair = type === undefined ? undefined : pairs[type];
  if (pair === undefined) throw new Error('no key pair');
  return pair;
}

/** A signature by OpenSSL. */
function signed(algorithm: SignatureAlgorithm, { pkcs8 }: KeyPair, data: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const padding = algorithm.pss === null ? {} : { padding: 6, saltLength: algorithm.pss.saltLength };
  const name = algorithm.digest === null ? null : opensslDigests[algorithm.digest];
  return Uint8Array.from(sign(name, data, { key, ...padding }));
}

const withNode = signatureAlgorithms.filter(({ oid }) => oid !== null);

/** In certificates OpenSSL 3.0 does not take these at all, though it makes and verifies the signatures. */
const notInCertificates: readonly string[] = [
  'sha512-224WithRSAEncryption',
  'sha512-256WithRSAEncryption',
  'id-ecdsa-with-sha3-224',
  'id-ecdsa-with-sha3-256',
  'id-ecdsa-with-sha3-384',
  'id-ecdsa-with-sha3-512',
  'dsa-with-sha384',
  'dsa-with-sha512',
  'id-dsa-with-sha3-224',
  'id-dsa-with-sha3-256',
  'id-dsa-with-sha3-384',
  'id-dsa-with-sha3-512',
];

describe('OpenSSL agrees', () => {
  test.each(withNode)('on what the AlgorithmIdentifier of $name means, and on the signature', (algorithm) => {
    const pair = pairFor(algorithm);
    const identifier = encodeSignatureAlgorithm(algorithm);
    const tbs = tbsCertificate(identifier, pair.spki);
    const signature = signed(algorithm, pair, tbs);
    if (!notInCertificates.includes(algorithm.name)) {
      const made = new X509Certificate(certificate(tbs, identifier, signature));
      const publicKey = createPublicKey({ key: Buffer.from(pair.spki), format: 'der', type: 'spki' });
      expect(made.verify(publicKey)).toBe(true);
    }

    const key = parsePublicKey(pair.spki);
    expect(verifySignature({ algorithm, key, data: tbs, signature })).toEqual({
      valid: true,
      weaknesses: algorithm.weak ? ['sha-1'] : [],
    });
  });

  test.each(curveNames)('on signatures by keys on %s with every digest', (curve) => {
    const pair = ecPair(curve);
    const key = parsePublicKey(pair.spki);
    for (const algorithm of withNode.filter(({ keyTypes }) => keyTypes.includes('ec'))) {
      const data = new TextEncoder().encode(algorithm.name);
      expect(verifySignature({ algorithm, key, data, signature: signed(algorithm, pair, data) }).valid).toBe(true);
    }
  });
});

test('OpenSSL reads 24 of the 36 identifiers in certificates', () => {
  expect(withNode).toHaveLength(36);
  expect(withNode.filter(({ name }) => notInCertificates.includes(name))).toHaveLength(12);
});

describe('a platform', () => {
  const data = Uint8Array.of(1, 2, 3);

  test.each(withNode)('$name: node:crypto and WebCrypto give the same answers', async (algorithm) => {
    const pair = pairFor(algorithm);
    const key = parsePublicKey(pair.spki);
    const signature = signed(algorithm, pair, data);
    const other = Uint8Array.of(3, 2, 1);
    const subtle = webcrypto.subtle as unknown as SubtleCrypto;
    for (const bytes of [data, other]) {
      const input = { algorithm, key, data: bytes, signature };
      const expected = verifySignature(input);
      expect(expected.valid).toBe(bytes === data);
      const platform = nodePlatform();
      expect(verifySignature(input, { platform: (request) => platform.verify(request) })).toEqual(expected);
      expect(platform.answered).toBe(1);
      expect(await verifySignatureAsync(input, subtle)).toEqual(expected);
    }
  });

  test('is not asked about what is already known to be bad', () => {
    const [algorithm] = withNode;
    if (algorithm === undefined) throw new Error('no algorithm');
    const platform = (): boolean => {
      throw new Error('asked');
    };
    const rsa = parsePublicKey((pairs.rsa as KeyPair).spki);
    const ec = parsePublicKey((pairs.ec as KeyPair).spki);
    expect(verifySignature({ algorithm, key: ec, data, signature: data }, { platform })).toEqual({
      valid: false,
      reason: 'key-mismatch',
    });
    expect(verifySignature({ algorithm, key: rsa, data, signature: data }, { platform })).toEqual({
      valid: false,
      reason: 'signature-malformed',
    });
  });

  test('that cannot say leaves the arithmetic to this package; WebCrypto that refuses does too', async () => {
    for (const algorithm of withNode) {
      const key = parsePublicKey(pairFor(algorithm).spki);
      const signature = signed(algorithm, pairFor(algorithm), data);
      const input = { algorithm, key, data, signature };
      expect(verifySignature(input, { platform: () => null }).valid).toBe(true);
      const broken = { importKey: () => Promise.reject(new Error('no')) } as unknown as SubtleCrypto;
      expect((await verifySignatureAsync(input, broken)).valid).toBe(true);
    }
  });

  test('WebCrypto is used for what it has', async () => {
    const used: string[] = [];
    const subtle = webcrypto.subtle;
    const spy = {
      importKey: (...parameters: Parameters<typeof subtle.importKey>) => subtle.importKey(...parameters),
      verify: (...parameters: Parameters<typeof subtle.verify>) => {
        used.push('verify');
        return subtle.verify(...parameters);
      },
    } as unknown as SubtleCrypto;
    for (const algorithm of withNode) {
      const key = parsePublicKey(pairFor(algorithm).spki);
      await verifySignatureAsync({ algorithm, key, data, signature: signed(algorithm, pairFor(algorithm), data) }, spy);
    }
    // RSA PKCS#1 v1.5, PSS and ECDSA with SHA-1, 256, 384 and 512; Ed25519.
    expect(used).toHaveLength(13);
  });
});
