import * as mlDsaLibrary from '@noble/post-quantum/ml-dsa.js';
import * as slhDsaLibrary from '@noble/post-quantum/slh-dsa.js';
import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import {
  type AlgorithmSupport,
  approvalAlgorithm,
  encodeSignatureAlgorithm,
  parsePublicKey,
  signatureAlgorithmByName,
  signatureAlgorithmOfDer,
  signatureAlgorithms,
} from '../../src/index.ts';
import { mlDsa, postQuantum, slhDsa } from '../../src/post-quantum/index.ts';
import { ecPair } from '../support/keys.ts';
import { algorithmOf, allSets, pairOf, setOf } from '../support/post-quantum.ts';
import { refusal } from '../support/refusal.ts';

const algorithms = postQuantum;
const identifier = (oid: string, ...parameters: readonly Uint8Array[]): Uint8Array =>
  encodeSequence(encodeOid(oid), ...parameters);
const NIST = '2.16.840.1.101.3.4.3';

describe('the parameter sets', () => {
  test('are 3 of ML-DSA and 12 of SLH-DSA, at 17 to 31 of the arc in the order of the registry', () => {
    expect(allSets.map(({ name, oid }) => `${oid.slice(NIST.length + 1)} ${name}`)).toEqual([
      '17 ML-DSA-44',
      '18 ML-DSA-65',
      '19 ML-DSA-87',
      '20 SLH-DSA-SHA2-128s',
      '21 SLH-DSA-SHA2-128f',
      '22 SLH-DSA-SHA2-192s',
      '23 SLH-DSA-SHA2-192f',
      '24 SLH-DSA-SHA2-256s',
      '25 SLH-DSA-SHA2-256f',
      '26 SLH-DSA-SHAKE-128s',
      '27 SLH-DSA-SHAKE-128f',
      '28 SLH-DSA-SHAKE-192s',
      '29 SLH-DSA-SHAKE-192f',
      '30 SLH-DSA-SHAKE-256s',
      '31 SLH-DSA-SHAKE-256f',
    ]);
    expect(allSets.every(({ oid }) => oid.startsWith(`${NIST}.`))).toBe(true);
    expect(mlDsa.signatureAlgorithms).toHaveLength(3);
    expect(slhDsa.signatureAlgorithms).toHaveLength(12);
    expect(postQuantum.signatureAlgorithms).toHaveLength(15);
    expect(postQuantum.keyReaders.size).toBe(15);
  });

  test.each(allSets)('$name has the sizes of the library, and its arithmetic', (set) => {
    const library: Readonly<Record<string, unknown>> = { ...mlDsaLibrary, ...slhDsaLibrary };
    const name = set.name.toLowerCase().replaceAll('-', '_').replace('ml_dsa_', 'ml_dsa');
    expect(set.arithmetic).toBe(library[name]);
    expect(library[name]).toMatchObject({
      lengths: {
        publicKey: set.publicKeySize,
        secretKey: set.secretKeySize,
        signature: set.signatureSize,
        seed: set.seedSize,
        signRand: set.randomSize,
      },
    });
  });
});

describe('algorithm identifiers', () => {
  test.each(allSets)('$name: written without parameters, and read to the same entry', (set) => {
    const algorithm = algorithmOf(set);
    const der = encodeSignatureAlgorithm(algorithm);
    expect(der).toEqual(identifier(set.oid));
    expect(signatureAlgorithmOfDer(der, { algorithms })).toBe(algorithm);
    expect(algorithm.name).toBe(`id-${set.name.toLowerCase()}`);
    expect(signatureAlgorithmByName(algorithm.name, { algorithms })).toBe(algorithm);
    expect([algorithm.weak, algorithm.digest, algorithm.scheme.name]).toEqual([false, null, set.scheme]);
  });

  test.each(allSets)('$name: parameters are refused, NULL too', ({ oid }) => {
    for (const parameters of [encodeNull(), encodeOid('1.2.3'), encodeSequence()]) {
      const der = identifier(oid, parameters);
      expect(refusal(() => signatureAlgorithmOfDer(der, { algorithms }))).toBe('algorithm-parameters');
    }
  });

  test.each(allSets)('$name: not known unless it is asked for', (set) => {
    expect(refusal(() => signatureAlgorithmOfDer(identifier(set.oid)))).toBe('algorithm-unsupported');
    expect(refusal(() => signatureAlgorithmByName(set.name))).toBe('algorithm-unsupported');
    expect(refusal(() => parsePublicKey(pairOf(setOf('ML-DSA-44')).spki))).toBe('key-unsupported');
    expect(signatureAlgorithms.some(({ oid }) => oid === set.oid)).toBe(false);
    const other = set.scheme === 'ML-DSA' ? slhDsa : mlDsa;
    expect(refusal(() => signatureAlgorithmOfDer(identifier(set.oid), { algorithms: other }))).toBe(
      'algorithm-unsupported',
    );
  });

  test('those over a digest, 32 to 46 of the arc (HashML-DSA, HashSLH-DSA), are not known', () => {
    for (let arc = 32; arc <= 46; arc++) {
      const der = identifier(`${NIST}.${arc}`);
      expect(refusal(() => signatureAlgorithmOfDer(der, { algorithms }))).toBe('algorithm-unsupported');
    }
  });

  test('nobody approves with such a key: no digest name of an approval goes with it', () => {
    const key = parsePublicKey(pairOf(setOf('ML-DSA-44')).spki, { algorithms });
    for (const name of ['SHA-256', 'EdDSA', 'BLS', 'ML-DSA-44']) {
      expect(refusal(() => approvalAlgorithm(name, key))).toBe('algorithm-unsupported');
    }
  });
});

describe('algorithms that are given', () => {
  test('do not take the place of those that are always known', () => {
    const ec = ecPair('P-256').spki;
    const [mine] = mlDsa.signatureAlgorithms;
    if (mine === undefined) throw new Error('there is none');
    const hostile: AlgorithmSupport = {
      keyReaders: new Map([
        [
          '1.2.840.10045.2.1',
          () => {
            throw new Error('asked');
          },
        ],
      ]),
      signatureAlgorithms: [{ ...mine, oid: '1.2.840.10045.4.3.2', name: 'SHA256_WITH_ECDSA' }],
    };
    expect(parsePublicKey(ec, { algorithms: hostile }).type).toBe('ec');
    const der = identifier('1.2.840.10045.4.3.2');
    expect(signatureAlgorithmOfDer(der, { algorithms: hostile }).name).toBe('ecdsa-with-SHA256');
    expect(signatureAlgorithmByName('SHA256_WITH_ECDSA', { algorithms: hostile }).name).toBe('ecdsa-with-SHA256');
  });
});
