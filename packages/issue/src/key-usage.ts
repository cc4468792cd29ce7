import { type KeyUsage, keyUsageNames } from '@quorate/x509';
import { IssueError } from './error.ts';
import { quoted } from './text.ts';

/**
 * The bits of a list of usages, ascending.
 *
 * @throws IssueError `usage-empty`, `usage-unknown`, `usage-repeated`
 */
export function keyUsageBits(usages: readonly KeyUsage[], path: string): readonly number[] {
  const bits = usages.map((usage, i) => {
    const bit = keyUsageNames.indexOf(usage);
    if (bit < 0) {
      const expected = `one of ${keyUsageNames.join(', ')}`;
      throw new IssueError('usage-unknown', { path: `${path}[${i}]`, expected, actual: quoted(String(usage)) });
    }
    return bit;
  });
  demandDistinct(usages, path);
  return bits.sort((a, b) => a - b);
}

/**
 * Checks that a list has something in it and nothing twice.
 *
 * @throws IssueError `usage-empty`, `usage-repeated`
 */
export function demandDistinct(values: readonly string[], path: string): void {
  if (values.length === 0) {
    throw new IssueError('usage-empty', { path, expected: 'at least one, or no such extension', actual: 'none' });
  }
  values.forEach((value, i) => {
    if (values.indexOf(value) === i) return;
    throw new IssueError('usage-repeated', { path: `${path}[${i}]`, actual: quoted(value) });
  });
}
