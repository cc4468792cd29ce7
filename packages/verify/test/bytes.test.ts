import { createPublicKey, verify } from 'node:crypto';
import { certificateOf, signed, tbsOf } from '@quorate/certificates';
import type { PlatformVerifier } from '@quorate/crypto';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { parseCertificate, parseCertificationRequest, X509Error } from '@quorate/x509';
import { expect, test } from 'vitest';
import { type CertificateRequest, checkCertificateAgainstRequest, checkCsr, NOTHING_ASKED } from '../src/index.ts';
import { caKey, findingNamed, idsOf, leafName, leafParts, leafRequest, root } from './support/story.ts';

/** OpenSSL does the arithmetic, which is tested elsewhere. */
const platform: PlatformVerifier = ({ key, algorithm, data, signature }) => {
  if (key.type !== 'ec' || algorithm.digest !== 'SHA-256') return null;
  const publicKey = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
  return verify('sha256', data, { key: publicKey, dsaEncoding: 'der' }, signature);
};

/** The input with one byte changed, for every byte, in these ways. */
function* mutants(bytes: Uint8Array, masks: readonly number[]): Generator<{ at: number; mutant: Uint8Array }> {
  for (let at = 0; at < bytes.length; at++) {
    for (const mask of masks) {
      const mutant = Uint8Array.from(bytes);
      mutant[at] = (mutant[at] as number) ^ mask;
      yield { at, mutant };
    }
  }
}

/** Counts how reports end; input that is no certificate or CSR counts as `refused`. */
function tally(list: Iterable<{ mutant: Uint8Array }>, judge: (bytes: Uint8Array) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { mutant } of list) {
    let end = 'refused';
    try {
      end = judge(mutant);
    } catch (cause) {
      if (!(cause instanceof X509Error)) throw cause;
    }
    counts[end] = (counts[end] ?? 0) + 1;
  }
  return counts;
}

const exact: CertificateRequest = {
  ...leafRequest,
  subject: { type: 'exact', bytes: leafName },
  notBefore: leafParts.notBefore.seconds,
  notAfter: leafParts.notAfter.seconds,
  serialNumber: leafParts.serialNumber,
};

test('no change of one byte in an issued certificate passes', () => {
  const bytes = certificateOf(leafParts, caKey);
  const judge = (der: Uint8Array): string =>
    checkCertificateAgainstRequest(parseCertificate(der), exact, { issuer: root, platform }).verdict;
  expect(judge(bytes)).toBe('pass');
  const counts = tally(mutants(bytes, [0x01, 0x80, 0xff]), judge);
  expect(counts['pass']).toBeUndefined();
  expect(counts['incomplete']).toBeUndefined();
  expect((counts['fail'] ?? 0) + (counts['refused'] ?? 0)).toBe(bytes.length * 3);
  expect(counts['fail']).toBeGreaterThan(500);
});

test('no change of one byte in the signed part passes, even when the CA signs it anew, but of the key identifier', () => {
  const tbs = tbsOf(leafParts, caKey);
  const identifier = Buffer.from(tbs).indexOf(Buffer.from('0603551d0e', 'hex')) + 9;
  let [passed, refused, failed] = [0, 0, 0];
  for (const { at, mutant } of mutants(tbs, [0x01, 0x20, 0x80])) {
    try {
      const certificate = parseCertificate(signed(mutant, 'sha256', caKey));
      const report = checkCertificateAgainstRequest(certificate, exact, { issuer: root, platform });
      if (report.verdict === 'pass') {
        passed++;
        expect(at).toBeGreaterThanOrEqual(identifier);
        expect(at).toBeLessThan(identifier + 20);
        expect(idsOf(report, 'warn')).toEqual(['certificate.subject-key-identifier']);
      } else failed++;
    } catch (cause) {
      if (!(cause instanceof X509Error)) throw cause;
      refused++;
    }
  }
  expect(passed).toBe(20 * 3);
  expect(passed + refused + failed).toBe(tbs.length * 3);
  expect(failed).toBeGreaterThan(300);
});

test('no change of one byte in the real certificate passes against what it says', () => {
  const certificate = parseCertificate(issuedCertificate);
  const request: CertificateRequest = {
    ...NOTHING_ASKED,
    subject: { type: 'exact', bytes: certificate.subject.bytes },
    issuer: { type: 'exact', bytes: certificate.issuer.bytes },
    publicKey: certificate.publicKey,
    validityDays: 90,
    serialNumber: certificate.serialNumber,
    ca: false,
  };
  const judge = (der: Uint8Array): string => checkCertificateAgainstRequest(parseCertificate(der), request).verdict;
  expect(judge(issuedCertificate)).toBe('fail'); // serial number 0, whoever asked for it
  const counts = tally(mutants(issuedCertificate, [0x01, 0x02, 0x04, 0x10, 0x80]), judge);
  expect(counts['pass']).toBeUndefined();
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(issuedCertificate.length * 5);
});

test('no change of one byte in the real CSR passes', () => {
  const judge = (der: Uint8Array): string => checkCsr(parseCertificationRequest(der)).verdict;
  expect(judge(issuedCsr)).toBe('pass');
  const counts = tally(mutants(issuedCsr, [0x01]), judge);
  expect(counts['pass']).toBeUndefined();
  expect(counts['fail']).toBeGreaterThan(400);
});

test('the platform is asked, and its word is taken', () => {
  const certificate = parseCertificate(certificateOf(leafParts, caKey));
  const report = checkCertificateAgainstRequest(certificate, leafRequest, { issuer: root, platform: () => false });
  expect(findingNamed(report, 'certificate.signature').outcome).toBe('fail');
});
