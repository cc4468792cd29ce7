import {
  encodeBoolean,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeNamedBits,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  Tag,
} from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { encodeSignatureAlgorithm, parsePublicKey, verifySignature } from '../../src/index.ts';
import { postQuantum, postQuantumKeyPair, postQuantumSigner } from '../../src/post-quantum/index.ts';
import { fromHex, toHex } from '../support/hex.ts';
import { algorithmOf, pairOf, setOf } from '../support/post-quantum.ts';

/**
 * The examples that go with RFC 9881 and RFC 9909, made by other software. The ML-DSA keys follow from the seed 00 to 1f,
 * and the certificates are signed without randomness, so both are made anew here and compared at their ends: one octet
 * more or less in what is signed would change the whole of the signature.
 */
interface Example {
  readonly name: 'ML-DSA-44' | 'ML-DSA-87';
  readonly usages: readonly number[];
  readonly subjectKey: string;
  readonly key: readonly [string, string];
  readonly signature: readonly [string, string];
}

const examples: readonly Example[] = [
  {
    name: 'ML-DSA-44',
    usages: [5, 6],
    subjectKey: '329a07b1fabb48f52a309f11a1898f848e2322ff',
    key: ['d7b2b47254aae0db45e7930d4a98d2c97d8f139', '4db9784cf05c830b3242c8312'],
    signature: [
      'fcb12defc1319cfe2c6acd0cc2fff9b8e27051a34da',
      '4d67778aa9b2b8c2c4d1ddf0000000000000000000000000000013213142',
    ],
  },
  {
    name: 'ML-DSA-87',
    usages: [0, 5, 6],
    subjectKey: '89886750b57c24db3fc012e61ede59753337374f',
    key: ['9792bcec2f2430686a82fccf3c2f5ff665e771d', '74073326b31212aece0a34a60'],
    signature: ['08783d565efc7b97440f8bd9818b466be538dbccedb', '40c12151d1e252c'],
  },
];

const printable = (text: string): Uint8Array => encodeElement(0x13, new TextEncoder().encode(text));
const attribute = (oid: string, text: string): Uint8Array =>
  encodeSetOf(encodeSequence(encodeOid(oid), printable(text)));
const utcTime = (digits: string): Uint8Array => encodeElement(Tag.UTC_TIME, new TextEncoder().encode(digits));
const extension = (oid: string, critical: boolean, value: Uint8Array): Uint8Array =>
  encodeSequence(encodeOid(oid), ...(critical ? [encodeBoolean(true)] : []), encodeOctetString(value));

/** The TBSCertificate that the example has, field by field. */
function tbsOf({ usages, subjectKey }: Example, algorithm: Uint8Array, spki: Uint8Array): Uint8Array {
  const name = encodeSequence(attribute('2.5.4.10', 'IETF'), attribute('2.5.4.3', 'LAMPS WG'));
  const extensions = encodeSequence(
    extension('2.5.29.15', true, encodeNamedBits([...usages])),
    extension('2.5.29.19', true, encodeSequence(encodeBoolean(true))),
    extension('2.5.29.14', false, encodeOctetString(fromHex(subjectKey))),
  );
  return encodeSequence(
    encodeExplicit(0, encodeInteger(2)),
    encodeElement(Tag.INTEGER, fromHex('159ffe6f22fd5cc42c524df6fd5e28d0de38f34e')),
    algorithm,
    name,
    encodeSequence(utcTime('200203043210Z'), utcTime('400129043210Z')),
    name,
    spki,
    encodeExplicit(3, extensions),
  );
}

describe('RFC 9881, the certificates of the examples', () => {
  test.each(examples)('$name: the key and the signature are made anew, octet for octet', async (example) => {
    const set = setOf(example.name);
    const { spki, pkcs8 } = pairOf(set);
    const key = toHex(spki.subarray(-set.publicKeySize));
    expect([key.startsWith(example.key[0]), key.endsWith(example.key[1])]).toEqual([true, true]);
    const algorithm = algorithmOf(set);
    const tbs = tbsOf(example, encodeSignatureAlgorithm(algorithm), spki);
    const signature = await postQuantumSigner(pkcs8).sign(tbs, algorithm);
    const text = toHex(signature);
    expect([text.startsWith(example.signature[0]), text.endsWith(example.signature[1])]).toEqual([true, true]);
    const input = { algorithm, key: parsePublicKey(spki, { algorithms: postQuantum }), data: tbs, signature };
    expect(verifySignature(input).valid).toBe(true);
  });
});

describe('RFC 9909, the keys of the example', () => {
  test('SLH-DSA-SHA2-128s: the public key follows from the private key', () => {
    const privateKey = fromHex(
      'a2263bca45860836523160049523d621677fad90d51eb6067a327e0d1e64a501' +
        '2b8109ec777caa4e1f024ccfcf9497d99180509280f4256af2b07af80289b494',
    );
    const pair = postQuantumKeyPair('SLH-DSA-SHA2-128s', privateKey.subarray(0, 48));
    const head = '3030300b0609608648016503040314032100';
    expect(toHex(pair.spki)).toBe(`${head}${toHex(privateKey.subarray(32))}`);
    expect(toHex(pair.pkcs8)).toBe(`3052020100300b06096086480165030403140440${toHex(privateKey)}`);
    expect(postQuantumSigner(pair.pkcs8).publicKey).toEqual(pair.spki);
  });
});
