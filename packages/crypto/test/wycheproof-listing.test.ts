import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { describe, expect, test } from 'vitest';
import { signatureAlgorithmByName } from '../src/index.ts';
import { softwareSigner } from '../src/software/index.ts';
import { ecPair } from './support/keys.ts';
import { type Divergence, listing, runGroups } from './support/suite.ts';
import { type Group, readWycheproof } from './support/wycheproof.ts';

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
});

describe('Wycheproof, totals', () => {
  test('13,448 cases: 12,944 run, 504 listed with a reason', () => {
    const total = (files: typeof listing.files): number => files.reduce((sum, { cases }) => sum + cases, 0);
    expect(total(listing.files)).toBe(13_448);
    expect(listing.cases).toBe(13_448);
    expect(total(listing.files.filter(({ listed }) => listed !== undefined))).toBe(504);
    expect(listing.files.filter(({ listed }) => listed !== undefined)).toHaveLength(3);
  });

  test('18 cases are answered otherwise than by the suite, each with a reason', () => {
    expect(listing.divergences.flatMap(({ tcIds }) => tcIds)).toHaveLength(18);
    expect(listing.divergences.every(({ reason }) => reason.length > 20)).toBe(true);
  });
});

describe('the harness can fail', async () => {
  const signer = softwareSigner(ecPair('P-256').pkcs8);
  const algorithm = signatureAlgorithmByName('SHA256_WITH_ECDSA');
  const data = Uint8Array.of(1, 2, 3);
  const signature = await signer.sign(data, algorithm);
  const group = (result: 'valid' | 'invalid' | 'acceptable'): Group[] => [
    {
      spki: signer.publicKey,
      algorithm,
      cases: [{ tcId: 7, comment: 'a case', flags: [], data, signature, result }],
    },
  ];
  const entry = (fields: Partial<Divergence>): Divergence[] => [
    { file: 'x', tcIds: [7], suite: 'invalid', ours: 'valid', reason: 'a reason', ...fields },
  ];

  test('a right answer is no complaint', () => {
    expect(runGroups(group('valid'), [])).toEqual({ cases: 1, complaints: [] });
  });

  test('a wrong answer is one, and an open question that nobody decided', () => {
    expect(runGroups(group('invalid'), []).complaints).toHaveLength(1);
    expect(runGroups(group('acceptable'), []).complaints).toHaveLength(1);
  });

  test('a divergence that is there is no complaint; one that is gone is', () => {
    expect(runGroups(group('invalid'), entry({})).complaints).toEqual([]);
    expect(runGroups(group('valid'), entry({})).complaints).not.toEqual([]);
    expect(runGroups(group('invalid'), entry({ ours: 'invalid' })).complaints).not.toEqual([]);
    expect(runGroups(group('invalid'), entry({ tcIds: [7, 8] })).complaints).toEqual(['8: listed and not found']);
  });

  test('a platform that lies is found out', () => {
    expect(runGroups(group('valid'), [], { platform: () => false }).complaints).toHaveLength(1);
  });
});
