import type { Report } from '@quorate/report';
import { traceAttestationKey, traceTimestampKey } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import {
  type ApprovalRequest,
  decodeToken,
  encodeToken,
  publicKeyCredential,
  readApprovalRequest,
  verifyApproval,
  verifyTimestamp,
} from '../src/index.ts';
import { dsaPair, ecPair, ed448Pair, ed25519Pair, opensslPlatform, rsaPair } from './support/keys.ts';
import { refusal, refused } from './support/refusal.ts';
import { patched, split } from './support/tlv.ts';
import { halves, modify, sign } from './support/trace.ts';

const withKey = { timestampKey: traceTimestampKey };
const request = (half: typeof sign): ApprovalRequest => readApprovalRequest(half.approvalBody);
const outcomes = ({ findings }: Report): string[] => findings.map(({ id, outcome }) => `${id} ${outcome}`);

describe('the real approvals', () => {
  for (const half of halves) {
    test(`${half.name}: passes with the timestamp key`, () => {
      const report = verifyApproval(request(half), withKey);
      expect(report.verdict).toBe('pass');
      expect(outcomes(report)).toEqual([
        'approval.token pass',
        'approval.signature pass',
        'approval.timestamp-signature pass',
      ]);
      expect(verifyApproval(request(half), withKey)).toEqual(report);
    });

    test(`${half.name}: passes without it, and one warning says what was not checked`, () => {
      const report = verifyApproval(request(half));
      expect(report.verdict).toBe('pass');
      expect(outcomes(report)).toEqual([
        'approval.token pass',
        'approval.signature pass',
        'approval.timestamp-signature warn',
      ]);
      expect(report.findings.at(-1)?.message).toContain('`test-timestamp-key`');
    });

    test(`${half.name}: fails with another timestamp key, of the same kind or not`, () => {
      for (const timestampKey of [ecPair('secp256k1').spki, ecPair('prime256v1').spki, traceAttestationKey]) {
        const report = verifyApproval(request(half), { timestampKey });
        expect(report.verdict).toBe('fail');
        expect(outcomes(report)[2]).toBe('approval.timestamp-signature fail');
      }
    });

    test(`${half.name}: the HSM's signature can be judged alone`, () => {
      const { timestamp } = decodeToken(half.token);
      if (timestamp === null) throw new Error('there is one');
      expect(verifyTimestamp(timestamp, traceTimestampKey).verdict).toBe('pass');
      expect(verifyTimestamp(timestamp, ecPair('secp256k1').spki).verdict).toBe('fail');
    });
  }

  test('with the approvers changed for each other both fail', () => {
    for (const [half, other] of [
      [sign, modify],
      [modify, sign],
    ] as const) {
      const report = verifyApproval({ ...request(half), approver: request(other).approver }, withKey);
      expect(report.verdict).toBe('fail');
      expect(outcomes(report)[1]).toBe('approval.signature fail');
    }
  });

  test('with the signatures, or the tokens, changed for each other both fail', () => {
    for (const [half, other] of [
      [sign, modify],
      [modify, sign],
    ] as const) {
      expect(verifyApproval({ ...request(half), signature: request(other).signature }, withKey).verdict).toBe('fail');
      expect(verifyApproval({ ...request(half), token: other.token }, withKey).verdict).toBe('fail');
    }
  });

  test('a platform verifier is asked once a signature, and its answer counts', () => {
    for (const answer of [true, false]) {
      let asked = 0;
      const platform = (): boolean => {
        asked++;
        return answer;
      };
      const report = verifyApproval(request(sign), { ...withKey, platform });
      expect([asked, report.verdict]).toEqual([2, answer ? 'pass' : 'fail']);
    }
  });
});

describe('one byte changed', () => {
  /** Verdict or code of an attempt with each byte of `bytes` changed by `mask`, counted. */
  function ends(bytes: Uint8Array, mask: number, attempt: (changed: Uint8Array) => Report): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [at, octet] of bytes.entries()) {
      let end = '';
      try {
        end = attempt(patched(bytes, at, octet ^ mask)).verdict;
      } catch (error) {
        end = refusal(() => {
          throw error;
        }).code;
      }
      counts[end] = (counts[end] ?? 0) + 1;
    }
    return counts;
  }

  const inToken = (mask: number, options = {}): Record<string, number> =>
    ends(sign.token, mask, (token) => verifyApproval({ ...request(sign), token }, options));

  test('in the sign token, wherever it is: never a pass', () => {
    const expected = {
      fail: 150,
      'operation-unknown': 4,
      'payload-mismatch': 16,
      'signature-malformed': 19,
      'time-invalid': 2,
      'token-malformed': 45,
    };
    expect(Object.values(expected).reduce((sum, count) => sum + count)).toBe(236);
    expect(inToken(0x01, withKey)).toEqual(expected);
    expect(inToken(0x01)).toEqual(expected);
  });

  test('its highest bit, wherever it is: never a pass', () => {
    const counts = inToken(0x80, withKey);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(236);
    expect(counts['pass']).toBeUndefined();
    expect(counts['incomplete']).toBeUndefined();
  });

  test('in the modify token, wherever it is, with OpenSSL to verify: never a pass', () => {
    const real = request(modify);
    const options = { ...withKey, platform: opensslPlatform };
    expect(verifyApproval(real, options).verdict).toBe('pass');
    const counts = ends(modify.token, 1, (token) => verifyApproval({ ...real, token }, options));
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(1912);
    expect([counts['pass'], counts['incomplete']]).toEqual([undefined, undefined]);
  });

  test('in either signature: never a pass', () => {
    for (const half of halves) {
      const { signature } = request(half);
      for (const mask of [0x01, 0x80]) {
        const counts = ends(signature, mask, (changed) => verifyApproval({ ...request(half), signature: changed }));
        expect(counts).toEqual({ fail: signature.length });
      }
    }
  });

  test("in the HSM's signature, as verifyTimestamp sees it: never a pass", () => {
    const { timestamp } = decodeToken(sign.token);
    if (timestamp === null) throw new Error('there is one');
    const judge = (facts: object): Report => verifyTimestamp({ ...timestamp, ...facts }, traceTimestampKey);
    expect(ends(timestamp.bytes, 1, (bytes) => judge({ bytes }))).toEqual({ fail: timestamp.bytes.length });
    expect(ends(timestamp.signature, 1, (signature) => judge({ signature }))).toEqual({
      fail: timestamp.signature.length,
    });
  });
});

describe('what a token lacks', () => {
  const read = decodeToken(sign.token);
  const bare = encodeToken({ ...read, timestamp: null });

  test('a timestamp key and no timestamp is a failure, not a warning', () => {
    const report = verifyApproval({ ...request(sign), token: bare }, withKey);
    expect(outcomes(report)).toContain('approval.timestamp-signature fail');
    expect(report.verdict).toBe('fail');
  });

  test('without a timestamp, without a label, and where the operation is inferred, a warning says so', () => {
    const label = encodeToken({ ...read, keyLabel: '' });
    const block = encodeToken({ ...read, operation: 'block' });
    const unblock = encodeToken({ ...read, operation: 'unblock', keyLabel: '', timestamp: null });
    const warnings = (token: Uint8Array): string[] =>
      verifyApproval({ ...request(sign), token })
        .findings.filter(({ outcome, id }) => outcome === 'warn' && id !== 'approval.timestamp-signature')
        .map(({ id }) => id);
    expect(warnings(bare)).toEqual(['approval.no-timestamp']);
    expect(warnings(label)).toEqual(['approval.no-key-label']);
    expect(warnings(block)).toEqual(['approval.operation-inferred']);
    expect(warnings(unblock)).toEqual([
      'approval.no-timestamp',
      'approval.no-key-label',
      'approval.operation-inferred',
    ]);
  });

  test('labels from the token cannot move the cursor or turn the line around in a message', () => {
    const evil = 'key`\u001b[2K\n\u202eyek';
    const stamp = read.timestamp;
    if (stamp === null) throw new Error('there is one');
    const token = encodeToken({ ...read, keyLabel: evil, timestamp: { ...stamp, keyLabel: evil } });
    const report = verifyApproval({ ...request(sign), token });
    for (const { message } of report.findings) expect(message).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(report.findings[0]?.message).toContain('\\u{1b}');
  });
});

describe('digest names', () => {
  const named = (digestAlgorithm: string, spki: Uint8Array): ApprovalRequest => ({
    ...request(sign),
    digestAlgorithm,
    approver: publicKeyCredential(spki),
  });
  const rsa = rsaPair(2048).spki;
  const ec = ecPair('prime256v1').spki;
  const ed25519 = ed25519Pair().spki;
  const ed448 = ed448Pair().spki;
  const dsa = dsaPair().spki;
  const digests = ['SHA-224', 'SHA-256', 'SHA-384', 'SHA-512', 'SHA3-224', 'SHA3-256', 'SHA3-384', 'SHA3-512'];

  test('each of the list goes with RSA, EC and DSA keys, and none with Ed25519 and Ed448', () => {
    for (const name of digests) {
      for (const key of [rsa, ec, dsa]) expect(verifyApproval(named(name, key)).verdict).toBe('fail');
      for (const key of [ed25519, ed448]) {
        expect(refused(() => verifyApproval(named(name, key)))).toBe('digest-invalid approvalDigestAlgorithm');
      }
    }
  });

  test('EdDSA goes with Ed25519 and Ed448 alone', () => {
    for (const key of [ed25519, ed448]) expect(verifyApproval(named('EdDSA', key)).verdict).toBe('fail');
    for (const key of [rsa, ec, dsa]) {
      expect(refused(() => verifyApproval(named('EdDSA', key)))).toBe('digest-invalid approvalDigestAlgorithm');
    }
  });

  test('SHA-1, other spellings and anything else goes with no key', () => {
    const others = ['SHA-1', 'SHA1', 'sha-256', 'SHA256', 'SHA-512/256', 'SHA256_WITH_RSA', 'MD5', '', 'constructor'];
    for (const name of others) {
      for (const key of [rsa, ec, dsa, ed25519, ed448]) {
        expect(refused(() => verifyApproval(named(name, key)))).toBe('digest-invalid approvalDigestAlgorithm');
      }
    }
  });
});

describe('keys that cannot be read', () => {
  test('a timestamp key that is none', () => {
    for (const timestampKey of [new Uint8Array(0), sign.token, traceTimestampKey.subarray(1)]) {
      expect(refused(() => verifyApproval(request(sign), { timestampKey }))).toBe('approver-invalid timestampKey');
    }
  });

  test('a token that is none is told before anything is judged', () => {
    expect(refused(() => verifyApproval({ ...request(sign), token: split(sign.token)[1] as Uint8Array }))).toBe(
      'token-malformed',
    );
  });
});
