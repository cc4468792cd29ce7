import { writePolicyTlv } from '@quorate/policy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ApprovalToken,
  decodeToken,
  encodeToken,
  OPERATION_CODES,
  type Operation,
  TOKEN_MAX_BYTES,
  type TokenFields,
  timestampBytes,
} from '../src/index.ts';
import { refusal } from './support/refusal.ts';
import { element, split } from './support/tlv.ts';
import { ECDSA_SHA256, fieldsOf, laidOut, policy, signatureElement } from './support/token.ts';
import { sign } from './support/trace.ts';

const GUESSED = { certificateElement: 'guessed' } as const;

function contentOf({ payload, policy: proposed }: TokenFields): Uint8Array {
  if (proposed !== null) return element(0x1058, writePolicyTlv(proposed, GUESSED));
  return payload === null ? new Uint8Array(0) : element(0x1057, payload);
}

/** What was said, out of what was read. */
function said(token: ApprovalToken): TokenFields {
  const { bytes: _, timestamp, ...rest } = token;
  if (timestamp === null) return { ...rest, timestamp };
  const { time, keyLabel, signatureElement: signed } = timestamp;
  return { ...rest, timestamp: { time, keyLabel, signatureElement: signed } };
}

describe('the layouts of SKA.md 5.3', () => {
  for (const operation of Object.keys(OPERATION_CODES) as Operation[]) {
    test(`${operation}: a token is written as the table lays it out, read as it was meant, written again the same`, () => {
      fc.assert(
        fc.property(fieldsOf(operation), (fields) => {
          const bytes = encodeToken(fields, GUESSED);
          expect(bytes).toEqual(laidOut(fields, contentOf(fields)));
          const read = decodeToken(bytes, GUESSED);
          expect(said(read)).toEqual(fields);
          expect(encodeToken(read, GUESSED)).toEqual(bytes);
          if (fields.timestamp === null) expect(read.timestamp).toBeNull();
          else expect(timestampBytes(fields, fields.timestamp, GUESSED)).toEqual(read.timestamp?.bytes);
        }),
        { numRuns: operation === 'modify' ? 50 : 150 },
      );
    });
  }

  test('an empty payload is not an absent one', () => {
    const fields: TokenFields = { operation: 'block', keyLabel: 'k', timestamp: null, payload: null, policy: null };
    const empty = { ...fields, payload: new Uint8Array(0) };
    expect(decodeToken(encodeToken(fields)).payload).toBeNull();
    expect(decodeToken(encodeToken(empty)).payload).toEqual(new Uint8Array(0));
    expect(encodeToken(empty).length - encodeToken(fields).length).toBe(4);
  });

  test('an empty label is four bytes, 02 10 00 00', () => {
    const read = decodeToken(encodeToken({ ...said(decodeToken(sign.token)), keyLabel: '' }));
    expect(read.keyLabel).toBe('');
    expect([...(split(read.bytes)[1] as Uint8Array)]).toEqual([2, 0x10, 0, 0]);
  });
});

describe('what cannot be written', () => {
  const fields: TokenFields = said(decodeToken(sign.token));
  const none = { ...fields, timestamp: null };

  test('a payload and a policy that do not go with the operation', () => {
    const [proposed] = fc.sample(policy, 1);
    if (proposed === undefined) throw new Error('no sample');
    const payload = new Uint8Array(1);
    const wrong: TokenFields[] = [
      { ...fields, payload: null },
      { ...fields, policy: proposed },
      { ...fields, operation: 'block', policy: proposed, payload: null },
      { ...fields, operation: 'unblock', policy: proposed },
      { ...fields, operation: 'modify', policy: null, payload: null },
      { ...fields, operation: 'modify', policy: null, payload },
      { ...fields, operation: 'modify', policy: proposed, payload },
    ];
    for (const each of wrong) {
      expect(() => encodeToken(each, GUESSED)).toThrow(TypeError);
      expect(() => timestampBytes(each, { time: 0, keyLabel: '' }, GUESSED)).toThrow(TypeError);
    }
  });

  test('64 KiB is the most: with an empty label, a payload of 65,516 bytes', () => {
    const most = encodeToken({ ...none, keyLabel: '', payload: new Uint8Array(65_516) });
    expect(most.length).toBe(TOKEN_MAX_BYTES);
    expect(decodeToken(most).payload?.length).toBe(65_516);
    const over = refusal(() => encodeToken({ ...none, keyLabel: '', payload: new Uint8Array(65_517) }));
    expect([over.code, over.limit]).toEqual(['input-too-large', TOKEN_MAX_BYTES]);
  });

  test('values beyond 16 bits of length, in every place', () => {
    const long = 'x'.repeat(65_536);
    const bytes = new Uint8Array(65_536);
    const stamp = {
      time: 0,
      keyLabel: 'k',
      signatureElement: signatureElement(ECDSA_SHA256, 'null', new Uint8Array(8)),
    };
    const tooLong: TokenFields[] = [
      { ...none, payload: bytes },
      { ...none, keyLabel: long },
      { ...fields, timestamp: { ...stamp, keyLabel: long } },
      { ...fields, timestamp: { ...stamp, signatureElement: bytes } },
      { ...fields, timestamp: stamp, payload: new Uint8Array(65_530) },
    ];
    for (const each of tooLong) expect(refusal(() => encodeToken(each)).code).toBe('input-too-large');
  });

  test('labels that UTF-8 does not have, and times that no token may have', () => {
    const stamp = fields.timestamp;
    if (stamp === null) throw new Error('there is one');
    for (const half of ['\ud800', 'a\udc00b']) {
      expect(() => encodeToken({ ...fields, keyLabel: half })).toThrow(TypeError);
      expect(() => encodeToken({ ...fields, timestamp: { ...stamp, keyLabel: half } })).toThrow(TypeError);
    }
    for (const time of [-1, 0.5, Number.NaN, 253_402_300_800, 2 ** 53]) {
      expect(() => encodeToken({ ...fields, timestamp: { ...stamp, time } })).toThrow(TypeError);
    }
  });
});
