import { TlvError } from '@quorate/syntax';
import { describe, expect, test } from 'vitest';
import { ApprovalError, type ApprovalErrorCode, decodeToken, TOKEN_MAX_BYTES } from '../src/index.ts';
import { refusal } from './support/refusal.ts';
import { element, join, level, littleEndian, patched, places, shifted, split, utf8 } from './support/tlv.ts';
import { halves, modify, sign } from './support/trace.ts';

const codeOf = (bytes: Uint8Array): ApprovalErrorCode => refusal(() => decodeToken(bytes)).code;
const [operation, keyLabel, timestamp, signed, payload] = split(sign.token) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const proposed = split(modify.token)[4] as Uint8Array;
const code = (value: number): Uint8Array => element(0x3b, littleEndian(value, 4));

/** How attempts ended, counted. */
function tally(attempts: readonly (() => unknown)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const attempt of attempts) {
    let end = 'accepted';
    try {
      attempt();
    } catch (error) {
      if (!(error instanceof ApprovalError)) throw error;
      end = error.code;
    }
    counts[end] = (counts[end] ?? 0) + 1;
  }
  return counts;
}

describe('order of elements', () => {
  test('the parts put together again are the token', () => {
    expect(level(operation, keyLabel, timestamp, signed, payload)).toEqual(sign.token);
  });

  for (const { name, token } of halves) {
    test(`${name}: each pair of neighbours swapped is refused`, () => {
      const elements = split(token);
      const inside = split(elements[2]?.subarray(4) as Uint8Array);
      expect([elements.length, inside.length]).toEqual([5, 3]);
      const swapped = (list: readonly Uint8Array[], i: number): Uint8Array[] =>
        list.map((each, at) => (at === i ? list[i + 1] : at === i + 1 ? list[i] : each) as Uint8Array);
      for (let i = 0; i < 4; i++) expect(codeOf(level(...swapped(elements, i)))).toBe('token-malformed');
      for (let i = 0; i < 2; i++) {
        const [first, second, , ...rest] = elements as [Uint8Array, Uint8Array, Uint8Array, ...Uint8Array[]];
        const token = level(first, second, element(0x1054, level(...swapped(inside, i))), ...rest);
        expect(codeOf(token)).toBe('token-malformed');
      }
    });

    test(`${name}: each element left out, and each one twice, is refused`, () => {
      const elements = split(token);
      for (let i = 0; i < elements.length; i++) {
        // Without timestamp and signature, both, it would be the layout that has none.
        expect(codeOf(level(...elements.filter((_, at) => at !== i)))).toBe('token-malformed');
        expect(codeOf(level(...elements.flatMap((each, at) => (at === i ? [each, each] : [each]))))).toBe(
          'token-malformed',
        );
      }
    });
  }
});

describe('lengths and padding', () => {
  for (const [{ name, token }, count, codes] of [
    [sign, 7, ['token-malformed']],
    [modify, 39, ['payload-mismatch', 'token-malformed']],
  ] as const) {
    test(`${name}: each byte of padding that is not zero is refused, at its place`, () => {
      const { padding } = places(token);
      expect(padding.length).toBe(count);
      const seen = new Set<string>();
      for (const at of padding) {
        for (const octet of [1, 0x20, 0x80, 0xff]) {
          const error = refusal(() => decodeToken(patched(token, at, octet)));
          seen.add(error.code);
          if (error.code === 'token-malformed') expect(error.offset).toBe(at);
        }
      }
      expect([...seen].sort()).toEqual(codes);
    });
  }

  test('sign: each length off by one is refused, but for labels that take in a zero of their padding', () => {
    const { lengths } = places(sign.token);
    expect(lengths.length).toBe(10);
    const shorter = lengths.map(
      ({ at, octets }) =>
        () =>
          decodeToken(shifted(sign.token, at, octets, -1)),
    );
    expect(tally(shorter)).toEqual({ 'signature-malformed': 1, 'token-malformed': 9 });
    const longer = lengths.map(({ at, octets }) => shifted(sign.token, at, octets, 1));
    expect(tally(longer.map((bytes) => () => decodeToken(bytes)))).toEqual({
      accepted: 2,
      'signature-malformed': 1,
      'token-malformed': 7,
    });
    const taken = longer.flatMap((bytes) => {
      try {
        return [decodeToken(bytes)];
      } catch {
        return [];
      }
    });
    expect(taken.map((token) => [token.keyLabel.at(-1), token.timestamp?.keyLabel.at(-1)])).toEqual([
      ['\u0000', 'y'],
      ["'", '\u0000'],
    ]);
  });

  describe('in a policy, changed alike in both places where a modify token has it', () => {
    const [first, second, stamped, last] = split(modify.token) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const [, time, stampLabel] = split(stamped.subarray(4)) as [Uint8Array, Uint8Array, Uint8Array];
    const withPolicy = (policy: Uint8Array): Uint8Array =>
      level(first, second, element(0x1054, level(policy, time, stampLabel)), last, policy);
    const inside = places(proposed, 4);

    test('put together again it is the token', () => {
      expect(withPolicy(proposed)).toEqual(modify.token);
      expect([inside.lengths.length, inside.padding.length]).toEqual([49, 16]);
    });

    test('each byte of padding that is not zero is refused', () => {
      const attempts = inside.padding.map((at) => () => decodeToken(withPolicy(patched(proposed, at, 0x20))));
      expect(tally(attempts)).toEqual({ 'policy-invalid': 16 });
    });

    test('each length off by one is refused, but for names that take in a zero of their padding', () => {
      const attempts = (by: number): (() => unknown)[] =>
        inside.lengths.map(
          ({ at, octets }) =>
            () =>
              decodeToken(withPolicy(shifted(proposed, at, octets, by))),
        );
      expect(tally(attempts(-1))).toEqual({ 'policy-invalid': 49 });
      expect(tally(attempts(1))).toEqual({ accepted: 8, 'policy-invalid': 41 });
    });
  });

  for (const { name, token } of halves) {
    test(`${name}: cut off anywhere it is refused, with its own length word and with one made right`, () => {
      const cuts = Array.from({ length: token.length }, (_, i) => token.slice(0, i));
      expect(tally(cuts.map((bytes) => () => decodeToken(bytes)))).toEqual({ 'token-malformed': token.length });
      const mended = cuts.slice(4).map((bytes) => shifted(bytes, 0, 4, bytes.length - token.length));
      expect(tally(mended.map((bytes) => () => decodeToken(bytes)))['accepted']).toBeUndefined();
    });

    test(`${name}: doubled, with a byte before or behind it, is refused`, () => {
      const byte = new Uint8Array(1);
      const word = new Uint8Array(4);
      for (const bytes of [join(token, token), join(token, byte), join(byte, token), join(token, word)]) {
        expect(codeOf(bytes)).toBe('token-malformed');
      }
      expect(codeOf(level(...split(token), ...split(token)))).toBe('token-malformed');
      expect(codeOf(shifted(join(token, word), 0, 4, 4))).toBe('token-malformed');
    });
  }

  test('nothing at all is refused, and so is a level without elements', () => {
    const error = refusal(() => decodeToken(new Uint8Array(0)));
    expect([error.code, error.offset]).toEqual(['token-malformed', 0]);
    expect(error.cause).toBeInstanceOf(TlvError);
    expect(codeOf(level())).toBe('token-malformed');
  });

  test('more than 64 KiB is refused before it is read', () => {
    const error = refusal(() => decodeToken(new Uint8Array(TOKEN_MAX_BYTES + 1)));
    expect([error.code, error.limit]).toEqual(['input-too-large', 65_536]);
    expect(codeOf(new Uint8Array(TOKEN_MAX_BYTES))).toBe('token-malformed');
  });
});

describe('operation and content', () => {
  test('codes other than 1 to 4 are unknown', () => {
    for (const unknown of [0, 5, 255, 256, 0x0100_0000, 0xffff_ffff]) {
      const error = refusal(() => decodeToken(level(code(unknown), keyLabel, payload)));
      expect([error.code, error.actual, error.offset]).toEqual(['operation-unknown', unknown, 4]);
    }
  });

  test('a code that is not four bytes is no code', () => {
    for (const octets of [0, 1, 2, 3, 5, 8]) {
      expect(codeOf(level(element(0x3b, new Uint8Array(octets).fill(1)), keyLabel, payload))).toBe('token-malformed');
    }
  });

  test('use and modify need their content, and take no other', () => {
    for (const parts of [
      [code(1), keyLabel],
      [code(1), keyLabel, proposed],
      [code(4), keyLabel],
      [code(4), keyLabel, payload],
      [code(1), keyLabel, payload, proposed],
      [code(4), keyLabel, proposed, payload],
    ]) {
      expect(codeOf(level(...parts))).toBe('token-malformed');
    }
  });

  test('block and unblock take a payload or none, and no policy', () => {
    for (const blocking of [2, 3]) {
      expect(decodeToken(level(code(blocking), keyLabel)).payload).toBeNull();
      expect(decodeToken(level(code(blocking), keyLabel, payload)).payload?.length).toBe(8);
      expect(codeOf(level(code(blocking), keyLabel, proposed))).toBe('token-malformed');
      expect(codeOf(level(code(blocking), keyLabel, timestamp, signed))).toBe('payload-mismatch');
    }
  });

  test('an element behind the last one is refused', () => {
    for (const last of [payload, keyLabel, element(0x2000, new Uint8Array(0)), element(0, new Uint8Array(0))]) {
      const error = refusal(() => decodeToken(level(...split(sign.token), last)));
      expect([error.code, error.offset]).toEqual(['token-malformed', 236]);
    }
  });

  test('a payload that differs from the one in the timestamp is refused, whichever of the two was changed', () => {
    for (const at of [sign.token.length - 1, sign.token.length - 8, sign.token.indexOf(0x48)]) {
      const error = refusal(() => decodeToken(patched(sign.token, at, 0x58)));
      expect([error.code, error.offset]).toEqual(['payload-mismatch', 224]);
    }
    for (const other of ['Halloas', 'Halloasd\u0000', '', 'halloasd']) {
      const changed = level(operation, keyLabel, timestamp, signed, element(0x1057, utf8(other)));
      expect(codeOf(changed)).toBe('payload-mismatch');
    }
  });

  test('a policy that differs from the one in the timestamp is refused', () => {
    const quorum = modify.token.length - proposed.length + proposed.indexOf(0x5b) + 4;
    expect(modify.token[quorum]).toBe(1);
    expect(codeOf(patched(modify.token, quorum, 2))).toBe('payload-mismatch');
  });

  test('a policy that is none is refused, with its place', () => {
    const broken = level(code(4), keyLabel, element(0x1058, level(element(0x104e, level()))));
    const error = refusal(() => decodeToken(broken));
    expect([error.code, error.path]).toEqual(['policy-invalid', 'use.tokens']);
  });
});
