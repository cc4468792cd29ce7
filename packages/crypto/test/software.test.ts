import { createPublicKey, verify } from 'node:crypto';
import {
  encodeBitString,
  encodeExplicit,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
} from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curves } from '../src/curve.ts';
import {
  CryptoError,
  parsePublicKey,
  type SignatureAlgorithm,
  signatureAlgorithmByName,
  signatureAlgorithms,
  verifySignature,
} from '../src/index.ts';
import { readRsSignature } from '../src/rs-signature.ts';
import { softwareSigner } from '../src/software/index.ts';
import { fromHex } from './support/hex.ts';
import { curveNames, dsaPair, ecPair, ed448Pair, ed25519Pair, type KeyPair, rsaPair } from './support/keys.ts';
import { nodePlatform } from './support/node-platform.ts';
import { refusal } from './support/refusal.ts';

const rsa = rsaPair(1024);
const pairs: readonly [string, KeyPair][] = [
  ...curveNames.map((name): [string, KeyPair] => [name, ecPair(name)]),
  ['RSA', rsa],
  ['Ed25519', ed25519Pair()],
  ['Ed448', ed448Pair()],
];

/** Those a software signer has for a key: not weak, not PSS. */
function algorithmsFor({ spki }: KeyPair): SignatureAlgorithm[] {
  const { type } = parsePublicKey(spki);
  return signatureAlgorithms.filter((entry) => entry.keyTypes.includes(type) && !entry.weak && entry.pss === null);
}

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((octet, i) => (i === bit >> 3 ? octet ^ (0x80 >> (bit & 7)) : octet));
}

describe.each(pairs)('a software signer with a key that is %s', (_, pair) => {
  const signer = softwareSigner(pair.pkcs8);
  const key = parsePublicKey(pair.spki);

  test('has the public key that OpenSSL computes', () => {
    expect(signer.publicKey).toEqual(pair.spki);
    expect(() => createPublicKey({ key: Buffer.from(signer.publicKey), format: 'der', type: 'spki' })).not.toThrow();
  });

  test('signs with every algorithm of the key; this package and OpenSSL verify it; it is deterministic', async () => {
    const data = new TextEncoder().encode('Halloasd');
    for (const algorithm of algorithmsFor(pair)) {
      const signature = await signer.sign(data, algorithm);
      expect(await signer.sign(data, algorithm)).toEqual(signature);
      expect(verifySignature({ algorithm, key, data, signature }).valid).toBe(true);
      const platform = nodePlatform();
      const options = { platform: (request: Parameters<typeof platform.verify>[0]) => platform.verify(request) };
      expect(verifySignature({ algorithm, key, data, signature }, options).valid).toBe(true);
      expect(platform.answered).toBe(1);
    }
  });

  test('any flipped bit of data or signature is refused', async () => {
    const algorithms = algorithmsFor(pair);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        fc.constantFrom(...algorithms),
        fc.nat(),
        fc.nat(),
        async (data, algorithm, a, b) => {
          const signature = await signer.sign(data, algorithm);
          const damaged = flip(data, a % (8 * data.length));
          const forged = flip(signature, b % (8 * signature.length));
          expect(verifySignature({ algorithm, key, data: damaged, signature }).valid).toBe(false);
          expect(verifySignature({ algorithm, key, data, signature: forged }).valid).toBe(false);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('refuses algorithms of other keys, and those it does not have', async () => {
    const { type } = parsePublicKey(pair.spki);
    const allowed = new Set(algorithmsFor(pair));
    for (const algorithm of signatureAlgorithms.filter((entry) => !allowed.has(entry))) {
      const code = algorithm.keyTypes.includes(type) ? 'algorithm-unsupported' : 'algorithm-key-mismatch';
      await expect(signer.sign(new Uint8Array(1), algorithm)).rejects.toMatchObject({ code });
      await expect(signer.sign(new Uint8Array(1), algorithm)).rejects.toBeInstanceOf(CryptoError);
    }
  });
});

test('OpenSSL verifies the DER that comes out, not only what is in it', async () => {
  const pair = ecPair('P-384');
  const data = Uint8Array.of(1);
  const signature = await softwareSigner(pair.pkcs8).sign(data, signatureAlgorithmByName('SHA256_WITH_ECDSA'));
  const key = createPublicKey({ key: Buffer.from(pair.spki), format: 'der', type: 'spki' });
  expect(verify('sha256', data, key, signature)).toBe(true);
});

describe('ECDSA nonces follow RFC 6979', () => {
  // RFC 6979, A.2.5 and A.2.6: key, message `sample`.
  const cases = [
    [
      'P-256',
      'C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721',
      'SHA256_WITH_ECDSA',
      'EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716',
      'F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8',
    ],
    [
      'P-256',
      'C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721',
      'SHA512_WITH_ECDSA',
      '8496A60B5E9B47C825488827E0495B0E3FA109EC4568FD3F8D1097678EB97F00',
      '2362AB1ADBE2B8ADF9CB9EDAB740EA6049C028114F2460F96554F61FAE3302FE',
    ],
    [
      'P-384',
      '6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5',
      'SHA256_WITH_ECDSA',
      '21B13D1E013C7FA1392D03C5F99AF8B30C570C6F98D4EA8E354B63A21D3DAA33BDE1E888E63355D92FA2B3C36D8FB2CD',
      'F3AA443FB107745BF4BD77CB3891674632068A10CA67E3D45DB2266FA7D1FEEBEFDC63ECCD1AC42EC0CB8668A4FA0AB0',
    ],
  ] as const;

  test.each(cases)('%s, %s, %s', async (curve, scalar, algorithm, r, s) => {
    const pkcs8 = ecPkcs8(curves[curve].oid, fromHex(scalar));
    const signature = await softwareSigner(pkcs8).sign(
      new TextEncoder().encode('sample'),
      signatureAlgorithmByName(algorithm),
    );
    expect(readRsSignature(signature, curves[curve].orderOctets)).toEqual(fromHex(r + s));
  });
});

function pkcs8(oid: string, parameters: Uint8Array | null, content: Uint8Array, ...more: Uint8Array[]): Uint8Array {
  const algorithm = encodeSequence(...(parameters === null ? [encodeOid(oid)] : [encodeOid(oid), parameters]));
  return encodeSequence(encodeInteger(more.length > 0 ? 1 : 0), algorithm, encodeOctetString(content), ...more);
}

function ecPkcs8(curve: string, scalar: Uint8Array, ...more: Uint8Array[]): Uint8Array {
  const content = encodeSequence(encodeInteger(1), encodeOctetString(scalar), ...more);
  return pkcs8('1.2.840.10045.2.1', encodeOid(curve), content);
}

describe('private keys that are refused', () => {
  const { oid, order } = curves['P-256'];
  const number = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, '0'));
  const code = (bytes: Uint8Array): string => refusal(() => softwareSigner(bytes));

  test('EC: a scalar out of range or of another length, another curve, another public key', () => {
    const one = number(1n);
    const otherPoint = curves['P-256'].Point.BASE.double().toBytes(false);
    const base = curves['P-256'].Point.BASE;
    expect(code(ecPkcs8(oid, one))).toBe('accepted');
    for (const compressed of [true, false]) {
      expect(code(ecPkcs8(oid, one, encodeExplicit(1, encodeBitString(base.toBytes(compressed)))))).toBe('accepted');
    }
    expect(code(ecPkcs8(oid, number(0n)))).toBe('private-key-invalid');
    expect(code(ecPkcs8(oid, number(order)))).toBe('private-key-invalid');
    expect(code(ecPkcs8(oid, one.subarray(1)))).toBe('private-key-invalid');
    expect(code(ecPkcs8(oid, one, encodeExplicit(0, encodeOid('1.3.132.0.10'))))).toBe('private-key-invalid');
    expect(code(ecPkcs8(oid, one, encodeExplicit(1, encodeBitString(otherPoint))))).toBe('private-key-invalid');
    expect(code(ecPkcs8(oid, one, encodeNull()))).toBe('private-key-malformed');
    expect(code(ecPkcs8('1.3.132.0.33', one))).toBe('key-unsupported');
  });

  test('Ed25519: a seed of another length, parameters, another public key', () => {
    const seed = (length: number): Uint8Array => encodeOctetString(new Uint8Array(length));
    const publicKey = (bytes: Uint8Array): Uint8Array => {
      const bits = encodeBitString(bytes);
      return bits.map((octet, i) => (i === 0 ? 0x81 : octet));
    };
    expect(code(pkcs8('1.3.101.112', null, seed(32)))).toBe('accepted');
    expect(code(pkcs8('1.3.101.112', null, seed(31)))).toBe('private-key-invalid');
    expect(code(pkcs8('1.3.101.112', encodeNull(), seed(32)))).toBe('private-key-malformed');
    expect(code(pkcs8('1.3.101.112', null, new Uint8Array(32)))).toBe('private-key-malformed');
    expect(code(pkcs8('1.3.101.112', null, seed(32), publicKey(new Uint8Array(32))))).toBe('private-key-invalid');
    const own = softwareSigner(pkcs8('1.3.101.112', null, seed(32))).publicKey.subarray(12);
    expect(code(pkcs8('1.3.101.112', null, seed(32), publicKey(own)))).toBe('accepted');
  });

  test('RSA: numbers that do not belong together', () => {
    const numbers = [0n, 15n, 3n, 3n, 3n, 5n, 1n, 3n, 2n].map((value) => encodeInteger(value));
    expect(code(pkcs8('1.2.840.113549.1.1.1', encodeNull(), encodeSequence(...numbers)))).toBe('key-too-weak');
    const wrong = [0n, 15n, 3n, 3n, 3n, 7n, 1n, 3n, 2n].map((value) => encodeInteger(value));
    expect(code(pkcs8('1.2.840.113549.1.1.1', encodeNull(), encodeSequence(...wrong)))).toBe('private-key-invalid');
    expect(code(pkcs8('1.2.840.113549.1.1.1', null, encodeSequence(...numbers)))).toBe('private-key-malformed');
  });

  test('other algorithms, other versions, no DER', () => {
    expect(code(dsaPair(1024, 160).pkcs8)).toBe('private-key-unsupported');
    expect(code(new Uint8Array(0))).toBe('private-key-malformed');
    expect(code(encodeSequence(encodeInteger(2)))).toBe('private-key-malformed');
    expect(code(new Uint8Array(70_000))).toBe('private-key-malformed');
  });

  test('mutated: refused with a CryptoError or taken, nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.nat(), fc.nat(255), ([, pair], at, octet) => {
        const bytes = pair.pkcs8.map((old, i) => (i === at % pair.pkcs8.length ? octet : old));
        refusal(() => softwareSigner(bytes));
      }),
      { numRuns: 300 },
    );
  });
});
