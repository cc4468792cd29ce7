import { createPrivateKey, sign } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { encodeBitString, encodeInteger, encodeNull, encodeOid, encodeSequence, Tag } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBlsKey } from '../src/bls-encoding.ts';
import { curves } from '../src/curve.ts';
import { encodeDsaKey } from '../src/dsa-key.ts';
import { pssAlgorithm } from '../src/identified-algorithms.ts';
import {
  type DigestName,
  type PssParameters,
  type PublicKey,
  parsePublicKey,
  signatureAlgorithmByName,
  verifySignature,
} from '../src/index.ts';
import { encodePssParameters } from '../src/pss-parameters.ts';
import { encodeRsSignature, readRsSignature, splitRsSignature } from '../src/rs-signature.ts';
import { dsaPair, ecPair, ed25519Pair, type KeyPair, rsaPair } from './support/keys.ts';

const data = new TextEncoder().encode('what is signed');

function nodeSign(pair: KeyPair, digest: string | null, options: object = {}): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(pair.pkcs8), format: 'der', type: 'pkcs8' });
  return Uint8Array.from(sign(digest, data, { key, ...options }));
}

const judge = (name: string, key: PublicKey, signature: Uint8Array): string => {
  const verdict = verifySignature({ algorithm: signatureAlgorithmByName(name), key, data, signature });
  return verdict.valid ? 'valid' : verdict.reason;
};

describe('RSA', () => {
  const pair = rsaPair(2048);
  const key = parsePublicKey(pair.spki);
  if (key.type !== 'rsa') throw new Error('not an RSA key');
  const signature = nodeSign(pair, 'sha256');

  test('a signature of another length, or not below the modulus, is malformed', () => {
    expect(judge('SHA256_WITH_RSA', key, signature)).toBe('valid');
    expect(judge('SHA256_WITH_RSA', key, signature.subarray(1))).toBe('signature-malformed');
    expect(judge('SHA256_WITH_RSA', key, Uint8Array.of(0, ...signature))).toBe('signature-malformed');
    expect(judge('SHA256_WITH_RSA', key, new Uint8Array(256).fill(0xff))).toBe('signature-malformed');
    expect(judge('SHA256_WITH_RSA', key, new Uint8Array(256))).toBe('signature-mismatch');
    expect(judge('SHA384_WITH_RSA', key, signature)).toBe('signature-mismatch');
    expect(judge('SHA256_WITH_RSA_PSS', key, signature)).toBe('signature-mismatch');
  });

  const restricted = (parameters: PssParameters | null): PublicKey =>
    parsePublicKey(
      encodeSequence(
        encodeSequence(
          encodeOid('1.2.840.113549.1.1.10'),
          ...(parameters === null ? [] : [encodePssParameters(parameters)]),
        ),
        encodeBitString(encodeSequence(encodeInteger(key.modulus), encodeInteger(key.exponent))),
      ),
    );

  test('a key for PSS alone verifies nothing else (RFC 4055, 1.2)', () => {
    expect(judge('SHA256_WITH_RSA', restricted(null), signature)).toBe('key-parameters');
    const pss = nodeSign(pair, 'sha256', { padding: 6, saltLength: 32 });
    expect(judge('SHA256_WITH_RSA_PSS', restricted(null), pss)).toBe('valid');
    expect(judge('SHA256_WITH_RSA_PSS', key, pss)).toBe('valid');
  });

  test('a key with PSS parameters wants the same hashes and at least its salt (RFC 4055, 3.3)', () => {
    const pss = nodeSign(pair, 'sha256', { padding: 6, saltLength: 32 });
    const judgeWith = (digest: DigestName, mgfDigest: DigestName, saltLength: number): string =>
      judge('SHA256_WITH_RSA_PSS', restricted({ digest, mgfDigest, saltLength }), pss);
    expect(judgeWith('SHA-256', 'SHA-256', 32)).toBe('valid');
    expect(judgeWith('SHA-256', 'SHA-256', 0)).toBe('valid');
    expect(judgeWith('SHA-256', 'SHA-256', 33)).toBe('key-parameters');
    expect(judgeWith('SHA-384', 'SHA-256', 32)).toBe('key-parameters');
    expect(judgeWith('SHA-256', 'SHA-1', 32)).toBe('key-parameters');
  });

  test('PSS salt has exactly the stated length', () => {
    const pss = nodeSign(pair, 'sha256', { padding: 6, saltLength: 20 });
    const valid = (saltLength: number): boolean => {
      const algorithm = pssAlgorithm({ digest: 'SHA-256', mgfDigest: 'SHA-256', saltLength });
      return verifySignature({ algorithm, key, data, signature: pss }).valid;
    };
    expect([19, 20, 21, 222, 223, 2048].map(valid)).toEqual([false, true, false, false, false, false]);
  });

  // With 8k + 1 bits the encoded block is an octet shorter than the modulus.
  test.each([1024, 1025, 1026, 1031, 1032, 1033])('PSS with a modulus of %i bits', (bits) => {
    const odd = rsaPair(bits);
    const oddKey = parsePublicKey(odd.spki);
    if (oddKey.type !== 'rsa') throw new Error('not an RSA key');
    expect(oddKey.bits).toBe(bits);
    const pss = nodeSign(odd, 'sha256', { padding: 6, saltLength: 32 });
    expect(judge('SHA256_WITH_RSA_PSS', oddKey, pss)).toBe('valid');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: oddKey.modulus - 1n }), (value) => {
        const size = Math.ceil(bits / 8);
        const random = Uint8Array.from(Buffer.from(value.toString(16).padStart(2 * size, '0'), 'hex'));
        expect(judge('SHA256_WITH_RSA_PSS', oddKey, random)).toBe('signature-mismatch');
        expect(judge('SHA256_WITH_RSA', oddKey, random)).toBe('signature-mismatch');
      }),
      { numRuns: 50 },
    );
  });
});

describe('ECDSA', () => {
  const pair = ecPair('P-256');
  const key = parsePublicKey(pair.spki);
  const { order, orderOctets } = curves['P-256'];
  const signature = nodeSign(pair, 'sha256');
  const raw = readRsSignature(signature, orderOctets);
  if (raw === null) throw new Error('not a signature');
  const rs = splitRsSignature(raw);

  test('both halves of the range of s are taken', () => {
    const other = encodeRsSignature({ r: rs.r, s: order - rs.s });
    expect(judge('SHA256_WITH_ECDSA', key, signature)).toBe('valid');
    expect(judge('SHA256_WITH_ECDSA', key, other)).toBe('valid');
  });

  test('r and s lie within 1 and the order less one, in strict DER', () => {
    const { r, s } = rs;
    const pairs: [bigint, bigint][] = [
      [0n, s],
      [r, 0n],
      [-r, s],
      [r, -s],
      [r + order, s],
      [r, s + order],
      [order, s],
    ];
    for (const [badR, badS] of pairs) {
      expect(judge('SHA256_WITH_ECDSA', key, encodeRsSignature({ r: badR, s: badS }))).toBe('signature-malformed');
    }
    const joined = encodeRsSignature(rs).subarray(2);
    const malformed = [
      new Uint8Array(0),
      joined,
      Uint8Array.of(...signature, 0),
      encodeSequence(encodeInteger(r)),
      encodeSequence(encodeInteger(r), encodeInteger(s), encodeNull()),
      Uint8Array.of(Tag.SET, ...signature.subarray(1)),
      new Uint8Array(5000),
    ];
    for (const bytes of malformed) expect(judge('SHA256_WITH_ECDSA', key, bytes)).toBe('signature-malformed');
    expect(judge('SHA256_WITH_ECDSA', key, encodeRsSignature({ r: 1n, s: 1n }))).toBe('signature-mismatch');
  });
});

describe('DSA', () => {
  test('a key that inherits its parameters verifies nothing by itself', () => {
    const pair = dsaPair(1024, 160);
    const key = parsePublicKey(pair.spki);
    if (key.type !== 'dsa') throw new Error('not a DSA key');
    const signature = nodeSign(pair, 'sha1');
    expect(judge('SHA1_WITH_DSA', key, signature)).toBe('valid');
    expect(judge('SHA1_WITH_DSA', parsePublicKey(encodeDsaKey(key.y, null)), signature)).toBe('key-parameters');
  });

  test('a q that is no prime, which nobody looked for, makes a mismatch and no exception', () => {
    // p = kq + 1 is prime, and q = 3 (2^158 + 1): an s that 3 divides has no inverse.
    const q = 3n * (2n ** 158n + 1n);
    const p = q * (2n ** 1023n / q + 0x10n) + 1n;
    const g = power(2n, (p - 1n) / q, p);
    const key = parsePublicKey(encodeDsaKey(g, { p, q, g }));
    expect(judge('SHA1_WITH_DSA', key, encodeRsSignature({ r: 1n, s: 3n }))).toBe('signature-mismatch');
    expect(judge('SHA1_WITH_DSA', key, encodeRsSignature({ r: 1n, s: 2n }))).toBe('signature-mismatch');
  });
});

describe('EdDSA', () => {
  const pair = ed25519Pair();
  const key = parsePublicKey(pair.spki);
  const signature = nodeSign(pair, null);

  test('S below the order, R canonical and without a small-order part', () => {
    const order = ed25519.Point.Fn.ORDER;
    const [r, s] = [signature.subarray(0, 32), signature.subarray(32)];
    const number = BigInt(`0x${Buffer.from(s).reverse().toString('hex')}`) + order;
    const high = Uint8Array.from(Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse());
    expect(judge('EDDSA', key, signature)).toBe('valid');
    expect(judge('EDDSA', key, Uint8Array.of(...r, ...high))).toBe('signature-malformed');
    const orderTwo = Uint8Array.of(0xec, ...new Uint8Array(30).fill(0xff), 0x7f);
    const mixed = ed25519.Point.fromBytes(r).add(ed25519.Point.fromBytes(orderTwo)).toBytes();
    expect(judge('EDDSA', key, Uint8Array.of(...mixed, ...s))).toBe('signature-malformed');
    const notCanonical = Uint8Array.of(0xee, ...new Uint8Array(30).fill(0xff), 0x7f);
    expect(judge('EDDSA', key, Uint8Array.of(...notCanonical, ...s))).toBe('signature-malformed');
    expect(judge('EDDSA', key, signature.subarray(1))).toBe('signature-malformed');
    expect(judge('EDDSA', key, Uint8Array.of(...signature, 0))).toBe('signature-malformed');
  });

  test('Ed25519 and Ed448 are not confused', () => {
    const algorithm = signatureAlgorithmByName('EDDSA');
    expect(algorithm.keyTypes).toEqual(['ed25519']);
    expect(judge('SHA256_WITH_ECDSA', key, signature)).toBe('key-mismatch');
  });
});

describe('BLS', () => {
  const { longSignatures, shortSignatures, G1, G2 } = bls12_381;
  const secret = new Uint8Array(32).fill(7);

  test('keys in G1 with signatures in G2, and the reverse', () => {
    const long = longSignatures.sign(longSignatures.hash(data, 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_'), secret);
    const longKey = parsePublicKey(encodeBlsKey(longSignatures.getPublicKey(secret).toBytes()));
    const short = shortSignatures.sign(
      shortSignatures.hash(data, 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'),
      secret,
    );
    const shortKey = parsePublicKey(encodeBlsKey(shortSignatures.getPublicKey(secret).toBytes()));
    expect(judge('BLS', longKey, long.toBytes())).toBe('valid');
    expect(judge('BLS', shortKey, short.toBytes())).toBe('valid');
    expect(judge('BLS', longKey, short.toBytes())).toBe('signature-malformed');
    expect(judge('BLS', shortKey, long.toBytes())).toBe('signature-malformed');
    expect(judge('BLS', longKey, G2.Point.BASE.toBytes())).toBe('signature-mismatch');
    expect(judge('BLS', shortKey, G1.Point.BASE.toBytes())).toBe('signature-mismatch');
    expect(judge('BLS', longKey, Uint8Array.of(0xc0, ...new Uint8Array(95)))).toBe('signature-malformed');
  });
});

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2))
    result = (((result * result) % modulus) * (bit === '1' ? base : 1n)) % modulus;
  return result;
}
