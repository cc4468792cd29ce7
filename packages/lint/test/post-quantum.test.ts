import { signatureAlgorithmByName } from '@quorate/crypto';
import { postQuantum, postQuantumKeyPair, postQuantumSigner } from '@quorate/crypto/post-quantum';
import { encodeBitString, encodeOid, encodeSequence } from '@quorate/der';
import { type LintReport, lint, readLintObject } from '@quorate/lint';
import { describe, expect, test } from 'vitest';
import { csr, rootCertificate, tbs } from './make/objects.ts';
import { time } from './make/values.ts';

const sets = ['rfc5280', 'practice', 'hsm'] as const;
const year = { notBefore: time('2026-06-03T09:41:17Z'), notAfter: time('2027-06-03T09:41:16Z') };
const SETS = [
  ['ML-DSA-44', 17, 32],
  ['SLH-DSA-SHA2-128f', 21, 48],
] as const;
const algorithmOf = (arc: number) => encodeSequence(encodeOid(`2.16.840.1.101.3.4.3.${arc}`));
const remarks = (report: LintReport) => report.findings.filter(({ outcome }) => outcome !== 'pass');

describe.each(SETS)('%s', (set, arc, seedSize) => {
  const pair = postQuantumKeyPair(
    set,
    Uint8Array.from({ length: seedSize }, (_, i) => i),
  );
  const { spki } = pair;
  const signature = algorithmOf(arc);

  test('a TBSCertificate and a root with such a key and signature violate no rule', () => {
    const root = rootCertificate({ ...year, spki, signature });
    for (const [kind, der] of [
      ['tbs', tbs({ ...year, spki, signature })],
      ['certificate', root],
    ] as const) {
      for (const options of [{}, { algorithms: postQuantum }]) {
        const report = lint(readLintObject(kind, der, options), { sets });
        expect(remarks(report)).toEqual([]);
        expect(report.verdict).toBe('pass');
      }
    }
  });
  test('its key is read with `algorithms`, and is unsupported without', () => {
    const der = tbs({ ...year, spki });
    expect(readLintObject('tbs', der, { algorithms: postQuantum }).publicKey.parsed.type).toBe(set.toLowerCase());
    expect(() => readLintObject('tbs', der).publicKey.parsed).toThrow('subjectPublicKeyInfo: unreadable');
  });
  test('the signature of a request is verified with `algorithms`, and could not be without', async () => {
    const info = readLintObject('csr', csr({ spki })).info;
    const algorithm = signatureAlgorithmByName(`id-${set.toLowerCase()}`, { algorithms: postQuantum });
    const value = await postQuantumSigner(pair.pkcs8).sign(info, algorithm);
    const request = encodeSequence(info, signature, encodeBitString(value));
    const broken = encodeSequence(info, signature, encodeBitString(value.with(0, (value[0] ?? 0) ^ 1)));
    const report = (der: Uint8Array, options = {}) => lint(readLintObject('csr', der, options), { sets });
    expect(remarks(report(request, { algorithms: postQuantum }))).toEqual([]);
    expect(report(broken, { algorithms: postQuantum }).verdict).toBe('fail');
    expect(report(request).verdict).toBe('incomplete');
    expect(remarks(report(request)).map(({ id, outcome }) => [id, outcome])).toEqual([
      ['lint.request-signature-valid', 'not-checked'],
    ]);
  });
});

test('a root whose signature is of another parameter set than its key is seen before it is signed', () => {
  const { spki } = postQuantumKeyPair('ML-DSA-44', new Uint8Array(32));
  const der = rootCertificate({ ...year, spki, signature: algorithmOf(18) });
  expect(remarks(lint(readLintObject('certificate', der), { sets })).map(({ id }) => id)).toEqual([
    'lint.self-signed-algorithm-fits-key',
  ]);
});
