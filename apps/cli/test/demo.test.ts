import { describe, expect, it } from 'vitest';
import { quorate } from './cli.ts';

describe('demo', () => {
  it('ends with 0, every check as it must be', async () => {
    const { code, out, err } = await quorate(['demo']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('checks, each as it must be');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(92);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape character is what must not be there
    expect(out).not.toMatch(/\u001b/);
  });

  it('gives machines the same reports', async () => {
    const { out } = await quorate(['demo', '--json']);
    const { asExpected, acts } = JSON.parse(out);
    const checks = acts.flatMap(({ parts }: { parts: { type: string }[] }) =>
      parts.filter(({ type }) => type === 'check'),
    );
    // 34 with OpenSSL on the machine, whose opinion is the last of the ceremony.
    expect([33, 34]).toContain(checks.length);
    expect([asExpected, acts.length, checks.length]).toEqual([true, 6, checks.length]);
    expect(checks.filter(({ must }: { must: string }) => must === 'fail')).toHaveLength(19);
  });
});
