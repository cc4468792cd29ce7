import { encodeBitString, encodeInteger, encodeOid, encodeSequence, encodeTime } from '@quorate/der';
import { type Approver, certificateApprover, evaluateRule, publicKeyApprover, type Rule } from '@quorate/policy';
import { analyzePolicy, replayOf, timeline, windowsOf } from '@quorate/policy/analysis';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keys } from '../keys.ts';
import { isOpenAt, KEYS, plainRule, policyWith, RUNS, ruleOf } from './oracle.ts';

describe('the timeline', () => {
  const events = fc.array(fc.record({ identity: fc.constantFrom(...KEYS.slice(0, 7)), at: fc.nat(7) }), {
    maxLength: 8,
  });

  it(`has exactly the seconds at which evaluateRule says satisfied (${RUNS} rules)`, () => {
    let met = 0;
    let several = 0;
    fc.assert(
      fc.property(plainRule, events, ({ plain }, arrived) => {
        const rule = ruleOf(plain);
        const intervals = timeline(rule, arrived);
        for (let now = 0; now < 12; now += 1) {
          const there = arrived.filter(({ at }) => at <= now).map(({ identity }) => identity);
          const inside = intervals.some(({ from, to }) => from <= now && (to === null || now <= to));
          expect([now, inside]).toEqual([now, evaluateRule(rule, replayOf(there, now)).satisfied]);
        }
        intervals.forEach(({ from }, i) => {
          const before = intervals[i - 1];
          if (before !== undefined) expect(from).toBeGreaterThan((before.to as number) + 1);
        });
        met += intervals.length > 0 ? 1 : 0;
        several += intervals.length > 1 ? 1 : 0;
      }),
      { numRuns: RUNS },
    );
    expect(met).toBeGreaterThan(RUNS / 10);
    expect(several).toBeGreaterThan(RUNS / 1000);
  });

  it('refuses times that are none', () => {
    expect(() => timeline(null, [{ identity: 'k', at: -1 }])).toThrow(TypeError);
    expect(() => timeline(null, [{ identity: 'k', at: 0.5 }])).toThrow(TypeError);
    expect(timeline(null, [])).toEqual([{ from: 0, to: null }]);
    expect(timeline({ tokens: [] }, [])).toEqual([]);
  });
});

describe('windows', () => {
  it(`open and close as evaluateRule has it (${RUNS} rules)`, () => {
    fc.assert(
      fc.property(plainRule, ({ plain }) => {
        const windows = windowsOf(ruleOf(plain));
        expect(windows).toHaveLength(plain.tokens?.length ?? 0);
        plain.tokens?.forEach((token, i) => {
          const window = windows[i];
          for (let now = 0; now < 8; now += 1) {
            const inside = window !== undefined && now >= window.opens && now <= (window.closes ?? now);
            expect(inside).toBe(isOpenAt(token, now));
            if (window?.state === 'never') expect(inside).toBe(false);
            if (window?.state === 'moment') expect(inside).toBe(now === token.opens);
            if (window?.state === 'always') expect(inside).toBe(true);
          }
        });
      }),
      { numRuns: RUNS },
    );
  });

  const windowOf = (timelock: number, timeout: number) =>
    windowsOf({ tokens: [{ name: null, timelock, timeout, groups: [] }] })[0];

  it('have the state, the length and the words of their times', () => {
    expect(windowOf(0, 0)).toMatchObject({ state: 'always', length: null, words: 'at any time' });
    expect(windowOf(3600, 0)).toMatchObject({ state: 'from', length: null, words: 'from 1 hour on' });
    expect(windowOf(0, 3600)).toMatchObject({ state: 'within', length: 3600, words: 'until 1 hour' });
    expect(windowOf(180, 180)).toMatchObject({ state: 'moment', length: 0, words: 'at exactly 3 minutes' });
    expect(windowOf(240, 180)).toMatchObject({ state: 'never', length: 0 });
  });

  it('tell slips of units, and timelocks that hide in a timeout', () => {
    const slips = (timelock: number, timeout: number) => windowOf(timelock, timeout)?.slips.map((it) => it.slip);
    expect(slips(10, 3601)).toEqual(['not-whole-minutes', 'not-whole-minutes']);
    expect(slips(0, 60)).toEqual(['minutes-for-seconds']);
    expect(slips(600_000, 3_600_000)).toEqual(['milliseconds-for-seconds', 'milliseconds-for-seconds']);
    for (const sane of [360, 600, 3600, 7200, 86_400, 604_800, 31_536_000, 21_600_000])
      expect(slips(sane, sane)).toEqual([]);
    expect(windowOf(3600, 5400)?.hidden).toBe(true);
    expect(windowOf(3600, 7200)?.hidden).toBe(false);
    expect(windowOf(3600, 0)?.hidden).toBe(false);
  });
});

describe('the end of certificates', () => {
  const DATES = [1_600_000_000, 1_700_000_000, 1_800_000_000];
  const own = keys.slice(2, 6);
  const ends = new Map(
    own.flatMap((key) =>
      DATES.map((until): [Approver, number] => [certificateApprover(certificateUntil(key, until), 'approver'), until]),
    ),
  );
  const approvers: readonly Approver[] = [
    ...ends.keys(),
    publicKeyApprover(own[0] as Uint8Array),
    { type: 'onboarded_approver_certificate', name: 'approver-1', identity: null },
  ];
  const group = fc.record({
    name: fc.constant(null),
    quorum: fc.nat(3),
    approvers: fc.array(fc.constantFrom(...approvers), { maxLength: 5 }),
  });
  const token = fc.record({
    name: fc.constant(null),
    timelock: fc.nat(2),
    timeout: fc.nat(3),
    groups: fc.array(group, { maxLength: 2 }),
  });
  const rules: fc.Arbitrary<Rule> = fc.record({ tokens: fc.array(token, { maxLength: 3 }) });

  /** Without the certificates that have ended, and with all keys at hand. */
  function canBeMet(rule: Rule, at: number): boolean {
    const valid = (it: Approver): boolean => it.type !== 'certificate' || at <= (ends.get(it) as number);
    const left: Rule = {
      tokens: (rule?.tokens ?? []).map((one) => ({
        ...one,
        groups: (one.groups ?? []).map((it) => ({ ...it, approvers: it.approvers.filter(valid) })),
      })),
    };
    const all = [...approvers.flatMap((it) => it.identity ?? []), 'onboarded:approver-1'];
    return [0, 1, 2, 3].some((elapsed) => evaluateRule(left, replayOf(all, elapsed)).satisfied);
  }

  it(`makes a rule impossible at the first date at which too few are valid (${RUNS} rules)`, () => {
    const seen = new Set<number | null>();
    fc.assert(
      fc.property(rules, fc.constantFrom(...DATES), (rule, at) => {
        const { expiry, satisfiable } = analyzePolicy(policyWith('use', rule), { at }).rules.use;
        const last = satisfiable ? (DATES.find((until) => !canBeMet(rule, until + 1)) ?? null) : null;
        expect(expiry.lastMoment).toBe(last);
        expect(expiry.passed).toBe(last === null ? null : last < at);
        if (last !== null) expect(canBeMet(rule, last)).toBe(true);
        seen.add(last);
      }),
      { numRuns: RUNS },
    );
    expect(seen).toEqual(new Set([null, ...DATES]));
  });
});

/** A certificate of version 1 around a key, with a signature of nothing, that ends at a time. */
function certificateUntil(key: Uint8Array, until: number): Uint8Array {
  const algorithm = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));
  const time = (seconds: number): Uint8Array => encodeTime({ type: 'UTCTime', seconds });
  const validity = encodeSequence(time(1_577_836_800), time(until));
  const name = encodeSequence();
  const tbs = encodeSequence(encodeInteger(1n), algorithm, name, validity, name, key);
  return encodeSequence(tbs, algorithm, encodeBitString(new Uint8Array(8)));
}
