import { describe, expect, test } from 'vitest';
import { withDigest } from '../../src/path/with-digest.ts';

describe('fields with a digest', () => {
  test('are those given, in their order, and the digest of the source behind them', () => {
    const shown = withDigest({ kind: 'certificate', name: 'CN=a' }, { sha256: 'ab' });
    expect(JSON.stringify(shown)).toBe('{"kind":"certificate","name":"CN=a","sha256":"ab"}');
    expect(structuredClone(shown)).toEqual({ kind: 'certificate', name: 'CN=a', sha256: 'ab' });
    expect({ ...shown }).toEqual({ kind: 'certificate', name: 'CN=a', sha256: 'ab' });
  });

  test('have it computed when it is read', () => {
    let computed = 0;
    const shown = withDigest(
      { subject: 'CN=a' },
      {
        get sha256(): string {
          computed += 1;
          return 'ab';
        },
      },
    );
    expect(computed).toBe(0);
    expect([shown.sha256, computed]).toEqual(['ab', 1]);
  });

  test('have one getter for all, which holds on to nothing', () => {
    const getter = (shown: object) => Object.getOwnPropertyDescriptor(shown, 'sha256')?.get;
    const [a, b] = [withDigest({ subject: 'a' }, { sha256: 'aa' }), withDigest({ name: 'b' }, { sha256: 'bb' })];
    expect(getter(a)).toBeTypeOf('function');
    expect(getter(a)).toBe(getter(b));
    expect([a.sha256, b.sha256]).toEqual(['aa', 'bb']);
  });
});
