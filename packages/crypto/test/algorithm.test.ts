import { encodeElement, encodeExplicit, encodeInteger, encodeNull, encodeOid, encodeSequence, Tag } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { pssAlgorithm } from '../src/identified-algorithms.ts';
import {
  approvalAlgorithm,
  digestNames,
  encodeSignatureAlgorithm,
  parsePublicKey,
  signatureAlgorithmByName,
  signatureAlgorithmOfDer,
  signatureAlgorithms,
} from '../src/index.ts';
import { toHex } from './support/hex.ts';
import { dsaPair, ecPair, ed448Pair, ed25519Pair, rsaPair } from './support/keys.ts';
import { refusal } from './support/refusal.ts';

const withOid = signatureAlgorithms.filter(({ oid }) => oid !== null);

describe('the table', () => {
  test('has no identifier and no REST name twice, but for PSS, whose parameters tell', () => {
    const oids = withOid.filter(({ pss }) => pss === null).map(({ oid }) => oid);
    expect(new Set(oids).size).toBe(oids.length);
    const names = signatureAlgorithms.flatMap(({ restNames }) => restNames);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(signatureAlgorithms.map(({ name }) => name)).size).toBe(signatureAlgorithms.length);
    expect(signatureAlgorithms).toHaveLength(37);
  });

  test.each(withOid)('$name: what it encodes to is read as itself', (algorithm) => {
    expect(signatureAlgorithmOfDer(encodeSignatureAlgorithm(algorithm))).toBe(algorithm);
  });

  test('is weak exactly where SHA-1 is the digest', () => {
    for (const { weak, digest } of signatureAlgorithms) expect(weak).toBe(digest === 'SHA-1');
  });

  test('BLS has no identifier', () => {
    expect(refusal(() => encodeSignatureAlgorithm(signatureAlgorithmByName('BLS')))).toBe('algorithm-unsupported');
  });
});

const read =
  (...fields: Uint8Array[]) =>
  () =>
    signatureAlgorithmOfDer(encodeSequence(...fields));
const oidOf = (name: string): Uint8Array => encodeOid(signatureAlgorithmByName(name).oid ?? '');

describe('parameters', () => {
  test('of RSA PKCS#1 v1.5 are NULL or absent (RFC 4055, 5), and NULL when written', () => {
    for (const algorithm of withOid.filter(({ scheme }) => scheme.name === 'RSASSA-PKCS1-v1_5')) {
      const oid = encodeOid(algorithm.oid ?? '');
      expect(signatureAlgorithmOfDer(encodeSequence(oid))).toBe(algorithm);
      expect(signatureAlgorithmOfDer(encodeSequence(oid, encodeNull()))).toBe(algorithm);
      expect(encodeSignatureAlgorithm(algorithm)).toEqual(encodeSequence(oid, encodeNull()));
    }
    expect(refusal(read(oidOf('SHA256_WITH_RSA'), encodeSequence()))).toBe('algorithm-parameters');
    expect(refusal(read(oidOf('SHA256_WITH_RSA'), encodeNull()))).toBe('accepted');
    expect(refusal(read(oidOf('SHA256_WITH_RSA'), encodeElement(Tag.NULL, Uint8Array.of(0))))).toBe(
      'algorithm-parameters',
    );
  });

  test.each(['SHA256_WITH_ECDSA', 'SHA256_WITH_DSA', 'EDDSA'])(
    'of %s must be absent; a NULL can be tolerated',
    (name) => {
      expect(refusal(read(oidOf(name)))).toBe('accepted');
      expect(refusal(read(oidOf(name), encodeNull()))).toBe('algorithm-parameters');
      const withNull = encodeSequence(oidOf(name), encodeNull());
      expect(signatureAlgorithmOfDer(withNull, { nullParameters: 'tolerate' })).toBe(signatureAlgorithmByName(name));
      const other = encodeSequence(oidOf(name), encodeSequence());
      expect(refusal(() => signatureAlgorithmOfDer(other, { nullParameters: 'tolerate' }))).toBe(
        'algorithm-parameters',
      );
    },
  );

  test('tolerance is no licence for anything but NULL', () => {
    for (const name of ['SHA256_WITH_RSA', 'SHA256_WITH_ECDSA']) {
      const other = encodeSequence(oidOf(name), encodeOid('1.2.3'));
      expect(refusal(() => signatureAlgorithmOfDer(other, { nullParameters: 'tolerate' }))).toBe(
        'algorithm-parameters',
      );
    }
  });

  test('what is not one AlgorithmIdentifier is malformed, what is not known is unsupported', () => {
    expect(refusal(() => signatureAlgorithmOfDer(new Uint8Array(0)))).toBe('algorithm-malformed');
    expect(refusal(read())).toBe('algorithm-malformed');
    expect(refusal(read(oidOf('EDDSA'), encodeNull(), encodeNull()))).toBe('algorithm-malformed');
    expect(refusal(() => signatureAlgorithmOfDer(new Uint8Array(2000)))).toBe('algorithm-malformed');
    expect(refusal(read(encodeOid('1.2.840.113549.1.1.4'), encodeNull()))).toBe('algorithm-unsupported');
  });
});

describe('PSS parameters', () => {
  const PSS = encodeOid('1.2.840.113549.1.1.10');
  const MGF1 = encodeOid('1.2.840.113549.1.1.8');
  const hash = (oid: string, ...parameters: Uint8Array[]): Uint8Array => encodeSequence(encodeOid(oid), ...parameters);
  const SHA1 = '1.3.14.3.2.26';
  const SHA256 = '2.16.840.1.101.3.4.2.1';
  const mgf = (inner: Uint8Array): Uint8Array => encodeExplicit(1, encodeSequence(MGF1, inner));

  test('round-trip for every pair of digests and salts of every kind', () => {
    for (const digest of digestNames) {
      for (const mgfDigest of digestNames) {
        for (const saltLength of [0, 20, 32, 127, 128, 2048]) {
          const algorithm = pssAlgorithm({ digest, mgfDigest, saltLength });
          const again = signatureAlgorithmOfDer(encodeSignatureAlgorithm(algorithm));
          expect(again.pss).toEqual({ digest, mgfDigest, saltLength });
          expect(toHex(encodeSignatureAlgorithm(again))).toBe(toHex(encodeSignatureAlgorithm(algorithm)));
        }
      }
    }
  });

  test('a hash may have NULL or no parameters (RFC 4055, 2.1)', () => {
    const salt = encodeExplicit(2, encodeInteger(32));
    const forms = [[], [encodeNull()]];
    for (const a of forms) {
      for (const b of forms) {
        const fields = encodeSequence(encodeExplicit(0, hash(SHA256, ...a)), mgf(hash(SHA256, ...b)), salt);
        expect(signatureAlgorithmOfDer(encodeSequence(PSS, fields))).toBe(
          signatureAlgorithmByName('SHA256_WITH_RSA_PSS'),
        );
      }
    }
    const fields = encodeSequence(encodeExplicit(0, hash(SHA256, encodeSequence())), mgf(hash(SHA256)), salt);
    expect(refusal(read(PSS, fields))).toBe('algorithm-parameters');
  });

  test.each([
    ['absent', []],
    ['NULL', [encodeNull()]],
    ['default hash written out', [encodeSequence(encodeExplicit(0, hash(SHA1)))]],
    ['default mask generation function written out', [encodeSequence(mgf(hash(SHA1)))]],
    ['default salt length written out', [encodeSequence(encodeExplicit(2, encodeInteger(20)))]],
    ['trailer written out', [encodeSequence(encodeExplicit(3, encodeInteger(1)))]],
    ['another trailer', [encodeSequence(encodeExplicit(3, encodeInteger(2)))]],
    ['negative salt', [encodeSequence(encodeExplicit(2, encodeInteger(-1)))]],
    ['salt beyond every key', [encodeSequence(encodeExplicit(2, encodeInteger(2049)))]],
    [
      'fields in another order',
      [encodeSequence(encodeExplicit(2, encodeInteger(32)), encodeExplicit(0, hash(SHA256)))],
    ],
    [
      'two values in one field',
      [encodeSequence(encodeExplicit(2, encodeElement(Tag.INTEGER, Uint8Array.of(3, 2, 1, 0))))],
    ],
  ])('%s: refused', (_, parameters) => {
    expect(refusal(read(PSS, ...parameters))).toMatch(/algorithm-parameters/);
  });

  test('another hash or mask generation function is not known', () => {
    const md5 = hash('1.2.840.113549.2.5');
    expect(refusal(read(PSS, encodeSequence(encodeExplicit(0, md5))))).toBe('algorithm-unsupported');
    const shake = encodeSequence(encodeExplicit(1, hash('2.16.840.1.101.3.4.2.11', hash(SHA256))));
    expect(refusal(read(PSS, shake))).toBe('algorithm-unsupported');
  });
});

describe('REST names', () => {
  test.each([
    ['SHA256_WITH_RSA', 'sha256WithRSAEncryption'],
    ['SHA512_WITH_RSA_PSS', 'id-RSASSA-PSS (SHA-512, MGF1 with SHA-512, salt 64)'],
    ['SHA3256_WITH_ECDSA', 'id-ecdsa-with-sha3-256'],
    ['SHA256_WITH_ECDSA_DETERMINISTIC', 'ecdsa-with-SHA256'],
    ['SHA1_WITH_DSA', 'dsa-with-sha1'],
    ['EDDSA', 'id-Ed25519'],
    ['EdDSA', 'id-Ed25519'],
    ['Ed25519', 'id-Ed25519'],
    ['Ed448', 'id-Ed448'],
    ['id-Ed25519', 'id-Ed25519'],
    ['id-Ed448', 'id-Ed448'],
    ['BLS', 'BLS'],
  ])('%s is %s', (rest, name) => {
    expect(signatureAlgorithmByName(rest).name).toBe(name);
  });

  test.each([
    'NONE_WITH_RSA',
    'NONESHA256_WITH_RSA',
    'NONE_WITH_ECDSA',
    'DOUBLE_SHA256_WITH_ECDSA',
    'KECCAK256_WITH_ECDSA',
    'NONE_WITH_EC_SCHNORR_BIP0340',
    'ISS_KERL',
    'DILITHIUM',
    'sha256_with_rsa',
    'ed448',
    'SHA-256',
    '__proto__',
    '',
  ])('`%s` is refused', (name) => {
    expect(refusal(() => signatureAlgorithmByName(name))).toBe('algorithm-unsupported');
  });
});

describe('the algorithm of an approval', () => {
  const keys = {
    rsa: parsePublicKey(rsaPair(1024).spki),
    ec: parsePublicKey(ecPair('P-256').spki),
    dsa: parsePublicKey(dsaPair(1024, 160).spki),
    ed25519: parsePublicKey(ed25519Pair().spki),
    ed448: parsePublicKey(ed448Pair().spki),
  };

  test.each([
    ['SHA-256', 'rsa', 'sha256WithRSAEncryption'],
    ['SHA3-512', 'rsa', 'id-rsassa-pkcs1-v1-5-with-sha3-512'],
    ['SHA-384', 'ec', 'ecdsa-with-SHA384'],
    ['SHA3-256', 'ec', 'id-ecdsa-with-sha3-256'],
    ['SHA-224', 'dsa', 'dsa-with-sha224'],
    ['EdDSA', 'ed25519', 'id-Ed25519'],
    ['EDDSA', 'ed25519', 'id-Ed25519'],
    ['EdDSA', 'ed448', 'id-Ed448'],
  ] as const)('%s with a key that is %s is %s', (digest, type, name) => {
    expect(approvalAlgorithm(digest, keys[type]).name).toBe(name);
  });

  test.each([
    ['SHA-1', 'rsa'],
    ['SHA256', 'rsa'],
    ['sha-256', 'ec'],
    ['EdDSA', 'ec'],
    ['SHA-256', 'ed25519'],
    ['SHA-512/256', 'rsa'],
    ['BLS', 'ed25519'],
    ['', 'ed25519'],
  ] as const)('`%s` with a key that is %s is refused', (digest, type) => {
    expect(refusal(() => approvalAlgorithm(digest, keys[type]))).toBe('algorithm-unsupported');
  });
});
