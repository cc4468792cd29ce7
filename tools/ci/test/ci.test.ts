import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { missingCommand, planFor } from '@quorate/ci';
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { readNotRun, writeNotRun } from '../src/not-run.ts';
import { chooseSeed } from '../src/seed.ts';
import { countTotals } from '../src/totals.ts';

describe('the seed of the property tests', () => {
  test('is the one in QUORATE_SEED, whatever else is set', () => {
    expect(chooseSeed({ QUORATE_SEED: '7', CI: 'true' }, 1)).toBe(7);
    expect(chooseSeed({ QUORATE_SEED: '-2147483648' }, 1)).toBe(-2147483648);
  });
  test('is the same each time in CI, and the given one elsewhere', () => {
    expect(chooseSeed({ CI: 'true' }, 1)).toBe(chooseSeed({ CI: 'true' }, 2));
    expect(chooseSeed({}, 5)).toBe(5);
    expect(chooseSeed({ QUORATE_SEED: '' }, 5)).toBe(5);
  });
  test.each(['x', '1.5', '4294967296', 'NaN'])('refuses QUORATE_SEED=%s', (text) => {
    expect(() => chooseSeed({ QUORATE_SEED: text }, 1)).toThrow(TypeError);
  });
  test('reaches fast-check in every test file', () => {
    expect(fc.readConfigureGlobal()?.seed).toBe(inject('seed'));
  });
});

describe('the totals', () => {
  test('count every test once, and a broken module or a stray error as a failure', () => {
    const modules = [
      { states: ['passed', 'passed', 'skipped'] as const, errors: 0 },
      { states: [], errors: 1 },
      { states: ['failed', 'pending'] as const, errors: 0 },
    ];
    expect(countTotals(modules, 1)).toEqual({ passed: 2, failed: 4, skipped: 1 });
  });
});

describe('the notes of what was not run', () => {
  test('are kept once each, in order', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quorate-'));
    expect(readNotRun(folder)).toEqual([]);
    const b = { what: 'b (made by the test of this)', why: 'no b' };
    const a = { what: 'a (made by the test of this)', why: 'no a' };
    for (const note of [b, a, b]) writeNotRun(note, folder);
    expect(readNotRun(folder)).toEqual([a, b]);
    rmSync(folder, { recursive: true });
  });
});

describe('tests that need something of the machine', () => {
  test('run where it is there, are left out where it is not, and fail without it in CI', () => {
    expect(planFor(null, {})).toBe('run');
    expect(planFor(null, { CI: 'true' })).toBe('run');
    expect(planFor('no openssl', {})).toBe('skip');
    expect(planFor('no openssl', { CI: 'true' })).toBe('fail');
  });
  test('find a command on the path, and say which package has it', () => {
    const node = { PATH: dirname(process.execPath) };
    expect(missingCommand(basename(process.execPath), 'nodejs', node)).toBeNull();
    expect(missingCommand('quorate-no-such-command', 'nothing', node)).toContain('package nothing');
    expect(missingCommand('node', 'nodejs', {})).not.toBeNull();
  });
});
