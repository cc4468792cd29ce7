import { encodeToken } from '@quorate/approval';
import type { Report } from '@quorate/report';
import { encodeBase64 } from '@quorate/syntax';
import {
  issuedCertificate,
  issuedCsr,
  issuedCsrRequest,
  issuedSignRequest,
  seedSelfSignRequest,
} from '@quorate/vectors';
import { parseCertificate, parseCertificationRequest } from '@quorate/x509';
import { expect, test } from 'vitest';
import { type CheckTaskOptions, checkTask, readTask } from '../src/index.ts';
import { inside, json, strict } from './support/json.ts';

// No real task for a certificate is public: these are made of the real request and the real certificate it led to.
const certificate = parseCertificate(issuedCertificate);
const csr = parseCertificationRequest(issuedCsr);

function judge(
  text: string,
  wrapper: string,
  member: string,
  payload: Uint8Array,
  options: CheckTaskOptions = {},
  change: Readonly<Record<string, string>> = {},
): Report {
  const request = json(text);
  Object.assign(inside(request, wrapper), change);
  const keyLabel = String(inside(request, wrapper)['signKeyName']);
  const token = encodeToken({ operation: 'use', keyLabel, timestamp: null, payload, policy: null });
  const task = {
    id: '1',
    detailLevel: 'level3',
    approvalToBeSigned: encodeBase64(token),
    payload: encodeBase64(payload),
    requestBase64: encodeBase64(new TextEncoder().encode(JSON.stringify(request))),
    [member]: request,
  };
  return checkTask(readTask(strict(task)), options);
}

const sign = (
  payload: Uint8Array,
  options: CheckTaskOptions = {},
  change: Readonly<Record<string, string>> = {},
): Report =>
  judge(issuedSignRequest, 'signCertificateRequest', 'signedSignCertificateRequest', payload, options, change);
const ids = (report: Report, outcome: string): string[] =>
  report.findings.filter((finding) => finding.outcome === outcome).map(({ id }) => id);

test('an approver sees in the token what is wrong with a certificate before it is signed', () => {
  const report = sign(certificate.tbs, { csr });
  expect(report.verdict).toBe('fail');
  expect(ids(report, 'fail')).toEqual([
    'certificate.serial-number',
    'certificate.key-usage',
    'certificate.extended-key-usage',
  ]);
  expect(ids(report, 'not-checked')).toEqual(['certificate.issuer', 'certificate.authority-key-identifier']);
  expect(report.findings.find(({ id }) => id === 'certificate.key-usage')?.where).toBe(
    'payload, tbsCertificate.extensions.keyUsage',
  );
  expect(report.findings.find(({ id }) => id === 'task.request-content')?.outcome).toBe('pass');
});

test('another name in the request than in the token fails', () => {
  expect(ids(sign(certificate.tbs, { csr }, { commonName: 'Somebody Else' }), 'fail')).toContain('certificate.subject');
});

test('the issuer that is given is compared', () => {
  expect(ids(sign(certificate.tbs, { csr, issuer: certificate }), 'fail')).toContain('certificate.issuer');
});

test('a self-signed certificate is judged as one', () => {
  const report = judge(
    seedSelfSignRequest,
    'selfSignCertificateRequest',
    'signedSelfSignCertificateRequestDto',
    certificate.tbs,
    { publicKey: certificate.publicKey },
  );
  expect(ids(report, 'fail')).toContain('certificate.issuer');
  expect(ids(report, 'pass')).toContain('certificate.public-key');
});

test('a CSR is judged as one', () => {
  const asked = (payload: Uint8Array) =>
    judge(issuedCsrRequest, 'csrSignRequest', 'signedCertificateRequestRequest', payload, { publicKey: csr.publicKey });
  expect(asked(csr.info).verdict).toBe('pass');
  expect(ids(asked(certificate.tbs), 'not-checked')).toEqual(['task.request-content']);
});

test('other bytes are not checked, so the report is never a pass', () => {
  for (const payload of [new TextEncoder().encode('anything'), csr.info, issuedCertificate]) {
    const report = sign(payload, { csr });
    expect(ids(report, 'not-checked')).toEqual(['task.request-content']);
    expect(report.verdict).toBe('incomplete');
  }
});

test('an algorithm that no certificate has fails and does not throw', () => {
  expect(ids(sign(certificate.tbs, { csr }, { signatureAlgorithm: 'KECCAK256_WITH_ECDSA' }), 'fail')).toContain(
    'task.request-content',
  );
});

test('the key of a CSR that does not prove possession of it is not one that was asked for', () => {
  const bent = issuedCsr.slice();
  bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
  const unproven = parseCertificationRequest(bent);
  expect(ids(sign(certificate.tbs, { csr }), 'fail')).not.toContain('certificate.public-key');
  expect(ids(sign(certificate.tbs, { csr: unproven }), 'fail')).toContain('certificate.public-key');
});
