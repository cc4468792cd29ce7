import { issuedCertificate } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { commonNameOf, parseCertificate } from '../src/index.ts';
import { twoReadings } from './support/openssl.ts';
import { refused } from './support/refusal.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const certificate = parseCertificate(issuedCertificate);

describe('the certificate that an SKA CA key issued', () => {
  test('every field', () => {
    expect(certificate.version).toBe(3);
    expect([...certificate.serialNumber]).toEqual([0]);
    expect([commonNameOf(certificate.issuer), commonNameOf(certificate.subject)]).toEqual([
      'CA-Key',
      'Approver-Intermediate-SUB',
    ]);
    expect(certificate.notBefore).toEqual({ type: 'UTCTime', seconds: Date.UTC(2024, 0, 23) / 1000 });
    expect(certificate.notAfter).toEqual({ type: 'UTCTime', seconds: Date.UTC(2024, 3, 22) / 1000 });
    expect(hex(certificate.signatureAlgorithm)).toBe('300d06092a864886f70d01010b0500');
    expect(certificate.signature.length).toBe(256);
    expect(certificate.extensions.map(({ oid, critical }) => [oid, critical])).toEqual([
      ['2.5.29.35', false],
      ['2.5.29.14', false],
    ]);
    expect(hex(certificate.extensions[1]?.value ?? new Uint8Array(0))).toMatch(/^0414[0-9a-f]{40}$/);
  });

  test('Node reads the same', () => {
    const { here, there } = twoReadings(certificate);
    expect(here).toEqual(there);
  });

  test('all byte fields are views of the input', () => {
    const { bytes, tbs, serialNumber, publicKey, signatureAlgorithm, signature, issuer, extensions } = certificate;
    expect(bytes).toBe(issuedCertificate);
    for (const view of [tbs, serialNumber, publicKey, signatureAlgorithm, signature, issuer.bytes]) {
      expect(view.buffer).toBe(issuedCertificate.buffer);
    }
    expect(extensions[0]?.value.buffer).toBe(issuedCertificate.buffer);
    expect(hex(tbs)).toBe(hex(issuedCertificate.subarray(4, 4 + tbs.length)));
  });

  test('cut off anywhere, or with anything behind it, it is refused', () => {
    for (let length = 0; length < issuedCertificate.length; length++) {
      expect(refused(() => parseCertificate(issuedCertificate.subarray(0, length)))).toMatch(/^malformed /);
    }
    for (const more of [[0], [0, 0], [...issuedCertificate]]) {
      const bytes = Uint8Array.from([...issuedCertificate, ...more]);
      expect(refused(() => parseCertificate(bytes))).toBe('malformed trailing-bytes');
    }
  });
});
