import { certificateOf, csrOf, extension, signed, tbsOf } from '@quorate/certificates';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { parseCertificate, parseCertificationRequest, X509Error } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import {
  type CertificateRequest,
  checkCertificateAgainstRequest,
  checkCsr,
  checkReturnedCertificate,
  checkReturnedCsr,
  NOTHING_ASKED,
  type RequestReport,
} from '../../src/request/index.ts';
import { platform } from './support/platform.ts';
import {
  caKey,
  findingNamed,
  idsOf,
  leafKey,
  leafName,
  leafParts,
  leafRequest,
  root,
  rootParts,
  rootRequest,
  SERVER_AUTH,
} from './support/story.ts';

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

const BITS = [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80];

describe('no bit of what came back can be changed so that it passes', () => {
  const csr = csrOf(
    {
      subject: leafName,
      spki: leafKey.spki,
      digest: 'sha256',
      extensions: [extension.keyUsage([0, 2]), extension.extKeyUsage([SERVER_AUTH])],
    },
    leafKey,
  );
  const { selfSigned: _, ...asked } = rootRequest;
  /** As REST bodies ask: names by attributes, validity in days, nothing of serial numbers and instants. */
  const selfSign: CertificateRequest = {
    ...asked,
    subject: {
      type: 'attributes',
      attributes: rootName(),
    },
    notBefore: null,
    notAfter: null,
    validityDays: 3652,
    selfSigned: true,
  };
  const signCsr: CertificateRequest = { ...leafRequest, keyFrom: parseCertificationRequest(csr) };

  test.each<[string, Uint8Array, (der: Uint8Array) => RequestReport]>([
    ['self-sign', certificateOf(rootParts, caKey), (der) => checkReturnedCertificate(der, selfSign, { platform })],
    [
      'sign-CSR',
      certificateOf(leafParts, caKey),
      (der) => checkReturnedCertificate(der, signCsr, { issuer: root, platform }),
    ],
    ['CSR', csr, (der) => checkReturnedCsr(der, leafRequest, { platform })],
  ])('%s request', (_name, der, judge) => {
    expect(judge(der).verdict).toBe('pass');
    let [malformed, failed] = [0, 0];
    for (const { mutant } of mutants(der, BITS)) {
      const { verdict, findings } = judge(mutant);
      if (verdict !== 'fail') expect.fail(`${verdict}: ${Buffer.from(mutant).toString('hex')}`);
      if (findings[0]?.id.endsWith('.malformed')) {
        malformed++;
        expect(findings).toHaveLength(1);
      } else failed++;
      for (const { bytes } of findings) {
        if (bytes === undefined) continue;
        if (bytes.start < 0 || bytes.start > bytes.end || bytes.end > der.length) expect.fail(JSON.stringify(bytes));
      }
    }
    expect(malformed + failed).toBe(der.length * BITS.length);
    expect(malformed).toBeGreaterThan(300);
    expect(failed).toBeGreaterThan(1500);
  });

  test('without the issuer it is never more than incomplete', () => {
    for (const { mutant } of mutants(certificateOf(leafParts, caKey), [0x01])) {
      expect(checkReturnedCertificate(mutant, signCsr, { platform }).verdict).not.toBe('pass');
    }
  });
});

function rootName() {
  return parseCertificate(certificateOf(rootParts, caKey))
    .subject.rdns.flat()
    .map(({ type, text }) => ({ type, text: text ?? '' }));
}

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
