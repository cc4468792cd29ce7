import { describeWhere } from '@quorate/ci';
import { describe, expect, test } from 'vitest';
import { bundleForBrowser } from '../src/bundle.ts';
import { chromiumPath, evaluateInChromium } from '../src/chromium.ts';
import { checks, runPaths, runSlice } from '../src/slice.ts';
import { pathInputs } from './support/path-inputs.ts';

const SLICE = 'tools/browser/src/slice.ts';
const browser = chromiumPath();

describe('the bundle for browsers', () => {
  test('holds the packages whole, and nothing of Node', async () => {
    const script = await bundleForBrowser(SLICE);
    expect(script).not.toMatch(/\brequire\(|from ["']node:/);
  });
  test('cannot be made of code that needs Node', async () => {
    await expect(bundleForBrowser('tools/browser/test/fixture/needs-node.ts')).rejects.toThrow('node:fs');
  });
});

describe('the slice', () => {
  test('gives a result for every check, and no error, in Node', async () => {
    const results = await runSlice();
    expect(Object.keys(results)).toEqual(Object.keys(checks));
    expect(Object.entries(results).filter(([, result]) => JSON.stringify(result).startsWith('{"error"'))).toEqual([]);
  });
  test('finds the real signature valid and the other one not', async () => {
    expect(await runSlice()).toMatchObject({
      'crypto: a real signature': { valid: true },
      'crypto: the signature of something else': { valid: false },
    });
  });
});

const inputs = pathInputs();

describe('paths', () => {
  const answers = runPaths(inputs);
  test('are judged the same in any order of what is given', () => {
    expect(Object.entries(answers).filter(([, { sameInAnyOrder }]) => !sameInAnyOrder)).toEqual([]);
  });
  test('are good, and are none for the reason that was put in', () => {
    const said = Object.entries(answers).map(([name, { report }]) => [
      name,
      report.verdict,
      report.findings.find(({ outcome }) => outcome === 'fail')?.id ?? 'no fault',
    ]);
    const expected: readonly (readonly [string, string, string])[] = [
      ['made: a good path among bad ones', 'pass', 'no fault'],
      ['made: a name that is constrained', 'fail', 'path.peer-name'],
      ['made: no anchor leads here', 'fail', 'path.expired'],
      ['PKITS 4.1.1, valid signatures', 'pass', 'no fault'],
      ['PKITS 4.1.4, DSA', 'pass', 'no fault'],
      ['PKITS 4.4.3, a revoked certificate', 'fail', 'revocation.revoked'],
      ['limbo: two CAs that certify each other', 'fail', 'path.no-issuer'],
      ['limbo: a chain with an expired intermediate', 'pass', 'no fault'],
    ];
    expect(said).toEqual(expected.slice(0, said.length));
  });
});

describe('Chromium', () => {
  test('is looked for where CHROMIUM says', () => {
    expect(chromiumPath({ CHROMIUM: '/nowhere/chromium' })).toBeNull();
    expect(chromiumPath({ CHROMIUM: process.execPath })).toBe(process.execPath);
  });
});

const missing = 'there is no Chromium; install it (Debian: apt-get install chromium) or name it with CHROMIUM';
describeWhere('the packages in Chromium', browser === null ? missing : null, () => {
  const path = browser ?? '';
  test('give the same results as in Node', async () => {
    const inBrowser = await evaluateInChromium(
      path,
      await bundleForBrowser(SLICE),
      'slice.runSlice().then(JSON.stringify)',
    );
    expect(JSON.parse(String(inBrowser))).toStrictEqual(JSON.parse(JSON.stringify(await runSlice())));
  });
  test('judge paths as in Node, report for report', async () => {
    const script = await bundleForBrowser(SLICE);
    const expression = `JSON.stringify(slice.runPaths(${JSON.stringify(inputs)}))`;
    const inBrowser = JSON.parse(String(await evaluateInChromium(path, script, expression)));
    expect(inBrowser).toStrictEqual(JSON.parse(JSON.stringify(runPaths(inputs))));
    expect(Object.keys(inBrowser)).toHaveLength(Object.keys(inputs).length);
  });
  test('run where Node is not, and no network', async () => {
    const expression = "[typeof process, typeof Buffer, typeof navigator, fetch('https://example.org').catch(String)]";
    const seen = await evaluateInChromium(path, '', `Promise.all(${expression})`);
    expect(seen).toEqual(['undefined', 'undefined', 'object', expect.stringContaining('TypeError')]);
  });
});
