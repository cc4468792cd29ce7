import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeConformance, judgeSuite, recordSuite, suiteFile } from '@quorate/conformance';
import { describe, expect, test } from 'vitest';
import { signatureAlgorithmByName } from '../src/index.ts';
import { softwareSigner } from '../src/software/index.ts';
import { ecPair } from './support/keys.ts';
import { listing, runGroups } from './support/suite.ts';
import { type Answer, type Group, readWycheproof } from './support/wycheproof.ts';

describeConformance('Wycheproof, the listing', () => {
  test('every file of the suite is run or listed, none twice, and no other', () => {
    const folder = dirname(suiteFile('wycheproof/ed25519_test.json'));
    expect(listing.files.map(({ file }) => file)).toEqual(readdirSync(folder).sort());
    expect(listing.files).toHaveLength(46);
  });

  test('a listed file has the stated number of cases and none that could be run', () => {
    for (const { file, cases, listed } of listing.files) {
      if (listed === undefined) continue;
      const groups = readWycheproof(file);
      expect(groups.reduce((sum, group) => sum + group.cases.length, 0)).toBe(cases);
      expect(groups.every(({ algorithm }) => algorithm === null)).toBe(true);
    }
  });

  test('what is listed is said in the table', () => {
    const notRun = listing.files.flatMap(({ file, cases, listed }) =>
      listed === undefined ? [] : [{ what: file, cases, reason: listed }],
    );
    const run = { outcomes: [], divergences: [], milliseconds: 0, notRun };
    expect(recordSuite({ suite: 'wycheproof', part: 'listed', ...run }).problems).toEqual([]);
  });
});

describe('Wycheproof, totals', () => {
  test('13,448 cases: 13,334 run, 114 listed with a reason', () => {
    const total = (files: typeof listing.files): number => files.reduce((sum, { cases }) => sum + cases, 0);
    expect(total(listing.files)).toBe(13_448);
    expect(listing.cases).toBe(13_448);
    expect(total(listing.files.filter(({ listed }) => listed !== undefined))).toBe(114);
    expect(listing.files.filter(({ listed }) => listed !== undefined)).toHaveLength(1);
  });

  test('22 cases are answered otherwise than by the suite, each in a file that is run', () => {
    expect(listing.divergences).toHaveLength(22);
    const run = listing.files.flatMap(({ file, listed }) => (listed === undefined ? [file] : []));
    for (const { id } of listing.divergences) expect(run).toContain(id.split('#')[0]);
  });
});

describe('the harness can fail', async () => {
  const signer = softwareSigner(ecPair('P-256').pkcs8);
  const algorithm = signatureAlgorithmByName('SHA256_WITH_ECDSA');
  const data = Uint8Array.of(1, 2, 3);
  const signature = await signer.sign(data, algorithm);
  const group = (result: Answer): Group[] => [
    {
      spki: signer.publicKey,
      algorithm,
      cases: [{ tcId: 7, comment: 'a case', flags: [], data, signature, result }],
    },
  ];
  const problems = (result: Answer, platform?: () => boolean): readonly string[] =>
    judgeSuite(runGroups('x', group(result), platform === undefined ? {} : { platform }), []).problems;

  test('a right answer is no problem', () => {
    expect(problems('valid')).toEqual([]);
  });

  test('a wrong answer is one, and an open question that nobody decided', () => {
    expect(problems('invalid')).toEqual(['x#7: the suite says invalid, we say valid, and no reason is listed']);
    expect(problems('acceptable')).toHaveLength(1);
  });

  test('a platform that lies is found out', () => {
    expect(problems('valid', () => false)).toHaveLength(1);
  });
});
