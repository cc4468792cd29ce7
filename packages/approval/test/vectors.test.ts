import { describe, expect, test } from 'vitest';
import { decodeToken, encodeToken, timestampBytes, tokenNotices } from '../src/index.ts';
import { fromBase64, halves, modify, sign } from './support/trace.ts';

describe('the real approval tokens', () => {
  test('each stands in three places, and is the same in all of them', () => {
    for (const { token, task, approvalBody } of halves) {
      expect(fromBase64(task['approvalToBeSigned'])).toEqual(token);
      expect(fromBase64(approvalBody['approvalToBeSigned'])).toEqual(token);
    }
    expect(halves.map(({ token }) => token.length)).toEqual([1912, 236]);
  });

  for (const { name, token, task } of halves) {
    test(`${name}: what is read is written again bit for bit`, () => {
      const read = decodeToken(token);
      expect(read.bytes).toBe(token);
      expect(encodeToken(read)).toEqual(token);
    });

    test(`${name}: the timestamp is what the task says beside the token`, () => {
      const read = decodeToken(token);
      expect(read.timestamp?.bytes).toEqual(fromBase64(task['timestamp']));
      expect(read.timestamp?.signature).toEqual(fromBase64(task['timestampSignature']));
      expect(read.timestamp?.signatureAlgorithm.restNames).toContain(task['timestampSignatureAlgorithm']);
      if (read.timestamp === null) throw new Error('there is one');
      expect(timestampBytes(read, read.timestamp)).toEqual(read.timestamp.bytes);
    });

    test(`${name}: the payload is what the task says beside the token`, () => {
      const payload = fromBase64(task['payload']);
      expect(token.subarray(token.length - payload.length)).toEqual(payload);
    });

    test(`${name}: nothing in it calls for a warning, and reading it twice gives the same`, () => {
      expect(tokenNotices(decodeToken(token))).toEqual([]);
      expect(decodeToken(token)).toEqual(decodeToken(token));
    });
  }

  test('sign: every field', () => {
    const { bytes, timestamp, ...rest } = decodeToken(sign.token);
    expect(bytes).toBe(sign.token);
    expect(rest).toEqual({
      operation: 'use',
      keyLabel: "TESTKEY2024-08-14_20-02-48.72168016257020/44'/0'/0'/0'",
      payload: Uint8Array.from(Buffer.from('Halloasd')),
      policy: null,
    });
    expect(timestamp?.time).toBe(Date.UTC(2024, 7, 14, 18, 3, 2) / 1000);
    expect(timestamp?.keyLabel).toBe('test-timestamp-key');
    expect(timestamp?.signatureAlgorithm.name).toBe('ecdsa-with-SHA256');
    expect(timestamp?.signatureElement.length).toBe(89);
    expect(timestamp?.bytes.length).toBe(0x34);
  });

  test('modify: every field', () => {
    const { bytes, timestamp, policy, ...rest } = decodeToken(modify.token);
    expect(bytes).toBe(modify.token);
    expect(rest).toEqual({
      operation: 'modify',
      keyLabel: 'TESTKEY2024-08-14_20-02-48.72168016257020',
      payload: null,
    });
    expect(timestamp?.time).toBe(Date.UTC(2024, 7, 14, 18, 2, 58) / 1000);
    expect(timestamp?.keyLabel).toBe('test-timestamp-key');
    expect(timestamp?.signatureAlgorithm.name).toBe('ecdsa-with-SHA256');
    expect(policy?.blocked).toBeNull();
    const [use, block, unblock, modifyRule] = ['use', 'block', 'unblock', 'modify'].map(
      (name) => policy?.rules[name as 'use']?.tokens ?? [],
    );
    const times = (tokens: typeof use): unknown => tokens?.map(({ timelock, timeout }) => [timelock, timeout]);
    expect(times(use)).toEqual([[0, 600]]);
    for (const tokens of [block, unblock, modifyRule]) expect(times(tokens)).toEqual([[180, 180]]);
    const [approver] = use?.[0]?.groups?.[0]?.approvers ?? [];
    if (approver?.type !== 'public_key') throw new Error('another approver');
    expect(approver.publicKey).toEqual(fromBase64(sign.approvalBody['approverPublicKey']));
  });

  test('all byte fields are views of the token: nothing is copied', () => {
    const { payload, timestamp } = decodeToken(sign.token);
    for (const view of [payload, timestamp?.bytes, timestamp?.signatureElement, timestamp?.signature]) {
      expect(view?.buffer).toBe(sign.token.buffer);
    }
  });
});
