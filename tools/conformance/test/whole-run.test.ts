import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { afterAll, describe, expect, test } from 'vitest';

const place = mkdtempSync(join(tmpdir(), 'quorate-'));
mkdirSync(join(place, 'suites'));
afterAll(() => rmSync(place, { recursive: true }));

const script = join(repositoryRoot, 'tools/conformance/test/fixture/run.mjs');

interface WholeRun {
  readonly status: number | null;
  readonly totals: unknown;
  readonly notes: readonly string[];
  readonly said: string;
}

/** Runs the fixture beside this file as the test command runs all tests, in a vitest of its own. */
function run(name: string, suites: string, ci: string): WholeRun {
  const results = join(place, name);
  const env = { ...process.env, CI: ci, QUORATE_CONFORMANCE: join(place, suites), QUORATE_RESULTS: results };
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: repositoryRoot, env, encoding: 'utf8' });
  const notes = readdirSync(results).includes('not-run') ? readdirSync(join(results, 'not-run')) : [];
  return {
    status,
    totals: JSON.parse(readFileSync(join(results, 'totals.json'), 'utf8')),
    notes: notes.map((note) => readFileSync(join(results, 'not-run', note), 'utf8')),
    said: stderr,
  };
}

describe('a whole run', () => {
  test('with the suites runs every case', () => {
    expect(run('present', 'suites', 'true')).toMatchObject({
      status: 0,
      totals: { passed: 3, failed: 0, skipped: 0 },
      notes: [],
    });
  });
  test('without the suites succeeds, skips one test in their place, and says loudly what was not run', () => {
    const { said, notes, ...rest } = run('missing', 'nowhere', '');
    expect(rest).toEqual({ status: 0, totals: { passed: 1, failed: 0, skipped: 1 } });
    expect(notes).toEqual([expect.stringContaining('conformance: a suite of the test of this')]);
    expect(said).toContain('NOT RUN: conformance: a suite of the test of this');
  });
  test('without the suites fails in CI', () => {
    expect(run('ci', 'nowhere', 'true')).toMatchObject({
      status: 1,
      totals: { passed: 1, failed: 1, skipped: 0 },
      notes: [],
    });
  });
});
