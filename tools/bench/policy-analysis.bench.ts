import type { Approver, Policy, Rule, Token } from '@quorate/policy';
import { analyzePolicy, compareStrength } from '@quorate/policy/analysis';
import type { Benchmark } from './src/benchmark.ts';

/**
 * All analyses of a policy with 64 approvers in 8 departments and 8 tokens in each rule: every token asks two departments
 * and, now and then, auditors drawn from all. The last two have groups thrown at random, which is about the worst there is.
 */
const approvers: readonly Approver[] = Array.from({ length: 64 }, (_, i) => ({
  type: 'public_key',
  name: `approver-${i}`,
  publicKey: Uint8Array.of(i),
  identity: (Math.imul(i + 1, 2654435761) >>> 0).toString(16).padStart(64, '0'),
}));
const department = (at: number): readonly Approver[] => approvers.slice((at % 8) * 8, (at % 8) * 8 + 8);
const auditors = approvers.filter((_, i) => i % 5 === 0);

function orderly(shift: number): Policy {
  const token = (at: number): Token => ({
    name: `token-${at}`,
    timelock: (at % 3) * 3600,
    timeout: at % 2 === 0 ? 0 : 86_400,
    groups: [
      { name: null, quorum: 3 + (at % 2), approvers: department(at) },
      { name: null, quorum: 2, approvers: department(at + shift) },
      ...(at % 3 === 0 ? [{ name: null, quorum: 2, approvers: auditors }] : []),
    ],
  });
  const rule: Rule = { tokens: Array.from({ length: 8 }, (_, at) => token(at)) };
  return { rules: { use: rule, block: rule, unblock: rule, modify: rule }, blocked: false };
}

/** A small generator, so that every run has the same groups. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function thrown(groups: number): Policy {
  const draw = drawing(groups);
  const group = () => {
    const members = approvers.filter(() => draw() < 0.25);
    return { name: null, quorum: 1 + Math.floor(draw() * members.length * 0.6), approvers: members };
  };
  const token = (): Token => ({ name: null, timelock: 0, timeout: 0, groups: Array.from({ length: groups }, group) });
  const use: Rule = { tokens: Array.from({ length: 8 }, token) };
  return { rules: { use, block: { tokens: [] }, unblock: { tokens: [] }, modify: { tokens: [] } }, blocked: false };
}

const [one, other] = [orderly(1), orderly(2)];
const people = { people: Object.fromEntries(approvers.map(({ name }, i) => [`officer-${i >> 1}`, [name ?? '']])) };
const [two, three] = [thrown(2), thrown(3)];
for (const { rules } of [analyzePolicy(one), analyzePolicy(two), analyzePolicy(three)]) {
  if (!rules.use.decided) throw new Error('a policy of the benchmark is not decided');
}

export default {
  title: 'all analyses of a policy with 64 approvers and 8 tokens a rule',
  per: 'policy',
  ours: 'analyzePolicy, departments',
  subjects: {
    'analyzePolicy, departments': () => analyzePolicy(one),
    'the same with a people map': () => analyzePolicy(one, { people }),
    'compareStrength of two': () => compareStrength(one, other),
    'one rule of 8 × 2 random groups': () => analyzePolicy(two),
    'one rule of 8 × 3 random groups': () => analyzePolicy(three),
  },
  goal: 20,
} satisfies Benchmark;
