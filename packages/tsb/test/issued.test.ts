import { encodePem } from '@quorate/der';
import { parseJson } from '@quorate/syntax';
import {
  issuedCertificate,
  issuedCsr,
  issuedCsrRequest,
  issuedSignRequest,
  seedSelfSignRequest,
} from '@quorate/vectors';
import { type CertificateRequest, checkCertificateAgainstRequest, checkCsr } from '@quorate/verify/request';
import { parseCertificate, parseCertificationRequest } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import {
  readCsrSignRequest,
  readSelfSignRequest,
  readSignCertificateRequest,
  toCertificateRequest,
  toCsrRequest,
} from '../src/index.ts';
import { changed, refusal } from './support/json.ts';

const certificate = parseCertificate(issuedCertificate);
const csr = parseCertificationRequest(issuedCsr);
const body = readSignCertificateRequest(parseJson(issuedSignRequest));
const csrBody = readCsrSignRequest(parseJson(issuedCsrRequest));
const idsOf = (report: ReturnType<typeof checkCsr>, outcome: string): string[] =>
  report.findings.filter((finding) => finding.outcome === outcome).map(({ id }) => id);

describe('the real certificate against the real request', () => {
  test('fails for the usages that are missing and for serial number 0; the signature is left open', () => {
    const report = checkCertificateAgainstRequest(certificate, toCertificateRequest(body, { csr }));
    expect(report.verdict).toBe('fail');
    expect(idsOf(report, 'fail')).toEqual([
      'certificate.serial-number',
      'certificate.key-usage',
      'certificate.extended-key-usage',
    ]);
    expect(idsOf(report, 'not-checked')).toContain('certificate.signature');
    expect(idsOf(report, 'not-checked')).not.toContain('certificate.public-key');
  });

  test('with the CSR and the attested key asks for both to be the key of the certificate', () => {
    const key = (asked: CertificateRequest) =>
      checkCertificateAgainstRequest(certificate, asked).findings.find(({ id }) => id === 'certificate.public-key');
    const other = Uint8Array.from(csr.publicKey);
    other[other.length - 10] = (other.at(-10) ?? 0) ^ 1;
    for (const asked of [body, csrBody]) {
      const both = toCertificateRequest(asked, { csr, publicKey: csr.publicKey });
      expect(both).toMatchObject({ publicKey: csr.publicKey, attestedKey: csr.publicKey, keyFrom: csr });
      expect(key(both)?.outcome).toBe('pass');
      const apart = key(toCertificateRequest(asked, { csr, publicKey: other }));
      expect([apart?.outcome, apart?.message]).toEqual(['fail', 'another key than the one that is attested']);
    }
  });

  test('without the CSR leaves the key open, and says what to give', () => {
    const report = checkCertificateAgainstRequest(certificate, toCertificateRequest(body));
    const key = report.findings.find(({ id }) => id === 'certificate.public-key');
    expect(key).toMatchObject({
      outcome: 'not-checked',
      message: 'the request has no PEM in `certificateSigningRequest`: give the CSR',
    });
  });
});

describe('the real CSR against the real request', () => {
  test('passes, once the key is attested', () => {
    expect(checkCsr(csr, toCsrRequest(csrBody, csr.publicKey)).verdict).toBe('pass');
    const open = checkCsr(csr, toCsrRequest(csrBody));
    expect(open.verdict).toBe('incomplete');
    expect(open.findings.find(({ id }) => id === 'csr.public-key')?.message).toBe(
      'the request only names the key, `sub.approver.securosys.com`: give its attested public key',
    );
  });
});

describe('what a body asks for', () => {
  test('a signCertificateRequest: the key of its CSR', () => {
    const pem = encodePem({ label: 'NEW CERTIFICATE REQUEST', bytes: issuedCsr });
    const inside = readSignCertificateRequest(
      changed(issuedSignRequest, ['signCertificateRequest'], { certificateSigningRequest: pem, validity: 90 }),
    );
    expect(toCertificateRequest(inside)).toEqual(toCertificateRequest({ ...body, validity: 90 }, { csr }));
    expect(toCertificateRequest(inside, { csr }).publicKey).toEqual(csr.publicKey);
    const damaged = Uint8Array.from(issuedCsr);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    const other = parseCertificationRequest(damaged);
    expect(refusal(() => toCertificateRequest(inside, { csr: other })).code).toBe('csr-conflict');
    expect(toCertificateRequest(inside)).toMatchObject({
      validityDays: 90,
      ca: false,
      selfSigned: false,
      issuer: null,
      pathLen: null,
      serialNumber: null,
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['2.5.29.37.0'],
      signatureAlgorithm: { name: 'sha256WithRSAEncryption' },
      subject: { type: 'attributes', attributes: [{ type: '2.5.4.3', text: 'Approver-Intermediate-SUB' }] },
    });
  });

  test('a selfSignCertificateRequest: a self-signed certificate of an attested key', () => {
    const asked = readSelfSignRequest(parseJson(seedSelfSignRequest));
    expect(toCertificateRequest(asked)).toMatchObject({
      publicKey: null,
      publicKeyUnknown: 'the request only names the key, `CA.approver.securosys.com`: give its attested public key',
      validityDays: 3650,
      ca: true,
      selfSigned: true,
      keyUsage: ['digitalSignature', 'keyCertSign'],
    });
    const known = toCertificateRequest(asked, { publicKey: csr.publicKey });
    expect([known.publicKey, known.publicKeyUnknown]).toEqual([csr.publicKey, undefined]);
  });

  test('a csrSignRequest: its algorithm is of the CSR and not of the certificate', () => {
    expect(toCertificateRequest(csrBody, { csr })).toMatchObject({
      signatureAlgorithm: null,
      publicKey: csr.publicKey,
      ca: null,
      validityDays: 365,
    });
    expect(toCsrRequest(csrBody).signatureAlgorithm?.name).toBe('sha256WithRSAEncryption');
  });

  test('both dialects of the subject ask for the same', () => {
    const other = changed(issuedSignRequest, ['signCertificateRequest'], {
      commonName: undefined,
      standardCertificateAttributes: { commonName: 'Approver-Intermediate-SUB' },
    });
    expect(toCertificateRequest(readSignCertificateRequest(other), { csr })).toEqual(
      toCertificateRequest(body, { csr }),
    );
  });

  test('a list that is absent asks for nothing, an empty one for none', () => {
    const lists = (value: unknown) =>
      toCertificateRequest(
        readSelfSignRequest(
          changed(seedSelfSignRequest, ['selfSignCertificateRequest'], { keyUsage: value, extendedKeyUsage: value }),
        ),
      );
    for (const absent of [null, undefined])
      expect(lists(absent)).toMatchObject({ keyUsage: null, extendedKeyUsage: null });
    expect(lists([])).toMatchObject({ keyUsage: [], extendedKeyUsage: [] });
  });

  test('every name of a usage and a purpose in the interface has its own in RFC 5280', () => {
    const usages = [
      'DIGITAL_SIGNATURE',
      'CONTENT_COMMITMENT',
      'KEY_ENCIPHERMENT',
      'DATA_ENCIPHERMENT',
      'KEY_AGREEMENT',
      'KEY_CERT_SIGN',
      'CRL_SIGN',
      'ENCIPHER_ONLY',
      'DECIPHER_ONLY',
    ];
    const purposes = [
      'ANY_EXTENDED_KEY_USAGE',
      'SERVER_AUTH',
      'CLIENT_AUTH',
      'CODE_SIGNING',
      'EMAIL_PROTECTION',
      'TIME_STAMPING',
      'OCSP_SIGNING',
    ];
    const all = readSelfSignRequest(
      changed(seedSelfSignRequest, ['selfSignCertificateRequest'], {
        keyUsage: [...usages, ...usages],
        extendedKeyUsage: [...purposes, ...purposes],
      }),
    );
    expect(all.keyUsage).toEqual([
      'digitalSignature',
      'nonRepudiation',
      'keyEncipherment',
      'dataEncipherment',
      'keyAgreement',
      'keyCertSign',
      'cRLSign',
      'encipherOnly',
      'decipherOnly',
    ]);
    expect(all.extendedKeyUsage).toEqual(['2.5.29.37.0', ...[1, 2, 3, 4, 8, 9].map((arc) => `1.3.6.1.5.5.7.3.${arc}`)]);
  });

  test('an algorithm that no certificate has is refused', () => {
    const asked = readSelfSignRequest(
      changed(seedSelfSignRequest, ['selfSignCertificateRequest'], { signatureAlgorithm: 'NONE_WITH_RSA' }),
    );
    expect(refusal(() => toCertificateRequest(asked))).toMatchObject({
      code: 'algorithm-unsupported',
      path: 'signatureAlgorithm',
    });
  });
});
