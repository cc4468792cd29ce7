import { generateKeyPairSync } from 'node:crypto';
import { encodePem } from '@quorate/der';
import type { Policy } from '@quorate/policy';
import type { Finding, Report } from '@quorate/report';
import { encodeBase64, parseJson } from '@quorate/syntax';
import {
  issuedCertificate,
  issuedCsr,
  seedCreateKeyRequest,
  seedRequestStatus,
  seedSelfSignResponse,
} from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import {
  checkRequestStatus,
  readCreateKeyRequest,
  readRequestIdAnswer,
  readRequestStatus,
  requestResult,
} from '../src/index.ts';
import { changed } from './support/json.ts';

const policy = readCreateKeyRequest(parseJson(seedCreateKeyRequest)).policy as Policy;
const asked = readRequestIdAnswer(parseJson(seedSelfSignResponse)).id;
const other = Uint8Array.from(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' }),
);

const status = (members: Readonly<Record<string, unknown>> = {}) =>
  readRequestStatus(changed(seedRequestStatus, [], members));
const judge = (members: Readonly<Record<string, unknown>>): Report => checkRequestStatus(status(members), { policy });
const named = (report: Report, id: string): Finding | undefined => report.findings.find((finding) => finding.id === id);

describe("the seed's status", () => {
  const report = checkRequestStatus(status(), { asked, policy });

  test('passes: it was executed, and its oddities are warnings', () => {
    expect(report.verdict).toBe('pass');
    expect(report.findings.map(({ id, outcome }) => `${outcome} ${id}`)).toEqual([
      'pass request.status',
      'warn request.id',
      'pass request.execution-time',
      'pass request.approved-by',
      'pass request.quorum',
      'warn request.result',
    ]);
  });

  test('carries another id than was asked for', () => {
    expect(named(report, 'request.id')).toMatchObject({
      expected: '1c82583f-2cd2-486d-8b03-63f91aad9b7a',
      actual: 'bb65ec3e-e6c2-4368-9994-188a2c444cee',
    });
    expect(
      named(checkRequestStatus(status(), { asked: 'bb65ec3e-e6c2-4368-9994-188a2c444cee' }), 'request.id'),
    ).toMatchObject({
      outcome: 'pass',
    });
    expect(named(checkRequestStatus(status()), 'request.id')).toBeUndefined();
  });

  test('has `true` for a result, and the warning says how to get the certificate', () => {
    expect(named(report, 'request.result')?.message).toBe(
      'not a certificate: fetch it with `GET /v1/certificate/{keyName}`',
    );
  });

  test('names the approver by the name in the policy, and without one by the key alone', () => {
    expect(named(report, 'request.approved-by')?.actual).toMatch(/^ApproverKey1 \(key [0-9a-f]{64}\)$/);
    expect(named(checkRequestStatus(status()), 'request.approved-by')?.actual).toMatch(/^key [0-9a-f]{64}$/);
  });
});

describe('the status', () => {
  test.each([
    ['EXECUTED', 'pass', 'pass'],
    ['PENDING', 'not-checked', 'incomplete'],
    ['APPROVED', 'not-checked', 'incomplete'],
    ['FAILED', 'fail', 'fail'],
    ['EXPIRED', 'fail', 'fail'],
    ['REJECTED', 'fail', 'fail'],
    ['CANCELLED', 'fail', 'fail'],
    ['executed', 'fail', 'fail'],
    ['', 'fail', 'fail'],
  ])('%j is %s, and the verdict %s', (value, outcome, verdict) => {
    const report = judge({ status: value, result: null, executionTime: null });
    expect(report.findings[0]).toMatchObject({ id: 'request.status', outcome, expected: 'EXECUTED' });
    expect(report.verdict).toBe(verdict);
  });
});

describe('the time', () => {
  test.each([
    ['EXECUTED', '2024-01-23T10:54:43.5+01:00', 'pass'],
    ['EXECUTED', null, 'warn'],
    ['EXECUTED', '23 January', 'warn'],
    ['PENDING', '2024-01-23T10:54:43Z', 'warn'],
    ['PENDING', null, undefined],
  ])('%s at %j: %s', (value, executionTime, outcome) => {
    expect(named(judge({ status: value, executionTime }), 'request.execution-time')?.outcome).toBe(outcome);
  });
});

describe('the approvers', () => {
  const first = encodeBase64(status().approvedBy[0] as Uint8Array);
  const second = encodeBase64(other);

  test('a key that the policy does not name fails, and without a policy it is shown', () => {
    expect(judge({ approvedBy: [first, second] }).verdict).toBe('fail');
    expect(named(judge({ approvedBy: [second] }), 'request.approved-by')).toMatchObject({
      outcome: 'fail',
      message: 'a key that the policy does not name',
    });
    expect(checkRequestStatus(status({ approvedBy: [second] })).verdict).toBe('pass');
  });

  test('a key that cannot be read fails', () => {
    expect(named(judge({ approvedBy: ['MAA='] }), 'request.approved-by')?.outcome).toBe('fail');
  });

  test('a key that is named twice, and nobody, are warnings', () => {
    expect(named(judge({ approvedBy: [first, first] }), 'request.approved-by')?.outcome).toBe('warn');
    expect(named(judge({ approvedBy: [] }), 'request.approved-by')).toMatchObject({
      outcome: 'warn',
      actual: 'nobody',
    });
    expect(named(judge({ approvedBy: [], status: 'PENDING' }), 'request.approved-by')?.outcome).toBe('pass');
  });

  test('those who have not decided or rejected are shown', () => {
    const report = judge({ status: 'PENDING', notYetApprovedBy: [first], rejectedBy: [second] });
    expect(named(report, 'request.not-yet-approved-by')).toMatchObject({ outcome: 'warn' });
    expect(named(report, 'request.not-yet-approved-by')?.actual).toContain('ApproverKey1');
    expect(named(report, 'request.rejected-by')).toMatchObject({ outcome: 'fail' });
    expect(named(judge({ rejectedBy: [first] }), 'request.rejected-by')?.outcome).toBe('warn');
    expect(named(judge({}), 'request.rejected-by')).toBeUndefined();
  });
});

describe('the result', () => {
  const pem = (label: string, bytes: Uint8Array): string => encodePem({ label, bytes });
  test.each([
    [pem('CERTIFICATE', issuedCertificate), 'certificate', 'pass'],
    [pem('NEW CERTIFICATE REQUEST', issuedCsr), 'csr', 'pass'],
    [pem('CERTIFICATE REQUEST', issuedCsr), 'csr', 'pass'],
    ['AQIDBA==', 'bytes', 'pass'],
    ['true', 'true', 'warn'],
    [null, 'none', 'warn'],
    ['', 'none', 'warn'],
    ['one-time code', 'text', 'warn'],
    [pem('CERTIFICATE', issuedCsr), 'pem-invalid', 'fail'],
    [pem('PRIVATE KEY', issuedCsr), 'pem-invalid', 'fail'],
    [pem('CERTIFICATE', issuedCertificate).slice(0, 99), 'pem-invalid', 'fail'],
  ])('number %# is told by its form', (result, type, outcome) => {
    expect(requestResult(status({ result })).type).toBe(type);
    expect(named(judge({ result }), 'request.result')?.outcome).toBe(outcome);
  });

  test('is a warning when nothing was executed', () => {
    expect(named(judge({ status: 'PENDING' }), 'request.result')?.outcome).toBe('warn');
    expect(named(judge({ status: 'PENDING', result: null }), 'request.result')).toBeUndefined();
  });

  test('is read to the object that it holds', () => {
    const result = requestResult(status({ result: pem('CERTIFICATE', issuedCertificate) }));
    expect(result.type === 'certificate' && result.certificate.bytes).toEqual(issuedCertificate);
    const bytes = requestResult(status({ result: 'AQID' }));
    expect(bytes.type === 'bytes' && bytes.bytes).toEqual(Uint8Array.of(1, 2, 3));
  });
});
