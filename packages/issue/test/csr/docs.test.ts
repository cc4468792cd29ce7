import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { crlProfileShape } from '../../src/crl/read-crl-profile.ts';
import { csrRulesShape } from '../../src/csr/rules-json.ts';
import {
  buildCsrInfo,
  carryRules,
  readCrlProfile,
  readCsrProfile,
  readProfile,
  readRevocations,
  revocationReasons,
} from '../../src/index.ts';
import { keys } from '../support/keys.ts';

const page = readFileSync(new URL('../../../../docs/requests-and-crls.md', import.meta.url), 'utf8');
const section = (from: string, to: string) => page.slice(page.indexOf(from), to === '' ? undefined : page.indexOf(to));
const members = (shape: object) => Object.keys((shape as { entries: object }).entries);
const named = (text: string) =>
  [...text.matchAll(/^\|((?: `[^`]+`,?)+) +\|/gm)].flatMap(([, cell]) =>
    [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );

test('docs/requests-and-crls.md has every member of the rules in its table, and no others', () => {
  const rows = named(section('| member   ', '## CRLs').slice(section('| member   ', '## CRLs').indexOf('`within`')));
  expect(rows.sort()).toEqual([...members(csrRulesShape)].sort());
  const rules = named(section('| rule ', 'Bounds are given'));
  expect(rules).toEqual(carryRules);
});

test('and of the profile of CRLs, and every reason', () => {
  const rows = named(section('## CRLs', '"revoked"'));
  expect(rows.sort()).toEqual(
    members(crlProfileShape)
      .filter((name) => name !== '$schema')
      .sort(),
  );
  expect(revocationReasons.filter((reason) => !page.includes(`\`${reason}\``))).toEqual([]);
});

test('the examples in it are what they say', () => {
  const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text]) => JSON.parse(text ?? ''));
  const [request, profile, crls, list] = examples;
  expect(examples.length).toBe(4);
  expect(buildCsrInfo({ profile: readCsrProfile(request), publicKey: keys.p256.spki }).length).toBeGreaterThan(100);
  expect(readProfile(profile).csr?.unnamed).toBe('ignore');
  expect(readCrlProfile(crls).period).toBe(604_800);
  expect(readRevocations(list).dropped.length).toBe(1);
});
