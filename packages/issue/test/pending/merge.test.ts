import { hexOf } from '@quorate/der';
import {
  certificateApprover,
  group,
  onboardedApprover,
  type Policy,
  policy,
  publicKeyApprover,
  rule,
  token,
  unguarded,
} from '@quorate/policy';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createManifest } from '../../src/manifest/index.ts';
import {
  addApproval,
  addSignature,
  mergePending,
  type PendingIssuance,
  pendingStatus,
  writePending,
} from '../../src/pending/index.ts';
import { keys, signed } from '../support/keys.ts';
import { root } from '../support/profiles.ts';
import { refusal } from '../support/refusal.ts';
import { ASKED, approvalOf, begun, people, rootManifest, timestampKey, tokenFor, twoOfThree } from './support.ts';

const start = begun();
const { tbs } = start;

/** Copies with one thing more than the start: approvals of three tokens, two by each approver, and three signatures. */
const tokens = [tokenFor(tbs), tokenFor(tbs, { at: ASKED }), tokenFor(tbs, { at: ASKED + 60 })];
const approvals = tokens.flatMap((bytes) =>
  (['alice', 'bob', 'dave', 'alice', 'dave'] as const).map((who) => addApproval(start, approvalOf(who, bytes)).pending),
);
const signatures = [0, 1, 2].map(() => addSignature(start, signed(tbs, keys.p256), 'der'));
const singles = [...approvals, ...signatures];

const pick = fc.subarray(singles);
const joined = (list: readonly PendingIssuance[]): PendingIssuance => list.reduce(mergePending, start);
const some: fc.Arbitrary<PendingIssuance> = pick.map(joined);

describe('merging', () => {
  it('is commutative, down to the bytes', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(writePending(mergePending(a, b))).toBe(writePending(mergePending(b, a)));
      }),
    );
  });
  it('is associative, down to the bytes', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const [left, right] = [mergePending(mergePending(a, b), c), mergePending(a, mergePending(b, c))];
        expect(writePending(left)).toBe(writePending(right));
      }),
    );
  });
  it('is idempotent, and what nobody has touched adds nothing', () => {
    fc.assert(
      fc.property(some, (a) => {
        expect(writePending(mergePending(a, a))).toBe(writePending(a));
        expect(writePending(mergePending(start, a))).toBe(writePending(a));
      }),
    );
  });
  it('does not depend on the order in which things came, nor on how often', () => {
    const shuffled = pick.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(writePending(joined(again))).toBe(writePending(joined(list)));
      }),
    );
  });
  it('has every approver of a token once, every signature, and the certificate of the least', () => {
    fc.assert(
      fc.property(pick, (list) => {
        const merged = joined(list);
        const approvers = (of: readonly PendingIssuance[]): string[] =>
          of.flatMap((copy) => copy.approvals.map(({ token: { bytes }, name }) => `${hexOf(bytes)} ${name}`));
        expect(approvers([merged]).toSorted()).toEqual([...new Set(approvers(list))].toSorted());
        const octets = list.flatMap((copy) => copy.signatures.map(hexOf)).toSorted();
        expect(merged.signatures.map(hexOf)).toEqual(octets);
        const [least] = octets;
        if (least === undefined) expect(merged.certificate).toBeNull();
        else expect(hexOf(merged.certificate as Uint8Array).endsWith(least)).toBe(true);
      }),
    );
  });
  it('keeps what was checked: a timestamp is verified if it was in either copy', () => {
    const request = approvalOf('bob', tokens[1] as Uint8Array);
    const unchecked = addApproval(start, request).pending;
    const checked = addApproval(start, request, { timestampKey: timestampKey.spki }).pending;
    for (const merged of [mergePending(unchecked, checked), mergePending(checked, unchecked)]) {
      expect(merged.approvals.map(({ timestampVerified }) => timestampVerified)).toEqual([true]);
    }
  });
});

it('two signatures that verify are both kept, and the status says so', () => {
  const merged = joined(signatures.slice(0, 2));
  expect(merged.signatures).toHaveLength(2);
  const { notices, signed: done } = pendingStatus(merged, { time: ASKED });
  expect(done).toBe(true);
  expect(notices.map(({ id }) => id)).toEqual(['pending.signed-twice']);
});

describe('merging refuses, with the first difference,', () => {
  const changed = (change: (use: NonNullable<Policy['rules']['use']>) => Policy['rules']['use']): Policy => ({
    ...twoOfThree,
    rules: { ...twoOfThree.rules, use: change(twoOfThree.rules.use as NonNullable<Policy['rules']['use']>) },
  });
  const onboarded = policy(
    {
      use: rule([token({ groups: [group({ quorum: 1, approvers: [onboardedApprover('officer-7')] })] })]),
      block: unguarded(),
      unblock: unguarded(),
      modify: unguarded(),
    },
    { allowUnguarded: ['block', 'unblock', 'modify'] },
  );
  const named = (key: Uint8Array): PendingIssuance =>
    begun({ policy: onboarded, onboarded: new Map([['officer-7', key]]) });
  const serial = createManifest({
    profile: { ...rootManifest().profile, serialNumber: 0x4d3n },
    issuer: 'self',
    publicKey: keys.p256.spki,
  });
  const cases: readonly (readonly [string, string, PendingIssuance, PendingIssuance, RegExp])[] = [
    ['another serial number', 'manifest.profile.serialNumber', start, begun({ manifest: serial }), /123[45]|4d[23]/i],
    [
      'another key',
      'manifest.publicKey',
      start,
      begun({ manifest: rootManifest(keys.otherP256) }),
      /expected `"MFkw.*found `"MFkw/,
    ],
    [
      'another quorum',
      'policy.ruleUse.tokens[0].groups[0].quorum',
      start,
      begun({
        policy: changed((use) => ({
          tokens: (use.tokens ?? []).map((each, i) =>
            i === 0 ? { ...each, groups: (each.groups ?? []).map((it) => ({ ...it, quorum: 1 })) } : each,
          ),
        })),
      }),
      /expected `2`, found `1`/,
    ],
    [
      'another name of an approver',
      'policy.ruleUse.tokens[1].groups[0].approvals[0].name',
      start,
      begun({
        policy: changed((use) => ({
          tokens: (use.tokens ?? []).map((each, i) =>
            i === 1
              ? {
                  ...each,
                  groups: [{ name: null, quorum: 1, approvers: [publicKeyApprover(people.dave.spki, 'eve')] }],
                }
              : each,
          ),
        })),
      }),
      /expected `"dave"`, found `"eve"`/,
    ],
    [
      'a certificate for a key',
      'policy.ruleUse.tokens[1].groups[0].approvals[0].name',
      start,
      begun({
        policy: changed((use) => ({
          tokens: (use.tokens ?? []).map((each, i) =>
            i === 1
              ? { ...each, groups: [{ name: null, quorum: 1, approvers: [certificateApprover(root(people.dave))] }] }
              : each,
          ),
        })),
      }),
      /expected `"dave"`, found nothing/,
    ],
    ['no policy', 'policy', start, begun({ policy: null }), /found `null`/],
    [
      'one alternative less',
      'policy.ruleUse.tokens',
      start,
      begun({ policy: changed(({ tokens: list }) => ({ tokens: (list ?? []).slice(1) })) }),
      /expected 2 elements, found 1 elements/,
    ],
    ['another label', 'keyLabel', start, begun({ keyLabel: 'other-key' }), /`"root-ca-key"`, found `"other-key"`/],
    ['no label', 'keyLabel', begun({ keyLabel: null }), start, /`null`, found `"root-ca-key"`/],
    [
      'another onboarded key',
      'onboarded.officer-7',
      named(people.alice.spki),
      named(people.dave.spki),
      /expected `"MFkw.*found `"MFkw/,
    ],
  ];
  test.each(cases)('%s', (_what, path, a, b, words) => {
    const error = refusal(() => mergePending(a, b));
    expect([error.code, error.path]).toEqual(['pending-differs', path]);
    expect(error.message).toMatch(words);
    expect(refusal(() => mergePending(b, a))).toMatchObject({ code: 'pending-differs', path });
  });
});
