import type { Approver, Policy } from '@quorate/policy';
import { analyzePolicy } from '@quorate/policy/analysis';
import type { Benchmark } from './src/benchmark.ts';

/** All analyses of policies with one group: ten times the approvers should cost little more than ten times as much. */
function policy(count: number): Policy {
  const approvers = Array.from(
    { length: count },
    (_, i): Approver => ({
      type: 'public_key',
      name: `approver-${i}`,
      publicKey: new Uint8Array(91),
      identity: (Math.imul(i + 1, 2654435761) >>> 0).toString(16).padStart(64, '0'),
    }),
  );
  const groups = [{ name: null, quorum: count >> 1, approvers }];
  const never = { tokens: [] };
  const use = { tokens: [{ name: null, timelock: 0, timeout: 0, groups }] };
  return { rules: { use, block: never, unblock: never, modify: never }, blocked: false };
}

const [hundred, thousand, many, more] = [policy(100), policy(1000), policy(10_000), policy(20_000)];

export default {
  title: 'all analyses of a policy with one group',
  per: 'policy',
  ours: '10,000 approvers',
  subjects: {
    '100 approvers': () => analyzePolicy(hundred),
    '1,000 approvers': () => analyzePolicy(thousand),
    '10,000 approvers': () => analyzePolicy(many),
    '20,000 approvers': () => analyzePolicy(more),
  },
  goal: 10,
} satisfies Benchmark;
