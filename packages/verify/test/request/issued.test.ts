import { signatureAlgorithmByName } from '@quorate/crypto';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { parseCertificate, parseCertificationRequest, purposeOid } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import {
  type CertificateRequest,
  checkCertificateAgainstRequest,
  checkCsr,
  NOTHING_ASKED,
} from '../../src/request/index.ts';
import { CN, findingNamed, idsOf } from './support/story.ts';

const certificate = parseCertificate(issuedCertificate);
const csr = parseCertificationRequest(issuedCsr);
/** What the published sign request asks for. */
const request: CertificateRequest = {
  ...NOTHING_ASKED,
  subject: { type: 'attributes', attributes: [{ type: CN, text: 'Approver-Intermediate-SUB' }] },
  publicKey: csr.publicKey,
  signatureAlgorithm: signatureAlgorithmByName('SHA256_WITH_RSA'),
  ca: false,
  keyUsage: ['digitalSignature'],
  extendedKeyUsage: [purposeOid('anyExtendedKeyUsage') as string],
};

describe('the certificate that an HSM issued in 2024, against its request', () => {
  const report = checkCertificateAgainstRequest(certificate, request);

  test('fails for the missing usages and serial number 0, and for nothing else', () => {
    expect(report.verdict).toBe('fail');
    expect(idsOf(report, 'fail')).toEqual([
      'certificate.serial-number',
      'certificate.key-usage',
      'certificate.extended-key-usage',
    ]);
    expect(findingNamed(report, 'certificate.serial-number')).toMatchObject({ message: 'it is zero', actual: '0' });
    expect(findingNamed(report, 'certificate.key-usage')).toMatchObject({
      where: 'tbsCertificate.extensions.keyUsage',
      message: 'keyUsage is missing, and with it: digitalSignature',
      expected: 'digitalSignature',
      actual: 'absent',
    });
    expect(findingNamed(report, 'certificate.extended-key-usage')).toMatchObject({
      where: 'tbsCertificate.extensions.extKeyUsage',
      message: 'extKeyUsage is missing, and with it: anyExtendedKeyUsage',
      expected: 'anyExtendedKeyUsage',
      actual: 'absent',
    });
  });

  test('leaves open what takes the issuer, whose certificate nobody has', () => {
    expect(idsOf(report, 'not-checked')).toEqual([
      'certificate.issuer',
      'certificate.authority-key-identifier',
      'certificate.signature',
    ]);
    expect(findingNamed(report, 'certificate.issuer').actual).toBe('CN=CA-Key');
  });

  test('warns of the validity of 90 days from midnight, which nobody asked for', () => {
    expect(idsOf(report, 'warn')).toEqual(['certificate.validity']);
    expect(findingNamed(report, 'certificate.validity').actual).toBe(
      '2024-01-23T00:00:00Z to 2024-04-22T00:00:00Z, 90 days',
    );
  });

  test('passes in all else', () => {
    expect(idsOf(report, 'pass')).toEqual([
      'certificate.version',
      'certificate.subject',
      'certificate.public-key',
      'certificate.signature-algorithm',
      'certificate.extensions',
      'certificate.basic-constraints',
      'certificate.path-length',
      'certificate.unasked-extension',
      'certificate.subject-key-identifier',
    ]);
  });

  test('is not signed by itself', () => {
    const asked = checkCertificateAgainstRequest(certificate, { ...request, selfSigned: true });
    expect(idsOf(asked, 'fail')).toEqual([
      'certificate.issuer',
      'certificate.serial-number',
      'certificate.key-usage',
      'certificate.extended-key-usage',
      'certificate.authority-key-identifier',
      'certificate.signature',
    ]);
  });

  test('without a CSR leaves the key open, and says what the caller knows of why', () => {
    const unknown = { ...request, publicKey: null, publicKeyUnknown: 'give the CSR' };
    expect(findingNamed(checkCertificateAgainstRequest(certificate, unknown), 'certificate.public-key')).toMatchObject({
      outcome: 'not-checked',
      message: 'give the CSR',
    });
  });
});

describe('the CSR behind it', () => {
  test('passes alone: its signature proves possession', () => {
    const report = checkCsr(csr);
    expect(report.verdict).toBe('pass');
    expect(idsOf(report, 'pass')).toEqual([
      'csr.subject',
      'csr.public-key',
      'csr.signature-algorithm',
      'csr.extensions',
      'csr.signature',
    ]);
  });

  test('passes against its request, with a warning that its validity is without effect', () => {
    const asked: CertificateRequest = {
      ...request,
      ca: null,
      validityDays: 365,
      extendedKeyUsage: [purposeOid('codeSigning') as string],
    };
    const report = checkCsr(csr, asked);
    expect(report.verdict).toBe('pass');
    expect(idsOf(report, 'warn')).toEqual(['csr.validity']);
    expect(report.findings).toHaveLength(10);
  });

  test('asks for another purpose than the request for the certificate', () => {
    expect(idsOf(checkCsr(csr, request), 'fail')).toEqual(['csr.extended-key-usage']);
  });
});
