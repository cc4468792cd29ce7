import { signatureAlgorithmByName } from '@quorate/crypto';
import { describe, expect, test } from 'vitest';
import { MAX_PROOF_AGE, readTasksRequest, type TasksRequest, verifyTasksRequest } from '../src/index.ts';
import { certificateOf } from './support/certificate.ts';
import { ecPair, ed25519Pair, opensslSigner } from './support/keys.ts';
import { refused } from './support/refusal.ts';
import { patched, utf8 } from './support/tlv.ts';
import { halves, modify, sign } from './support/trace.ts';

const request = (half: typeof sign): TasksRequest => readTasksRequest(half.tasksBody);

describe('the real timestamp proofs', () => {
  for (const half of halves) {
    test(`${half.name}: passes, with and without the time`, () => {
      const report = verifyTasksRequest(request(half));
      expect(report.verdict).toBe('pass');
      expect(report.findings.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
        'tasks.timestamp-proof pass',
        'tasks.timestamp-age warn',
      ]);
      expect(verifyTasksRequest(request(half))).toEqual(report);
      expect(verifyTasksRequest(request(half), { now: request(half).time }).verdict).toBe('pass');
    });

    test(`${half.name}: the text is what is signed, not the instant`, () => {
      const { time } = request(half);
      const same = new Date(time * 1000).toISOString().replace('.000', '');
      const rewritten = readTasksRequest({ ...half.tasksBody, timestamp: same });
      expect(rewritten.time).toBe(time);
      expect(verifyTasksRequest(rewritten).verdict).toBe('fail');
    });

    test(`${half.name}: no byte of the signature can be changed`, () => {
      const real = request(half);
      for (const [at, octet] of real.signature.entries()) {
        const changed = { ...real, signature: patched(real.signature, at, octet ^ 1) };
        expect(verifyTasksRequest(changed).verdict).toBe('fail');
      }
    });
  }

  test('with the approvers changed for each other both fail', () => {
    for (const [half, other] of [
      [sign, modify],
      [modify, sign],
    ] as const) {
      expect(verifyTasksRequest({ ...request(half), signedBy: request(other).signedBy }).verdict).toBe('fail');
    }
  });
});

describe('the age of a proof', () => {
  const { time } = request(sign);

  test('0 to 600 seconds pass; one second beyond either fails', () => {
    expect(MAX_PROOF_AGE).toBe(600);
    const verdicts = [-86_400, -1, 0, 1, 599, 600, 601, 86_400].map(
      (age) => verifyTasksRequest(request(sign), { now: time + age }).verdict,
    );
    expect(verdicts).toEqual(['fail', 'fail', 'pass', 'pass', 'pass', 'pass', 'fail', 'fail']);
  });

  test('the finding says which of the two it is, and both times', () => {
    const [early, late] = [-1, 601].map((age) => verifyTasksRequest(request(sign), { now: time + age }).findings[1]);
    expect([early?.id, early?.actual, early?.expected]).toEqual([
      'tasks.timestamp-age',
      '2024-08-14T18:03:02Z',
      '0 to 600 seconds before 2024-08-14T18:03:01Z',
    ]);
    expect(early?.message).toContain('future');
    expect(late?.message).toContain('too old');
  });

  test('a fresh proof that does not verify is a failure all the same', () => {
    const forged = { ...request(sign), signature: request(modify).signature };
    expect(verifyTasksRequest(forged, { now: time }).verdict).toBe('fail');
  });

  test('fractions of a second are cut off', () => {
    const half = readTasksRequest({ ...sign.tasksBody, timestamp: '2024-08-14T20:03:02.999+02:00' });
    expect(half.time).toBe(time);
  });

  test('every time that can be read can be judged', () => {
    for (const timestamp of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59+23:59']) {
      const far = readTasksRequest({ ...sign.tasksBody, timestamp });
      expect(verifyTasksRequest(far, { now: time }).verdict).toBe('fail');
    }
  });
});

describe('who signed', () => {
  test("a service's certificate is what the signature is judged by, not the approver's key", async () => {
    const service = ecPair('prime256v1');
    const timestamp = '2026-01-05T09:00:00Z';
    const signature = await opensslSigner(service).sign(utf8(timestamp), signatureAlgorithmByName('SHA256_WITH_ECDSA'));
    const body = {
      ...sign.tasksBody,
      timestamp,
      timestampSignature: Buffer.from(signature).toString('base64'),
      timestampSigningCertificate: Buffer.from(certificateOf(service, 'Service')).toString('base64'),
    };
    expect(verifyTasksRequest(readTasksRequest(body)).verdict).toBe('pass');
    expect(verifyTasksRequest(readTasksRequest({ ...body, timestampSigningCertificate: null })).verdict).toBe('fail');
  });

  test('a digest name that does not go with the key is refused', () => {
    const approverPublicKey = Buffer.from(ed25519Pair().spki).toString('base64');
    const body = { ...sign.tasksBody, approverPublicKey };
    expect(refused(() => verifyTasksRequest(readTasksRequest(body)))).toBe('digest-invalid timestampDigestAlgorithm');
    for (const name of ['SHA-1', 'EdDSA', '']) {
      const named = readTasksRequest({ ...sign.tasksBody, timestampDigestAlgorithm: name });
      expect(refused(() => verifyTasksRequest(named))).toBe('digest-invalid timestampDigestAlgorithm');
    }
  });
});
