import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformanceFolder, describeConformance, suiteFile } from '@quorate/conformance';
import { afterAll, describe, expect, test, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'quorate-'));
writeFileSync(join(folder, 'cases.json'), '[]');
afterAll(() => rmSync(folder, { recursive: true }));

const present = { QUORATE_CONFORMANCE: folder };
const missing = { QUORATE_CONFORMANCE: join(folder, 'nowhere') };

describe('the folder of the conformance suites', () => {
  test('is the one that QUORATE_CONFORMANCE names', () => {
    expect(conformanceFolder(present)).toBe(folder);
    expect(conformanceFolder(missing)).toBeNull();
  });
  test('gives its files, and refuses one that is not there', () => {
    expect(suiteFile('cases.json', present)).toBe(join(folder, 'cases.json'));
    expect(() => suiteFile('other.json', present)).toThrow('no file `other.json`');
    expect(() => suiteFile('cases.json', missing)).toThrow('no file `cases.json`');
  });
});

const calls: string[] = [];
vi.stubEnv('QUORATE_CONFORMANCE', folder);
describeConformance('with the folder (of the test of this)', () => {
  calls.push('with');
  test('the body is called and its tests run', () => expect(calls).toEqual(['with']));
});
vi.unstubAllEnvs();
