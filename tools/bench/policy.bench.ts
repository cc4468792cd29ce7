import { evaluateRule, type Group, type Rule } from '@quorate/policy';
import type { Benchmark } from './src/benchmark.ts';

/** One rule of 4 tokens × 5 groups × 20 approvers, and approvals that satisfy its last token only. */
const groups = (token: number): Group[] =>
  Array.from({ length: 5 }, (_, group) => ({
    name: `group-${group}`,
    quorum: 3,
    approvers: Array.from({ length: 20 }, (_, i) => ({
      type: 'public_key',
      name: `approver-${i}`,
      publicKey: new Uint8Array(91),
      identity: `${token}${group}${i}`.padStart(64, '0'),
    })),
  }));
const rule: Rule = {
  tokens: Array.from({ length: 4 }, (_, token) => ({ name: null, timelock: 0, timeout: 3600, groups: groups(token) })),
};
const approvals = groups(3).flatMap((group) => group.approvers.slice(0, 3).flatMap(({ identity }) => identity ?? []));
if (!evaluateRule(rule, { approvals, elapsed: 60 }).satisfied) throw new Error('the approvals do not satisfy the rule');

export default {
  title: 'a rule of 4 tokens × 5 groups × 20 approvers, evaluated',
  per: 'evaluation',
  ours: 'evaluateRule, satisfied',
  subjects: {
    'evaluateRule, satisfied': () => evaluateRule(rule, { approvals, elapsed: 60 }),
    'evaluateRule, no approvals': () => evaluateRule(rule, { approvals: [], elapsed: 60 }),
  },
  goal: 100_000,
} satisfies Benchmark;
