import { readFileSync } from 'node:fs';
import { describeConformance, recordSuite, suiteFile, timed } from '@quorate/conformance';
import { DerReader } from '@quorate/der';
import { expect, test } from 'vitest';
import { CryptoError, parsePublicKey, signatureAlgorithmOfDer, verifySignature } from '../src/index.ts';
import { fromBase64 } from './support/hex.ts';

interface SignedData {
  readonly id: string;
  readonly spki: string;
  readonly algorithm: string;
  readonly data: string;
  readonly signatureBitString: string;
  readonly valid: boolean;
}

/** What this package says of each case, by id: exactly these ids are in the suite. */
const expected: Readonly<Record<string, string>> = {
  'rsa-pkcs1-sha1': 'valid: sha-1, rsa-below-2048',
  'rsa-pkcs1-sha256': 'valid: rsa-below-2048',
  'rsa2048-pkcs1-sha512': 'valid',
  'rsa-pkcs1-sha256-key-encoded-ber': 'key-malformed',
  'ecdsa-secp384r1-sha256': 'valid',
  'ecdsa-prime256v1-sha512': 'valid',
  'rsa-pss-sha256': 'valid',
  'rsa-pss-sha256-wrong-salt': 'signature-mismatch',
  'ecdsa-secp384r1-sha256-corrupted-data': 'signature-mismatch',
  'rsa-pkcs1-sha1-wrong-algorithm': 'signature-mismatch',
  'ecdsa-prime256v1-sha512-wrong-signature-format': 'signature-malformed',
  'ecdsa-using-rsa-key': 'key-mismatch',
  'rsa-using-ec-key': 'key-mismatch',
  'rsa-pkcs1-sha256-using-ecdsa-algorithm': 'key-mismatch',
  'ecdsa-prime256v1-sha512-using-rsa-algorithm': 'key-mismatch',
  'ecdsa-prime256v1-sha512-using-ecdh-key': 'key-unsupported',
  'ecdsa-prime256v1-sha512-using-ecmqv-key': 'key-unsupported',
};

function judge(item: SignedData): string {
  try {
    const verdict = verifySignature({
      key: parsePublicKey(fromBase64(item.spki)),
      algorithm: signatureAlgorithmOfDer(fromBase64(item.algorithm)),
      data: fromBase64(item.data),
      signature: DerReader.of(fromBase64(item.signatureBitString)).bitStringBytes(),
    });
    if (!verdict.valid) return verdict.reason;
    return verdict.weaknesses.length === 0 ? 'valid' : `valid: ${verdict.weaknesses.join(', ')}`;
  } catch (error) {
    if (error instanceof CryptoError) return error.code;
    throw error;
  }
}

describeConformance('BoringSSL signed data', () => {
  const { cases } = JSON.parse(readFileSync(suiteFile('boringssl-signed-data/cases.json'), 'utf8')) as {
    cases: SignedData[];
  };

  test('17 cases, all as BoringSSL has them', () => {
    expect(cases.map(({ id }) => id)).toEqual(Object.keys(expected));
    const word = (valid: boolean): string => (valid ? 'valid' : 'invalid');
    const { value: outcomes, milliseconds } = timed(() =>
      cases.map((item) => {
        return { id: item.id, suite: word(item.valid), ours: word(judge(item).startsWith('valid')) };
      }),
    );
    const judged = recordSuite({ suite: 'boringssl-signed-data', outcomes, divergences: [], milliseconds });
    expect(judged.problems).toEqual([]);
    expect([judged.cases, judged.agreed]).toEqual([17, 17]);
  });

  for (const item of cases) {
    test(`${item.id} is ${item.valid ? 'valid' : 'not valid'}`, () => {
      const said = judge(item);
      expect(said.startsWith('valid')).toBe(item.valid);
      expect(said).toBe(expected[item.id]);
    });
  }
});
