import { generateKeyPairSync } from 'node:crypto';
import {
  type Group,
  onboardedApprover,
  type Policy,
  publicKeyApprover,
  type Rule,
  type Token,
  unguarded,
} from '@quorate/policy';
import type { Report } from '@quorate/report';
import { encodeBase64 } from '@quorate/syntax';
import { seedRequestStatus } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { type CheckRequestStatusOptions, checkRequestStatus, readRequestStatus, TsbError } from '../src/index.ts';
import { changed } from './support/json.ts';

const spki = (): Uint8Array =>
  Uint8Array.from(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' }));
const [a, b, c] = [spki(), spki(), spki()] as const;
const members = (keys: readonly Uint8Array[], quorum: number): Group => ({
  name: null,
  quorum,
  approvers: keys.map((key) => publicKeyApprover(key)),
});
/** Plain objects: the builders refuse some of what is judged here. */
const token = (groups: readonly Group[], timelock = 0, timeout = 0): Token => ({
  name: null,
  timelock,
  timeout,
  groups,
});
const rule = (...tokens: readonly Token[]): Rule => ({ tokens });
const twoOfThree = rule(token([members([a, b, c], 2)], 3600, 7200));
const policyOf = (use: Rule, rest: Rule = twoOfThree): Policy => ({
  rules: { use, block: rest, unblock: rest, modify: rest },
  blocked: false,
});

const judge = (
  lists: Readonly<Record<string, readonly Uint8Array[]>>,
  options: CheckRequestStatusOptions,
  status = 'EXECUTED',
): Report => {
  const texts = Object.entries(lists).map(([name, keys]) => [name, keys.map((key) => encodeBase64(key))]);
  const body = changed(seedRequestStatus, [], { status, ...Object.fromEntries(texts) });
  return checkRequestStatus(readRequestStatus(body), options);
};
const outcome = (report: Report, id: string): string | undefined => report.findings.find((f) => f.id === id)?.outcome;
const quorum = (approvedBy: readonly Uint8Array[], options: CheckRequestStatusOptions, status?: string) =>
  outcome(judge({ approvedBy }, options, status), 'request.quorum');

describe('the approvers named and the rule', () => {
  const use = policyOf(twoOfThree);

  test('a quorum of distinct keys passes, whatever the windows are', () => {
    expect(quorum([a, b], { policy: use })).toBe('pass');
    expect(quorum([a, b, c], { policy: use })).toBe('pass');
  });

  test('executed with fewer fails, also when one key is named twice', () => {
    for (const few of [[], [a], [a, a]]) {
      expect(quorum(few, { policy: use })).toBe('fail');
      expect(judge({ approvedBy: few }, { policy: use }).verdict).toBe('fail');
      expect(quorum(few, { policy: use }, 'APPROVED')).toBe('fail');
    }
  });

  test('a status that claims no quorum is not judged by it, nor is one without a policy', () => {
    expect(quorum([a], { policy: use }, 'PENDING')).toBeUndefined();
    expect(quorum([a], {})).toBeUndefined();
  });

  test('the rule is use unless another is named', () => {
    const loose = rule(token([members([a], 1)]));
    expect(quorum([a], { policy: policyOf(loose) })).toBe('pass');
    expect(quorum([a], { policy: policyOf(loose), rule: 'modify' })).toBe('fail');
    expect(quorum([a], { policy: policyOf(twoOfThree, loose) })).toBe('fail');
    expect(quorum([a], { policy: policyOf(twoOfThree, loose), rule: 'modify' })).toBe('pass');
  });

  test('groups of two tokens do not add up, and a window that never opens counts for nothing', () => {
    const split = rule(token([members([a, b], 2)]), token([members([a, c], 2)]));
    expect(quorum([b, c], { policy: policyOf(split) })).toBe('fail');
    expect(quorum([a, c], { policy: policyOf(split) })).toBe('pass');
    const inverted = rule(token([members([a], 1)], 7200, 3600));
    expect(quorum([a], { policy: policyOf(inverted) })).toBe('fail');
  });

  test('a rule that needs nobody is a warning', () => {
    expect(quorum([], { policy: policyOf(unguarded()) })).toBe('warn');
    expect(quorum([], { policy: policyOf(null) })).toBe('warn');
  });

  test('what hangs on a key that only the server knows is not checked', () => {
    const approvers = [publicKeyApprover(a), onboardedApprover('Nina')];
    const mixed = policyOf(rule(token([{ name: null, quorum: 2, approvers }])));
    expect(quorum([a, b], { policy: mixed })).toBe('not-checked');
    expect(quorum([a], { policy: mixed })).toBe('fail');
    expect(quorum([b], { policy: mixed })).toBe('fail');
  });
});

describe('the lists of a status', () => {
  test('one key among those who approved and those who rejected fails', () => {
    const policyOfAll = policyOf(twoOfThree);
    const report = judge({ approvedBy: [a, b], rejectedBy: [b] }, { policy: policyOfAll });
    expect(outcome(report, 'request.approved-and-rejected')).toBe('fail');
    expect(outcome(judge({ approvedBy: [a, b], rejectedBy: [c] }, {}), 'request.approved-and-rejected')).toBe(
      undefined,
    );
  });

  test('have 1500 keys at most', () => {
    const read = (count: number) =>
      readRequestStatus(changed(seedRequestStatus, [], { approvedBy: new Array(count).fill(encodeBase64(a)) }));
    expect(read(1500).approvedBy.length).toBe(1500);
    try {
      read(1501);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(TsbError);
      expect(error).toMatchObject({ code: 'limit-exceeded', path: 'approvedBy', actual: '1501' });
    }
  });
});
