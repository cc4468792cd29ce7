import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/index.ts';
import { altered, type Case, p256, parts, rsa } from '../support/cases.ts';
import { keys, signed, signedJoined } from '../support/keys.ts';
import { refusal } from '../support/refusal.ts';

const given = (of: Case, signature: Uint8Array | string, form?: 'raw' | 'der-base64' | 'raw-base64') => () =>
  assemble({ ...parts(of), signature, ...(form === undefined ? {} : { form }) });

const element = (tag: number, content: Uint8Array): Uint8Array => Uint8Array.of(tag, content.length, ...content);

/** A signature by the P-256 key whose r begins with a set bit or not, both as 32 octets. */
function numbers(high: boolean, data: Uint8Array = p256.tbs): [Uint8Array, Uint8Array] {
  for (;;) {
    const joined = signedJoined(data, keys.p256);
    if ((joined[0] as number) >> 7 === (high ? 1 : 0)) return [joined.subarray(0, 32), joined.subarray(32)];
  }
}

describe('r and s that are nearly DER are told as such:', () => {
  const loose = (data?: Uint8Array): readonly (readonly [string, Uint8Array])[] => {
    const [r, s] = numbers(true, data);
    const bare = Uint8Array.of(...element(2, r), ...element(2, s));
    const padded = [r, s].map((number) => element(2, Uint8Array.of(0, 0, ...number)));
    const body = Uint8Array.of(...(padded[0] as Uint8Array), ...(padded[1] as Uint8Array));
    const strict = signed(data ?? p256.tbs, keys.p256);
    return [
      ['numbers without a sign octet', element(0x30, bare)],
      ['numbers with zeros before them', element(0x30, body)],
      ['a length in an octet more', Uint8Array.of(0x30, 0x81, ...strict.subarray(1))],
      ['a length in two octets more', Uint8Array.of(0x30, 0x82, 0, ...strict.subarray(1))],
    ];
  };
  test('over these bytes they verify when read so', () => {
    for (const [name, signature] of loose()) {
      const { code, path, actual } = refusal(given(p256, signature));
      expect([name, code, path]).toEqual([name, 'signature-encoding', 'signature']);
      expect(actual).toMatch(/^a SEQUENCE of r and s that is not DER, \d+ octets, which verifies/);
    }
  });
  test('over others they are none', () => {
    for (const [name, signature] of loose(altered(p256.tbs))) {
      expect([name, refusal(given(p256, signature)).code]).toEqual([name, 'signature-malformed']);
    }
  });
  test('and what is none of them is none: empty, cut, without end', () => {
    const strict = signed(p256.tbs, keys.p256);
    const others = [
      [0x30, 0x80, 0, 0],
      [0x30, 0x83, 0, 0, 4, 2, 0, 2, 0],
      [0x30, 0x81],
      [0x30, 4, 2, 9, 2, 0],
    ];
    const more = element(0x30, Uint8Array.of(...strict.subarray(2), 5, 0));
    for (const octets of [...others, [...more], [...strict.subarray(0, -1)], [...strict, 0]]) {
      expect(refusal(given(p256, Uint8Array.from(octets))).code).toBe('signature-malformed');
    }
  });
});

describe('base64 of another kind than is read:', () => {
  const urlText = () => {
    for (;;) {
      const text = Buffer.from(signed(p256.tbs, keys.p256)).toString('base64url');
      if (/[-_]/.test(text)) return text;
    }
  };
  test('for URLs, and without padding', () => {
    const raw = Buffer.from(signedJoined(p256.tbs, keys.p256)).toString('base64');
    const cases = [
      [p256, urlText(), 'der-base64'],
      [p256, raw.replace(/=+$/, ''), 'raw-base64'],
      [rsa, Buffer.from(signed(rsa.tbs, rsa.key)).toString('base64').replace(/=+$/, ''), 'der-base64'],
    ] as const;
    for (const [of, text, form] of cases) {
      const { code, actual } = refusal(given(of, text, form));
      expect(code).toBe('signature-encoding');
      expect(actual).toMatch(/^base64 text for URLs, or without padding/);
    }
  });
});

describe('a platform', () => {
  const asked: string[] = [];
  const platform = (answer: boolean | null) => (request: { algorithm: { name: string } }) => {
    asked.push(request.algorithm.name);
    return answer;
  };
  const signature = signed(p256.tbs, keys.p256);
  test('does the arithmetic when it can', () => {
    for (const answer of [true, null]) {
      expect(assemble({ ...parts(p256), signature, platform: platform(answer) })).toEqual(
        assemble({ ...parts(p256), signature }),
      );
    }
    expect(asked).toEqual(['ecdsa-with-SHA256', 'ecdsa-with-SHA256']);
  });
  test('is not asked why a signature is refused', () => {
    const wrong = signed(altered(p256.tbs), keys.p256);
    asked.length = 0;
    expect(refusal(() => assemble({ ...parts(p256), signature: wrong, platform: platform(false) })).code).toBe(
      'signature-mismatch',
    );
    expect(asked).toHaveLength(1);
  });
});
