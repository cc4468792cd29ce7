import {
  traceAttestationKey,
  traceFetchModifyTasksResponse,
  traceFetchSignTasksResponse,
  traceModifyAttestation,
  traceModifyAttestationSignature,
  traceSignAttestation,
  traceSignAttestationSignature,
  traceSignResponse,
} from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { parseAttestation, verifyAttestation } from '../src/index.ts';
import { utf8 } from './support/xml.ts';

const sign = utf8(traceSignAttestation);
const modify = utf8(traceModifyAttestation);
const time = (text: string): number => Date.parse(text) / 1000;

describe('the real attestations', () => {
  test('each is what the task carries beside the token, and so is its signature', () => {
    for (const [response, xml, signature] of [
      [traceFetchModifyTasksResponse, traceModifyAttestation, traceModifyAttestationSignature],
      [traceFetchSignTasksResponse, traceSignAttestation, traceSignAttestationSignature],
    ] as const) {
      const { tasks } = JSON.parse(response) as { tasks: { keyAttributes: string; keyAttributesSignature: string }[] };
      expect(tasks[0]?.keyAttributes).toBe(xml);
      expect(Uint8Array.from(Buffer.from(tasks[0]?.keyAttributesSignature ?? '', 'base64'))).toEqual(signature);
    }
    expect(traceSignResponse).toContain('signRequestId');
  });

  test('sign: every field of the derived key', () => {
    const { bytes, policy, ...read } = parseAttestation(sign);
    expect(bytes).toBe(sign);
    expect(read).toEqual({
      creation: 'imported',
      external: true,
      uuid: 'F6474FFA-F68EC585-383412B7-41EDAA40',
      label: "TESTKEY2024-08-14_20-02-48.72168016257020/44'/0'/0'/0'",
      createTime: time('2024-08-14T18:03:03Z'),
      attestTime: time('2024-08-14T18:03:04Z'),
      keyUseCount: null,
      algorithm: 'ED',
      algorithmOid: '1.3.101.112',
      curveOid: null,
      keySize: null,
      publicKey: Uint8Array.from(Buffer.from('MCowBQYDK2VwAyEATF9NOmF1F+54cx6pNwh4TuHZp8QR5kJ1F47/vytYIO0=', 'base64')),
      derivation: {
        type: 'ADA/SLIP-10',
        value: '44CB4957F0271F4AC1EAFE5E30ED34FCDAE1467ABEBD714D58DFB4FEE6367C6F',
      },
      address: null,
      attributes: {
        decrypt: true,
        sign: true,
        eka_sign: null,
        unwrap: true,
        derive: true,
        sensitive: true,
        always_sensitive: true,
        extractable: false,
        never_extractable: true,
        modifiable: true,
        copyable: false,
        destroyable: true,
        unique: false,
      },
      unknown: [],
    });
    expect(policy?.blocked).toBe(false);
    expect(policy?.rules.use?.tokens?.map(({ timelock, timeout }) => [timelock, timeout])).toEqual([[0, 600]]);
    expect(policy?.rules.modify?.tokens?.map(({ timelock, timeout }) => [timelock, timeout])).toEqual([[180, 180]]);
  });

  test('modify: what differs in the key it derives from', () => {
    const read = parseAttestation(modify);
    expect([read.creation, read.external, read.uuid, read.keyUseCount]).toEqual(['generated', false, null, 1]);
    expect(read.label).toBe('TESTKEY2024-08-14_20-02-48.72168016257020');
    expect(read.attributes.unique).toBe(true);
    expect(read.unknown).toEqual([]);
    expect(read.policy?.rules.modify?.tokens?.map(({ timeout }) => timeout)).not.toEqual([180]);
  });

  test("the public key is the key's own: the document has others, and words that look like it", () => {
    for (const xml of [sign, modify]) {
      const text = Buffer.from(xml).toString('utf8');
      expect(text.split('\n').filter((line) => line.includes('public_key')).length).toBe(5);
      const own = /<public_key>([^<]*)<\/public_key>/.exec(text)?.[1] ?? '';
      expect(Buffer.from(parseAttestation(xml).publicKey).toString('base64')).toBe(own);
      expect(own).toMatch(/^MCowBQYDK2VwAyEA/);
    }
  });

  test('both verify under the key, in the same words twice', () => {
    for (const [bytes, signature] of [
      [sign, traceSignAttestationSignature],
      [modify, traceModifyAttestationSignature],
    ] as const) {
      const { attestation, report } = verifyAttestation({ bytes, signature, key: traceAttestationKey });
      expect(report.verdict).toBe('pass');
      expect(report.findings.filter(({ outcome }) => outcome !== 'warn').map(({ id }) => id)).toEqual([
        'attestation.signature',
      ]);
      expect(report.findings[0]?.message).toContain('RSA 3072, sha256WithRSAEncryption');
      expect(attestation).toEqual(parseAttestation(bytes));
      expect(verifyAttestation({ bytes, signature, key: traceAttestationKey }).report).toEqual(report);
    }
  });

  test('with the signatures changed for each other neither does', () => {
    const key = traceAttestationKey;
    for (const [bytes, signature] of [
      [sign, traceModifyAttestationSignature],
      [modify, traceSignAttestationSignature],
    ] as const) {
      expect(verifyAttestation({ bytes, signature, key }).report.verdict).toBe('fail');
    }
  });

  test('the two line feeds at the end are signed too', () => {
    const [key, signature] = [traceAttestationKey, traceSignAttestationSignature];
    for (const bytes of [sign.subarray(0, -1), sign.subarray(0, -2), utf8(`${traceSignAttestation}\n`)]) {
      expect(parseAttestation(bytes).label).toBe(parseAttestation(sign).label);
      expect(verifyAttestation({ bytes, signature, key }).report.verdict).toBe('fail');
    }
    const crlf = utf8(traceSignAttestation.replaceAll('\n', '\r\n'));
    expect(verifyAttestation({ bytes: crlf, signature, key }).report.verdict).toBe('fail');
  });
});
