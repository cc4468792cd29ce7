import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalSpki, parsePublicKey, signatureAlgorithmByName, verifySignature } from '@quorate/crypto';
import { describe, expect, test } from 'vitest';
import { nodeKey } from '../src/node-key.ts';
import { nodePlatform } from '../src/node-platform.ts';

const data = new TextEncoder().encode('what is signed');

interface Kind {
  readonly algorithm: string;
  readonly digest: string | null;
  readonly pair: () => { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
}

const ec = (namedCurve: string, algorithm: string, digest: string): Kind => ({
  algorithm,
  digest,
  pair: () => generateKeyPairSync('ec', { namedCurve }),
});
const rsa = (modulusLength: number, publicExponent: number): Kind => ({
  algorithm: 'SHA256_WITH_RSA',
  digest: 'sha256',
  pair: () => generateKeyPairSync('rsa', { modulusLength, publicExponent }),
});

const kinds: Readonly<Record<string, Kind>> = {
  'RSA 1024': rsa(1024, 65537),
  // a length that is no multiple of 8, and an exponent of one digit
  'RSA 1030': rsa(1030, 3),
  'RSA 2048': rsa(2048, 65537),
  'P-256': ec('prime256v1', 'SHA256_WITH_ECDSA', 'sha256'),
  'P-384': ec('secp384r1', 'SHA384_WITH_ECDSA', 'sha384'),
  'P-521': ec('secp521r1', 'SHA512_WITH_ECDSA', 'sha512'),
  secp256k1: ec('secp256k1', 'SHA256_WITH_ECDSA', 'sha256'),
  brainpoolP256r1: ec('brainpoolP256r1', 'SHA256_WITH_ECDSA', 'sha256'),
  Ed25519: { algorithm: 'Ed25519', digest: null, pair: () => generateKeyPairSync('ed25519') },
  Ed448: { algorithm: 'Ed448', digest: null, pair: () => generateKeyPairSync('ed448') },
  'DSA 1024': {
    algorithm: 'SHA1_WITH_DSA',
    digest: 'sha1',
    pair: () => generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }),
  },
};

describe('signatures by Node', () => {
  test.each(Object.entries(kinds))(
    '%s: the key is the same, and so is the answer',
    (_, { algorithm, digest, pair }) => {
      const { privateKey, publicKey } = pair();
      const key = parsePublicKey(Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })));
      const fromDer = createPublicKey({ key: Buffer.from(canonicalSpki(key)), format: 'der', type: 'spki' });
      expect(nodeKey(key).equals(fromDer)).toBe(true);
      const signature = Uint8Array.from(sign(digest, data, privateKey));
      const answers: (boolean | null)[] = [];
      const judge = (of: Uint8Array): boolean =>
        verifySignature(
          { algorithm: signatureAlgorithmByName(algorithm), key, data: of, signature },
          {
            platform: (request) => {
              const said = nodePlatform(request);
              answers.push(said);
              return said;
            },
          },
        ).valid;
      expect([judge(data), judge(data.subarray(1))]).toEqual([true, false]);
      // It was Node that said so, and not the crypto room.
      expect(answers).toEqual([true, false]);
    },
  );
});
