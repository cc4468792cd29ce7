import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@quorate/report';
import { parseJson } from '@quorate/syntax';
import { describe, expect, it } from 'vitest';
import { analyzePolicy, effectiveUse } from '../src/analysis/index.ts';
import { mutationCoverage, type PolicyCases, readPolicyCases, runPolicyCases } from '../src/cases/index.ts';
import { checkPolicy, type Group, type Policy, publicKeyApprover, readPolicyJson } from '../src/index.ts';
import { keys } from './keys.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'docs/findings');
const SOURCE = join(ROOT, 'packages/policy/src');

/** The day on which the examples are looked at: 1 June 2026. */
const AT = Date.UTC(2026, 5, 1) / 1000;

/** The ids of findings in the code; of one made of parts a pattern. */
function idsInCode(): { readonly whole: Set<string>; readonly patterns: RegExp[] } {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const code = readFileSync(join(SOURCE, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    for (const [, id] of code.matchAll(/'((?:policy|analysis)\.[a-z][a-z.-]*)'/g)) whole.add(id as string);
    for (const [, id] of code.matchAll(/`((?:policy|analysis)\.[a-z.-]*\$\{[^`]*)`/g)) {
      patterns.push(new RegExp(`^${(id as string).replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[a-z-]+')}$`));
    }
  }
  return { whole, patterns };
}

const page = (id: string): string => readFileSync(join(FOLDER, `${id}.md`), 'utf8');
const ids = readdirSync(FOLDER)
  .filter((name) => name !== 'README.md')
  .map((name) => name.replace(/\.md$/, ''));

/** The JSON in a section of a page. */
function blocks(text: string, heading: string): unknown[] {
  const [, section = ''] = text.split(new RegExp(`^## ${heading}$`, 'm'));
  const [own = ''] = section.split(/^## /m);
  return [...own.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json]) => parseJson(json as string));
}

const [sound] = blocks(readFileSync(join(FOLDER, 'README.md'), 'utf8'), 'The sound policy');

/** Everything that Quorate says about the policy in some blocks, and the cases in them. */
function said(parts: readonly unknown[]): Finding[] {
  const isCases = (part: unknown): boolean => typeof part === 'object' && part !== null && 'cases' in part;
  if (parts.includes(null)) return [...checkPolicy(null).findings];
  const changes = parts.filter((part) => !isCases(part));
  const policy = readPolicyJson(Object.assign({}, sound, ...changes));
  if (policy === null) throw new Error('a policy of members is not null');
  return [...saidOf(policy), ...parts.filter(isCases).flatMap((part) => saidOfCases(policy, readPolicyCases(part)))];
}

function saidOf(policy: Policy, budget?: number): Finding[] {
  const options = budget === undefined ? {} : { budget };
  return [
    ...checkPolicy(policy).findings,
    ...analyzePolicy(policy, { at: AT, ...options }).findings,
    ...effectiveUse(policy, options).findings,
  ];
}

function saidOfCases(policy: Policy, cases: PolicyCases, budget?: number): Finding[] {
  const options = budget === undefined ? {} : { budget };
  return [...runPolicyCases(policy, cases, options).findings, ...mutationCoverage(policy, cases, options).findings];
}

/** Whether something is said under an id besides praise. */
const complains = (findings: readonly Finding[], id: string): boolean =>
  findings.some((finding) => finding.id === id && finding.outcome !== 'pass');

/** Findings whose examples do not fit on a page, made here. */
const MADE: Readonly<Record<string, () => Finding[]>> = {
  'policy.size': () => saidOf(withUse({ name: null, quorum: 2, approvers: new Array(600).fill(officer) })),
  'policy.decided': () => saidOf(withUse({ name: null, quorum: 1, approvers: [officer] }), 0),
  'policy.cases.budget': () => {
    const one = { name: 'one', rule: 'use', approvals: [], at: 0, expect: 'refuse' } as const;
    const cases = { policy: null, people: new Map(), cases: [one] };
    return saidOfCases(withUse({ name: null, quorum: 1, approvers: [officer] }), cases, 0);
  },
};
const officer = publicKeyApprover(keys[2] as Uint8Array, 'officer-1');

function withUse(group: Group): Policy {
  const rule = { tokens: [{ name: null, timelock: 0, timeout: 600, groups: [group] }] };
  return { rules: { use: rule, block: rule, unblock: rule, modify: rule }, blocked: false };
}

describe('the pages about findings', () => {
  it('are one for each id in the code, and no more', () => {
    const { whole, patterns } = idsInCode();
    expect(whole.size).toBeGreaterThan(40);
    expect([...whole].filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => !whole.has(id) && !patterns.some((pattern) => pattern.test(id)))).toEqual([]);
    expect(patterns.filter((pattern) => !ids.some((id) => pattern.test(id)))).toEqual([]);
  });

  it('are all listed, under their names', () => {
    const listed = [...readFileSync(join(FOLDER, 'README.md'), 'utf8').matchAll(/^- \[(.*?)\]\((.*?)\.md\): ./gm)];
    expect(listed.map(([, id]) => id).sort()).toEqual([...ids].sort());
    for (const [, id, file] of listed) expect(file).toBe(id);
  });

  it('build on a policy that nothing is said against', () => {
    expect(said([]).filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
    expect(checkPolicy(readPolicyJson(sound)).verdict).toBe('pass');
  });

  it.each(ids)('%s: says what, why and how to mend it', (id) => {
    const headings = [...page(id).matchAll(/^#+ .*$/gm)].map(([line]) => line);
    const mend = id === 'policy.rule' ? [] : ['## How to mend it'];
    expect(headings).toEqual([`# ${id}`, '## Why', '## Example', ...mend]);
  });

  it.each(ids)('%s: its example has the finding, and the mended one has not', (id) => {
    const [bad, good] = [blocks(page(id), 'Example'), blocks(page(id), 'How to mend it')];
    if (id === 'policy.rule') {
      expect(said([]).filter((finding) => finding.id === id && finding.outcome === 'pass').length).toBe(4);
      return;
    }
    const made = MADE[id];
    if (made !== undefined) {
      expect([bad, good]).toEqual([[], []]);
      expect(complains(made(), id)).toBe(true);
      return;
    }
    expect(bad.length).toBeGreaterThan(0);
    expect(complains(said(bad), id)).toBe(true);
    if (good.length === 0) expect(page(id)).toContain('in the sound policy');
    expect(complains(said(good), id)).toBe(false);
  });
});
