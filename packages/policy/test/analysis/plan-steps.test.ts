import { describe, expect, it } from 'vitest';
import { compareStrength } from '../../src/analysis/compare-strength.ts';
import { type Migration, type PlanOptions, planMigration } from '../../src/analysis/plan.ts';
import type { Approver, Policy, Rule } from '../../src/index.ts';
import { group, identity, key, policyOf, token } from './comparison-oracle.ts';

const some = (...bits: number[]): Approver[] => bits.map((bit) => key(bit, `officer-${bit}`));
const of = (quorum: number, ...bits: number[]): Rule => ({ tokens: [token([group(quorum, ...some(...bits))])] });
const all = (rule: Rule): Policy => policyOf({ use: rule, block: rule, unblock: rule, modify: rule });
const keysOf = (...bits: number[]): string[] => bits.map(identity);

function stepsOf(
  from: Policy | null,
  to: Policy | null,
  options: PlanOptions = {},
): Extract<Migration, { type: 'plan' }> {
  const answer = planMigration(from, to, options);
  if (answer.type === 'proof') throw new Error(answer.why);
  return answer;
}

const twoOfThree = all(of(2, 1, 2, 3));
/** The third is replaced by a fourth. */
const replaced = all(of(2, 1, 2, 4));

describe('a plan', () => {
  it('is one step when the new policy can be met at once', () => {
    const { steps, gaps } = stepsOf(twoOfThree, replaced);
    expect(gaps).toEqual([]);
    expect(steps).toMatchObject([{ policy: { ...replaced, blocked: null }, awaits: [], wait: 0, decided: true }]);
    expect(steps[0]?.approvers.map((it) => it.name)).toEqual(['officer-1', 'officer-2']);
    expect(steps[0]?.words).toMatch(/^change to the new policy: approved by officer-1 \(key .*\), officer-2 /);
  });

  it('is none when nothing changes', () => {
    expect(stepsOf(twoOfThree, twoOfThree).steps).toEqual([]);
  });

  it('adds before it removes, when asked to: the new approvers approve the last step alone', () => {
    const next = all(of(2, 4, 5, 6));
    const { steps } = stepsOf(twoOfThree, next, { rehearse: true });
    expect(steps.map((it) => it.origin.modify)).toEqual(['both', 'new']);
    expect(steps.map((it) => it.approvers.map((one) => one.name))).toEqual([
      ['officer-1', 'officer-2'],
      ['officer-4', 'officer-5'],
    ]);
    const [both] = steps;
    expect(compareStrength(twoOfThree, both?.policy ?? null).relation).toBe('looser');
    expect(compareStrength(next, both?.policy ?? null).relation).toBe('looser');
  });

  it('waits for the fewest keys that must be enrolled', () => {
    const { steps } = stepsOf(twoOfThree, all(of(2, 1, 4, 5)), { pending: keysOf(4, 5) });
    expect(steps.map((it) => it.awaits.map((one) => one.name))).toEqual([['officer-4']]);
    expect(steps[0]?.words).toMatch(/^once these keys are enrolled: officer-4 /);
  });

  it('mends at once what the old policy has lost, and no more, and does the rest later', () => {
    const from = policyOf({ use: of(2, 7, 8), block: of(1, 1), modify: of(1, 1) });
    const to = policyOf({ use: of(1, 1, 2), block: of(1, 1, 2), modify: of(2, 1, 9) });
    const { steps, gaps } = stepsOf(from, to, { lost: keysOf(7), pending: keysOf(9) });
    expect(gaps).toEqual([]);
    expect(steps.map((it) => it.origin)).toEqual([
      { use: 'new', block: 'old', unblock: 'old', modify: 'old' },
      { use: 'new', block: 'new', unblock: 'new', modify: 'new' },
    ]);
    expect(steps.map((it) => it.awaits.length)).toEqual([0, 1]);
  });

  it('names the rules that nobody can meet in the meantime', () => {
    const { steps, gaps } = stepsOf(all(of(2, 1, 2)), all(of(1, 3)), { lost: [], pending: keysOf(2, 3) });
    expect(gaps).toEqual(['use', 'block', 'unblock', 'modify']);
    expect(steps[0]?.awaits.map((it) => it.name)).toEqual(['officer-2', 'officer-3']);
  });

  it('may end frozen, when that is what the new policy says', () => {
    const frozen = policyOf({ use: of(1, 4) });
    expect(stepsOf(twoOfThree, frozen, { rehearse: true }).steps.map((it) => it.approvers[0]?.name)).toEqual([
      'officer-1',
      'officer-1',
    ]);
  });
});

describe('the proof that there is no plan', () => {
  it.each<[string, Policy | null, Policy | null, PlanOptions, string, string[]]>([
    ['the old policy is frozen by intention', policyOf({ use: of(1, 1) }), replaced, {}, 'frozen', ['modify']],
    ['the old policy is frozen by loss', twoOfThree, all(of(1, 1)), { lost: keysOf(2, 3) }, 'frozen', ['modify']],
    [
      'the new policy needs lost keys',
      twoOfThree,
      policyOf({ use: of(1, 9), modify: of(1, 1) }),
      { lost: keysOf(9) },
      'target-unmet',
      ['use'],
    ],
    ['an ordinary key gets a policy', null, replaced, {}, 'no-policy', []],
    ['a key loses its policy', replaced, null, {}, 'no-policy', []],
  ])('%s', (_, from, to, options, reason, rules) => {
    expect(planMigration(from, to, options)).toMatchObject({ type: 'proof', reason, rules });
  });

  it('both policies do not fit the format at once', () => {
    const large = (from: number): Policy => {
      const approver = (bit: number): Approver => ({ ...key(bit), publicKey: new Uint8Array(800) }) as Approver;
      const rule: Rule = { tokens: [token([group(1, ...Array.from({ length: 15 }, (_, i) => approver(from + i)))])] };
      return all(rule);
    };
    expect(stepsOf(large(0), large(20)).steps).toHaveLength(1);
    expect(planMigration(large(0), large(20), { rehearse: true })).toMatchObject({
      type: 'proof',
      reason: 'too-large',
    });
  });

  it('a key that is both lost and pending is a mistake', () => {
    const options = { lost: keysOf(1), pending: keysOf(1) };
    expect(() => planMigration(twoOfThree, replaced, options)).toThrow(TypeError);
  });
});
