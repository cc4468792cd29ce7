import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { SUITES } from '../src/suites.ts';
import TableReporter from '../src/table-reporter.ts';
import { pinnedTotals } from '../src/totals.ts';

const place = mkdtempSync(join(tmpdir(), 'quorate-'));
afterAll(() => rmSync(place, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** What the command says at the end of a run that left a record of every suite, but for what is changed, and its exit code. */
function said(
  change: (results: string, suites: string) => void,
  errors: readonly { readonly message: string }[] = [],
): { text: string; code: unknown } {
  const [results, suites] = [mkdtempSync(join(place, 'r')), mkdtempSync(join(place, 's'))];
  vi.stubEnv('QUORATE_CONFORMANCE', suites);
  vi.stubEnv('QUORATE_CONFORMANCE_RESULTS', results);
  vi.stubEnv('QUORATE_CONFORMANCE_UPDATE', '');
  vi.stubEnv('QUORATE_CONFORMANCE_DIVERGENCES', '');
  const before = process.exitCode;
  const reporter = new TableReporter();
  reporter.onInit();
  for (const { folder: suite } of SUITES) {
    mkdirSync(join(suites, suite));
    const record = {
      suite,
      part: '',
      groups: pinnedTotals()[suite],
      differences: [],
      notRun: [],
      problems: [],
      milliseconds: 1,
    };
    writeFileSync(join(results, `${suite}.whole.json`), JSON.stringify(record));
  }
  change(results, suites);
  let text = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    reporter.onTestRunEnd([], errors);
    return { text, code: process.exitCode };
  } finally {
    write.mockRestore();
    process.exitCode = before;
  }
}

describe('the table of all suites', () => {
  test('has a line for each, and the run ends well', () => {
    const { text, code } = said(() => {});
    for (const { title } of SUITES) expect(text).toMatch(new RegExp(`^${title}`, 'm'));
    expect([text.includes('WRONG'), code]).toEqual([false, process.exitCode]);
  });
  test.each<readonly [string, (results: string, suites: string) => void, string]>([
    ['a suite that left no record', (results) => rmSync(join(results, 'pkits.whole.json')), 'pkits was not run'],
    [
      'a folder that nobody reads',
      (_, suites) => mkdirSync(join(suites, 'new')),
      'the folder `new` is read by no test',
    ],
    ['no folder at all', (_, suites) => rmSync(suites, { recursive: true }), 'no suite was run: there is no folder'],
    [
      'a record with a problem',
      (results) => {
        const record = {
          suite: 'zlint',
          part: 'x',
          groups: {},
          differences: [],
          notRun: [],
          problems: ['bad'],
          milliseconds: 1,
        };
        writeFileSync(join(results, 'zlint.x.json'), JSON.stringify(record));
      },
      'zlint: bad',
    ],
  ])('is followed by what is wrong, and the run fails: %s', (_, change, expected) => {
    const { text, code } = said(change);
    expect(text).toContain(`WRONG (1):\n  ${expected}`);
    expect(code).toBe(1);
  });
  test('is followed by errors outside the tests', () => {
    expect(said(() => {}, [{ message: 'it broke' }])).toMatchObject({
      text: expect.stringContaining('it broke'),
      code: 1,
    });
  });
});
