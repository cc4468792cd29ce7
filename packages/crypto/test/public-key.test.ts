import { bls12_381 } from '@noble/curves/bls12-381.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import {
  encodeBitString,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  Tag,
} from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { describeKey, keyWeaknesses, parsePublicKey } from '../src/index.ts';
import { curveNames, dsaPair, ecPair, ed448Pair, ed25519Pair, rsaPair } from './support/keys.ts';
import { refusal } from './support/refusal.ts';

const RSA = '1.2.840.113549.1.1.1';
const PSS = '1.2.840.113549.1.1.10';
const EC = '1.2.840.10045.2.1';
const P256 = '1.2.840.10045.3.1.7';
const DSA = '1.2.840.10040.4.1';
const BLS = '1.3.6.1.4.1.44668.5.3.1.1';

function spki(oid: string, parameters: Uint8Array | null, key: Uint8Array): Uint8Array {
  const algorithm = parameters === null ? [encodeOid(oid)] : [encodeOid(oid), parameters];
  return encodeSequence(encodeSequence(...algorithm), encodeBitString(key));
}

function rsa(modulus: bigint, exponent: bigint, oid = RSA, parameters: Uint8Array | null = encodeNull()): Uint8Array {
  return spki(oid, parameters, encodeSequence(encodeInteger(modulus), encodeInteger(exponent)));
}

const odd2048 = (1n << 2047n) | 1n;
const parse = (bytes: Uint8Array) => () => parsePublicKey(bytes);

describe('RSA keys', () => {
  test('are read with their exact bytes', () => {
    const { spki: bytes } = rsaPair(2048);
    const key = parsePublicKey(bytes);
    expect(key).toMatchObject({ type: 'rsa', bits: 2048, exponent: 65537n, pss: null });
    expect(key.spki).toBe(bytes);
    expect(describeKey(key)).toBe('RSA 2048');
    expect(keyWeaknesses(key)).toEqual([]);
  });

  test('below 1024 bits are refused, from 1024 taken, below 2048 weak', () => {
    expect(refusal(parse(rsa((1n << 1022n) | 1n, 65537n)))).toBe('key-too-weak');
    expect(keyWeaknesses(parsePublicKey(rsa((1n << 1023n) | 1n, 65537n)))).toEqual(['rsa-below-2048']);
    expect(keyWeaknesses(parsePublicKey(rsa((1n << 2046n) | 1n, 65537n)))).toEqual(['rsa-below-2048']);
    expect(keyWeaknesses(parsePublicKey(rsa(odd2048, 3n)))).toEqual(['rsa-exponent-below-65537']);
  });

  test.each([
    ['an even modulus', 1n << 2047n, 65537n, 'key-invalid'],
    ['a negative modulus', -odd2048, 65537n, 'key-invalid'],
    ['a modulus of zero', 0n, 65537n, 'key-invalid'],
    ['exponent 1', odd2048, 1n, 'key-invalid'],
    ['exponent 0', odd2048, 0n, 'key-invalid'],
    ['a negative exponent', odd2048, -3n, 'key-invalid'],
    ['an even exponent', odd2048, 65536n, 'key-invalid'],
    ['an exponent above the modulus', odd2048, odd2048 + 2n, 'key-invalid'],
    ['an exponent of 257 bits', odd2048, (1n << 256n) | 1n, 'key-too-large'],
    ['a modulus of 16,385 bits', (1n << 16384n) | 1n, 65537n, 'key-too-large'],
  ])('with %s are refused', (_, modulus, exponent, code) => {
    expect(refusal(parse(rsa(modulus, exponent)))).toBe(code);
  });

  test('must have NULL as parameters (RFC 3279, 2.3.1)', () => {
    expect(refusal(parse(rsa(odd2048, 65537n, RSA, null)))).toBe('key-malformed');
    expect(refusal(parse(rsa(odd2048, 65537n, RSA, encodeOid(P256))))).toBe('key-malformed');
  });

  test('for PSS alone say so, with parameters or without', () => {
    expect(parsePublicKey(rsa(odd2048, 65537n, PSS, null))).toMatchObject({ pss: 'any-parameters' });
    const key = parsePublicKey(rsa(odd2048, 65537n, PSS, encodeSequence()));
    expect(key).toMatchObject({ pss: { digest: 'SHA-1', mgfDigest: 'SHA-1', saltLength: 20 } });
    expect(describeKey(key)).toBe('RSA 2048 (PSS only)');
    expect(refusal(parse(rsa(odd2048, 65537n, PSS)))).toBe('algorithm-parameters');
  });
});

describe('EC keys', () => {
  test.each(curveNames)('on %s are read; their point is uncompressed', (curve) => {
    const { spki: bytes } = ecPair(curve);
    const key = parsePublicKey(bytes);
    if (key.type !== 'ec') throw new Error('not an EC key');
    expect(key.curve).toBe(curve);
    expect(key.point).toEqual(bytes.subarray(bytes.length - key.point.length));
    expect(describeKey(key)).toBe(`EC ${curve}`);
  });

  const good = ecPair('P-256').spki;
  const point = good.subarray(good.length - 65);
  const ec = (bytes: Uint8Array, parameters: Uint8Array | null = encodeOid(P256)): Uint8Array =>
    spki(EC, parameters, bytes);

  test('off the curve, at infinity, in hybrid form or of another length are refused', () => {
    const y = (point[64] as number) & 1;
    const bad: Uint8Array[] = [
      point.map((octet, i) => (i === 64 ? octet ^ 1 : octet)),
      Uint8Array.of(0),
      Uint8Array.of(),
      point.map((octet, i) => (i === 0 ? 6 + y : octet)),
      point.map((octet, i) => (i === 0 ? 2 : octet)),
      point.subarray(0, 64),
      Uint8Array.of(...point, 0),
      new Uint8Array(65).fill(0xff).fill(4, 0, 1),
    ];
    for (const bytes of bad) expect(refusal(parse(ec(bytes)))).toBe('key-invalid');
    expect(refusal(parse(ec(Uint8Array.of(2 + y, ...point.subarray(1, 33)))))).toBe('accepted');
  });

  test('must name a curve that is known', () => {
    expect(refusal(parse(ec(point, null)))).toBe('curve-parameters-missing');
    expect(refusal(parse(ec(point, encodeNull())))).toBe('curve-parameters-missing');
    expect(refusal(parse(ec(point, encodeSequence(encodeInteger(1)))))).toBe('curve-parameters-explicit');
    expect(refusal(parse(ec(point, encodeOid('1.3.132.0.33'))))).toBe('key-unsupported');
    expect(refusal(parse(ec(point, encodeOctetString(point))))).toBe('key-malformed');
    expect(refusal(parse(ec(point, encodeOid('1.3.132.0.10'))))).toBe('key-invalid');
  });
});

describe('Edwards keys', () => {
  test('are read', () => {
    expect(describeKey(parsePublicKey(ed25519Pair().spki))).toBe('Ed25519');
    expect(describeKey(parsePublicKey(ed448Pair().spki))).toBe('Ed448');
  });

  const key = (bytes: Uint8Array): Uint8Array => spki('1.3.101.112', null, bytes);
  const good = ed25519Pair().spki.subarray(12);

  test('that are not canonical, of small order or with a small-order part are refused', () => {
    const neutral = Uint8Array.of(1, ...new Uint8Array(31));
    const orderTwo = Uint8Array.of(0xec, ...new Uint8Array(30).fill(0xff), 0x7f);
    const yIsOnePlusP = Uint8Array.of(0xee, ...new Uint8Array(30).fill(0xff), 0x7f);
    const mixed = ed25519.Point.fromBytes(good).add(ed25519.Point.fromBytes(orderTwo)).toBytes();
    for (const bytes of [neutral, orderTwo, yIsOnePlusP, mixed, good.subarray(1), new Uint8Array(0)]) {
      expect(refusal(parse(key(bytes)))).toBe('key-invalid');
    }
    expect(refusal(parse(key(good)))).toBe('accepted');
  });

  test('must have no parameters (RFC 8410, 3)', () => {
    expect(refusal(parse(spki('1.3.101.112', encodeNull(), good)))).toBe('key-malformed');
  });
});

describe('DSA keys', () => {
  const pair = dsaPair(1024, 160);
  const key = parsePublicKey(pair.spki);
  if (key.type !== 'dsa' || key.parameters === null) throw new Error('not a DSA key with parameters');
  const { y, parameters } = key;
  const dsa = (value: bigint, p: bigint, q: bigint, g: bigint): Uint8Array =>
    spki(DSA, encodeSequence(encodeInteger(p), encodeInteger(q), encodeInteger(g)), encodeInteger(value));
  const { p, q, g } = parameters;

  test('are read, with a weakness below 2048 bits', () => {
    expect(describeKey(key)).toBe('DSA 1024/160');
    expect(keyWeaknesses(key)).toEqual(['dsa-below-2048']);
  });

  test('may inherit their parameters', () => {
    const inherited = parsePublicKey(spki(DSA, null, encodeInteger(y)));
    expect(inherited).toMatchObject({ y, parameters: null });
    expect(describeKey(inherited)).toBe('DSA (parameters inherited)');
    expect(refusal(parse(spki(DSA, encodeNull(), encodeInteger(y))))).toBe('key-malformed');
  });

  test('outside their group are refused', () => {
    const bad: [bigint, bigint, bigint, bigint][] = [
      [0n, p, q, g],
      [1n, p, q, g],
      [p, p, q, g],
      [p - 1n, p, q, g],
      [y, p, q, 1n],
      [y, p, q, p + g],
      [y, p, q, p - 1n],
      [y, p, q + 2n, g],
      [y, p + 2n, q, g],
      [y, -p, q, g],
      [y, p, 0n, g],
      [y, p, 1n, g],
    ];
    for (const [value, p1, q1, g1] of bad) expect(refusal(parse(dsa(value, p1, q1, g1)))).toBe('key-invalid');
    expect(refusal(parse(dsa(2n, 23n, 11n, 2n)))).toBe('key-too-weak');
  });
});

describe('BLS keys', () => {
  const { G1, G2 } = bls12_381;
  const key = (bytes: Uint8Array, parameters: Uint8Array | null = null): Uint8Array => spki(BLS, parameters, bytes);

  test('tell their group by their size', () => {
    expect(describeKey(parsePublicKey(key(G1.Point.BASE.toBytes())))).toBe('BLS12-381 G1');
    expect(describeKey(parsePublicKey(key(G2.Point.BASE.toBytes())))).toBe('BLS12-381 G2');
    expect(refusal(parse(key(G1.Point.BASE.toBytes(), encodeOid('1.3.6.1.4.1.44668.5.3.2.1'))))).toBe('accepted');
  });

  test('at infinity, uncompressed, off the curve or of another curve are refused', () => {
    expect(refusal(parse(key(Uint8Array.of(0xc0, ...new Uint8Array(47)))))).toBe('key-invalid');
    expect(refusal(parse(key(G1.Point.BASE.toBytes(false))))).toBe('key-invalid');
    expect(refusal(parse(key(Uint8Array.of(0x9f, ...new Uint8Array(47).fill(0xff)))))).toBe('key-invalid');
    expect(refusal(parse(key(new Uint8Array(32))))).toBe('key-unsupported');
    expect(refusal(parse(key(G1.Point.BASE.toBytes(), encodeOid(P256))))).toBe('key-unsupported');
    expect(refusal(parse(key(G1.Point.BASE.toBytes(), encodeNull())))).toBe('key-malformed');
  });
});

describe('SubjectPublicKeyInfo', () => {
  const good = ed25519Pair().spki;

  test('must be strict DER and nothing else', () => {
    expect(refusal(parse(new Uint8Array(0)))).toBe('key-malformed');
    expect(refusal(parse(Uint8Array.of(...good, 0)))).toBe('key-malformed');
    expect(refusal(parse(good.subarray(0, 43)))).toBe('key-malformed');
    expect(refusal(parse(encodeExplicit(0, good)))).toBe('key-malformed');
    expect(refusal(parse(new Uint8Array(20_000)))).toBe('key-malformed');
    const oneUnusedBit = encodeElement(Tag.BIT_STRING, Uint8Array.of(1), new Uint8Array(32));
    expect(refusal(parse(encodeSequence(encodeSequence(encodeOid('1.3.101.112')), oneUnusedBit)))).toBe(
      'key-malformed',
    );
  });

  test('of an algorithm that is not known is refused, confusion of two is too', () => {
    expect(refusal(parse(spki('1.3.132.1.12', encodeOid(P256), good.subarray(12))))).toBe('key-unsupported');
    expect(refusal(parse(spki(EC, encodeOid(P256), encodeSequence(encodeInteger(odd2048), encodeInteger(3)))))).toBe(
      'key-invalid',
    );
    expect(refusal(parse(spki(RSA, encodeNull(), good.subarray(12))))).toBe('key-malformed');
    expect(refusal(parse(spki('1.3.101.113', null, good.subarray(12))))).toBe('key-invalid');
  });
});
