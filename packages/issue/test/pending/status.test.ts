import {
  evaluateRule,
  group,
  onboardedApprover,
  type Policy,
  publicKeyApprover,
  type Rule,
  type Token,
} from '@quorate/policy';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addApproval,
  addSignature,
  createPending,
  mergePending,
  type PendingIssuance,
  pendingStatus,
} from '../../src/pending/index.ts';
import { keys, signed } from '../support/keys.ts';
import {
  ASKED,
  approvalOf,
  approved,
  begun,
  type Person,
  people,
  rootManifest,
  timestampKey,
  tokenFor,
  twoOfThree,
} from './support.ts';

const manifest = rootManifest();
const DAY = 86_400;
const names = ['alice', 'bob', 'carol', 'dave'] as const;

/** A pending issuance with this rule for `use`. */
function under(use: Rule, blocked: boolean | null = false): PendingIssuance {
  const policy: Policy = { rules: { use, block: null, unblock: null, modify: null }, blocked };
  return createPending({ manifest, policy, keyLabel: 'root-ca-key' });
}

const approver = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...names).map((who) => publicKeyApprover(people[who].spki, who)) },
  { weight: 1, arbitrary: fc.constant(onboardedApprover('officer-7')) },
);
const minutes = fc.constantFrom(0, 0, 60, 120, 600);
const token: fc.Arbitrary<Token> = fc.record({
  name: fc.option(fc.constantFrom('a', 'b')),
  timelock: minutes,
  timeout: minutes,
  groups: fc.option(
    fc.array(
      fc.record({
        name: fc.constant(null),
        quorum: fc.nat(3),
        approvers: fc.array(approver, { maxLength: 4 }),
      }),
      { maxLength: 2 },
    ),
    { freq: 5 },
  ),
});
const rule: fc.Arbitrary<Rule> = fc.option(
  fc.record({ tokens: fc.option(fc.array(token, { maxLength: 3 }), { freq: 8 }) }),
  { freq: 12 },
);

const STAMPS = [null, ASKED, ASKED + 90] as const;
/** Verified once each: the pool from which approvals are drawn, for a policy that names everybody. */
const everybody: Rule = {
  tokens: [
    {
      name: null,
      timelock: 0,
      timeout: 0,
      groups: [{ name: null, quorum: 1, approvers: names.map((who) => publicKeyApprover(people[who].spki, who)) }],
    },
  ],
};
const { tbs } = under(everybody);
const pool = STAMPS.flatMap((at) => {
  const bytes = tokenFor(tbs, { at });
  return names.map((who) => ({ who, at, request: approvalOf(who, bytes) }));
});

describe('what a status says is what evaluateRule says', () => {
  it('of each round of approvals, alternative by alternative', () => {
    const time = fc.constantFrom(-30, 0, 59, 60, 61, 90, 150, 600, 601, 690, 691, 10_000).map((after) => ASKED + after);
    fc.assert(
      fc.property(rule, fc.subarray(pool), time, (use, entries, now) => {
        const start = under(use);
        const known = new Set(
          (use?.tokens ?? []).flatMap(({ groups }) =>
            (groups ?? []).flatMap(({ approvers }) => approvers.map(({ name }) => name)),
          ),
        );
        const taken = entries.filter(({ who }) => known.has(who));
        const pending = taken.reduce((so, { request }) => addApproval(so, request).pending, start);
        const status = pendingStatus(pending, { time: now });
        const stamps = new Set(taken.map(({ at }) => at));
        expect(new Set(status.rounds.map(({ timestamp }) => timestamp))).toEqual(
          taken.length === 0 ? new Set([null]) : stamps,
        );
        for (const round of status.rounds) {
          const who = taken.filter(({ at }) => at === round.timestamp).map(({ who: name }) => name);
          expect(round.approvals.map(({ name }) => name).toSorted()).toEqual(who.toSorted());
          const elapsed = Math.max(0, now - (round.timestamp ?? now));
          const evaluation = evaluateRule(use, { approvals: who.map((name) => people[name].spki), elapsed });
          expect(round.alternatives).toHaveLength(evaluation.tokens.length);
          const counted = round.alternatives.map((alternative, i) => {
            const meant = evaluation.tokens[i] as (typeof evaluation.tokens)[number];
            // A window runs from a timestamp that is past; without one an alternative must have none.
            const runs = meant.window.opens === 0 && meant.window.closes === null;
            const vain = alternative.state === 'no-timestamp';
            expect(vain).toBe(!runs && meant.window.state !== 'never' && round.timestamp === null);
            expect(alternative.groups.map(({ approved, missing }) => [approved, missing])).toEqual(
              meant.groups.map(({ approved, missing, quorum }) => (vain ? [0, quorum] : [approved, missing])),
            );
            const started = round.timestamp !== null && round.timestamp <= now;
            expect(alternative.satisfied).toBe(meant.satisfied && (runs || started));
            if (started) expect(alternative.state).toBe(meant.window.state);
            return alternative.satisfied;
          });
          expect(round.satisfied).toBe(use === null || counted.includes(true));
        }
        expect(status.satisfied).toBe(status.rounds.some(({ satisfied }) => satisfied));
        expect(status.rounds[0]?.satisfied).toBe(status.satisfied);
      }),
      { numRuns: 100 },
    );
  });

  it('and an alternative is possible exactly if everybody together can still satisfy it', () => {
    fc.assert(
      fc.property(rule, fc.nat(700), (use, after) => {
        const status = pendingStatus(under(use), { time: ASKED });
        const all = names.map((name) => people[name].spki);
        const onboarded = new Map([['officer-7', people.mallory.spki]]);
        const met = (at: number) =>
          evaluateRule(use, { approvals: [...all, people.mallory.spki], elapsed: at, onboarded }).tokens.map(
            ({ satisfied }) => satisfied,
          );
        const ever = [0, 60, 120, 600, after].map(met);
        status.rounds[0]?.alternatives.forEach(({ possible }, i) => {
          expect(possible).toBe(ever.some((at) => at[i] === true));
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('the next step', () => {
  const start = begun();
  const stamped = (...who: Person[]): PendingIssuance =>
    who.reduce((so, name) => approved(so, name, { at: ASKED }), start);
  const merged = mergePending(stamped('alice'), approved(start, 'bob'));
  const dave: Token = {
    name: null,
    timelock: 3600,
    timeout: DAY,
    groups: [group({ quorum: 1, approvers: [publicKeyApprover(people.dave.spki, 'dave')] })],
  };
  const cases: readonly (readonly [what: string, words: string, PendingIssuance, number])[] = [
    [
      'nobody has approved',
      "get 1 approval more from dave, for use from 1 hour to 1 day after the HSM's timestamp; or 2 approvals more for `officers` from alice, bob, carol",
      start,
      ASKED,
    ],
    [
      'one has',
      'get 1 approval more for `officers` from bob, carol; or 1 approval more from dave, for use from 2026-01-05T10:00:00Z to 2026-01-06T09:00:00Z',
      stamped('alice'),
      ASKED,
    ],
    ['enough have', 'have the TBS signed: alternative `board` is satisfied', stamped('alice', 'carol'), ASKED],
    [
      'enough have, and the timelock runs',
      'wait until 2026-01-05T10:00:00Z, and have the TBS signed then, by 2026-01-06T09:00:00Z: alternative `emergency` has all its approvals',
      stamped('dave'),
      ASKED + 3599,
    ],
    [
      'the timelock has run',
      'have the TBS signed, by 2026-01-06T09:00:00Z: alternative `emergency` is satisfied',
      stamped('dave'),
      ASKED + 3600,
    ],
    [
      'one alternative has expired',
      'get 2 approvals more for `officers` from alice, bob, carol',
      stamped('dave'),
      ASKED + DAY + 1,
    ],
    [
      'approvals are of two requests',
      'get 1 approval more for `officers` from bob, carol; or 1 approval more from dave, for use from 2026-01-05T10:00:00Z to 2026-01-06T09:00:00Z',
      merged,
      ASKED,
    ],
    [
      'every window has closed',
      'begin again: every window has closed, so a new timestamp of the HSM and new approvals are needed',
      approved(under({ tokens: [dave] }), 'dave', { at: ASKED }),
      ASKED + 2 * DAY,
    ],
    [
      'approvals have no timestamp where there is a window',
      "get 1 approval more from dave, for use from 1 hour to 1 day after the HSM's timestamp (approvals without that timestamp do not count there)",
      approved(under({ tokens: [dave] }), 'dave'),
      ASKED,
    ],
    [
      'one has without a timestamp, which counts where there is no window alone',
      "get 1 approval more for `officers` from bob, carol; or 1 approval more from dave, for use from 1 hour to 1 day after the HSM's timestamp (approvals without that timestamp do not count there)",
      mergePending(approved(start, 'alice'), approved(start, 'dave')),
      ASKED,
    ],
    [
      'a lock and no end is ahead, asked and not',
      "get 1 approval more from dave, for use from 1 hour after the HSM's timestamp on",
      under({ tokens: [{ ...dave, timeout: 0 }] }),
      ASKED,
    ],
    [
      'no alternative can be satisfied',
      'have the policy changed: none of its alternatives can ever be satisfied',
      under({ tokens: [{ ...dave, timeout: 60 }] }),
      ASKED,
    ],
    [
      'there are no alternatives',
      'have the policy changed: by it nobody may ever use the key',
      under({ tokens: [] }),
      ASKED,
    ],
    ['everybody may', 'have the TBS signed: by the policy nobody need approve', under(null), ASKED],
    [
      'there is no policy',
      'have the TBS signed: the key has no policy, so nobody approves',
      begun({ policy: null }),
      ASKED,
    ],
    [
      'the key is blocked',
      'have the key unblocked: it is blocked in the policy as given; then have the TBS signed: by the policy nobody need approve',
      under(null, true),
      ASKED,
    ],
    [
      'it is signed',
      'nothing: the certificate is made; take it out and verify it',
      addSignature(start, signed(start.tbs, keys.p256), 'der'),
      ASKED,
    ],
  ];
  test.each(cases)('when %s', (_what, words, pending, time) => {
    expect(pendingStatus(pending, { time }).next).toBe(words);
  });
});

it('the most promising round comes first: satisfied, then lacking fewest, then latest', () => {
  const start = begun();
  const stamps = (...approvals: (readonly [Person, number | null])[]): (number | null)[] => {
    const pending = approvals.reduce((so, [who, at]) => approved(so, who, { at }), start);
    return pendingStatus(pending, { time: ASKED + 10 }).rounds.map(({ timestamp }) => timestamp);
  };
  const [early, late] = [ASKED, ASKED + 5];
  expect(stamps(['alice', null], ['bob', null], ['alice', early])).toEqual([null, early]);
  expect(stamps(['alice', null], ['alice', early], ['bob', early])).toEqual([early, null]);
  expect(stamps(['alice', early], ['alice', late], ['carol', early])).toEqual([early, late]);
  expect(stamps(['alice', early], ['bob', late])).toEqual([late, early]);
  expect(stamps(['dave', early], ['bob', late])).toEqual([early, late]);
});

it('who approved and who has not stands under each alternative, with the times', () => {
  const status = pendingStatus(approved(begun(), 'bob', { at: ASKED }), { time: ASKED + 5 });
  expect(status).toMatchObject({ signed: false, satisfied: false, requirement: 'approvals', blocked: false });
  expect(status.rounds).toMatchObject([
    {
      timestamp: ASKED,
      payload: 'tbs',
      elapsed: 5,
      alternatives: [
        {
          index: 0,
          name: 'board',
          state: 'open',
          opensAt: null,
          closesAt: null,
          missing: 1,
          groups: [
            { name: 'officers', quorum: 2, approved: 1, approvedBy: ['bob'], notYetApprovedBy: ['alice', 'carol'] },
          ],
        },
        {
          index: 1,
          name: 'emergency',
          state: 'not-yet',
          opensAt: ASKED + 3600,
          closesAt: ASKED + DAY,
          missing: 1,
          groups: [{ name: null, quorum: 1, approved: 0, approvedBy: [], notYetApprovedBy: ['dave'] }],
        },
      ],
    },
  ]);
});

describe('the notices', () => {
  const ids = (pending: PendingIssuance, time: number = ASKED): string[] =>
    pendingStatus(pending, { time }).notices.map(({ id, outcome }) => {
      expect(outcome).toBe('warn');
      return id;
    });
  const start = begun();
  it('say what was not checked, does not expire, or is bound to no key', () => {
    expect(ids(start)).toEqual([]);
    expect(ids(approved(start, 'alice', { at: ASKED }))).toEqual(['pending.timestamp-unchecked']);
    const pinned = { timestampKey: timestampKey.spki };
    expect(ids(addApproval(start, approvalOf('alice', tokenFor(start.tbs, { at: ASKED })), pinned).pending)).toEqual(
      [],
    );
    expect(ids(approved(start, 'alice'))).toEqual(['pending.no-timestamp']);
    expect(ids(approved(start, 'alice', { keyLabel: '' }))).toEqual([
      'pending.approval-unbound',
      'pending.no-timestamp',
    ]);
    expect(ids(approved(begun({ keyLabel: null }), 'alice'))).toEqual([
      'pending.key-label-unknown',
      'pending.no-timestamp',
    ]);
  });
  it('say that a timestamp lies in the future, and that rounds are apart', () => {
    const late = approved(start, 'alice', { at: ASKED });
    expect(ids(late, ASKED - 1)).toEqual(['pending.timestamp-unchecked', 'pending.clock-behind']);
    expect(ids(approved(late, 'bob', { at: ASKED + 1 }), ASKED + 1)).toEqual([
      'pending.timestamp-unchecked',
      'pending.rounds',
    ]);
  });
});

it('a time that is none is a mistake of the caller', () => {
  for (const time of [-1, 0.5, Number.NaN]) expect(() => pendingStatus(begun(), { time })).toThrow(TypeError);
  expect(twoOfThree.blocked).toBe(false);
});

it('approvers of one name are told apart by their keys, wherever they are named', () => {
  const named = (...all: (readonly [Person, string])[]): Token => ({
    name: null,
    timelock: 0,
    timeout: 0,
    groups: [group({ quorum: 2, approvers: all.map(([who, name]) => publicKeyApprover(people[who].spki, name)) })],
  });
  const start = under({ tokens: [named(['alice', 'officer'], ['bob', 'officer'], ['dave', 'dave'])] });
  const mark = (who: Person): string => `officer (key ${publicKeyApprover(people[who].spki).identity?.slice(0, 16)})`;
  const pending = approved(start, 'bob');
  expect(pending.approvals.map(({ name }) => name)).toEqual([mark('bob')]);
  const [group0] = pendingStatus(pending, { time: ASKED }).rounds[0]?.alternatives[0]?.groups ?? [];
  expect(group0?.approvedBy).toEqual([mark('bob')]);
  expect(group0?.notYetApprovedBy).toEqual([mark('alice'), 'dave']);
  expect(mark('alice')).not.toBe(mark('bob'));
});
