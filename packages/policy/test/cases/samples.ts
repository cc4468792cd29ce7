import fc from 'fast-check';
import { type Approver, onboardedApprover, type Policy, publicKeyApprover, type Rule } from '../../src/index.ts';
import { keys } from '../keys.ts';

/** Approvers with real keys: `officer-1` to `officer-12`. */
export const officers: readonly Approver[] = keys.slice(2).map((key, i) => publicKeyApprover(key, `officer-${i + 1}`));

export const officer = (number: number): Approver => officers[number - 1] as Approver;

/** Any two of three officers within ten minutes; each of the rules on top of it has its own. */
export const use: Rule = {
  tokens: [
    { name: null, timelock: 0, timeout: 600, groups: [{ name: null, quorum: 2, approvers: officers.slice(0, 3) }] },
  ],
};

export const never: Rule = { tokens: [] };

/** Only `use` can ever be done. */
export const useOnly: Policy = { rules: { use, block: never, unblock: never, modify: never }, blocked: false };

/** An approver of any kind: some keys, one onboarded. */
const pool: readonly Approver[] = [...officers.slice(0, 5), onboardedApprover('onboarded-1')];

const group = fc.record({
  name: fc.constant(null),
  quorum: fc.nat(3),
  approvers: fc.array(fc.constantFrom(...pool), { maxLength: 4 }),
});
const time = fc.constantFrom(0, 60, 120, 600);
const token = fc.record({
  name: fc.constant(null),
  timelock: time,
  timeout: time,
  groups: fc.option(fc.array(group, { maxLength: 2 }), { freq: 6 }),
});
export const smallRule: fc.Arbitrary<Rule> = fc.option(
  fc.record({ tokens: fc.option(fc.array(token, { maxLength: 2 }), { freq: 8 }) }),
  { freq: 8 },
);

/** Small policies, sensible or not, over the same few approvers. */
export const smallPolicy: fc.Arbitrary<Policy> = fc.record({
  rules: fc.record({ use: smallRule, block: smallRule, unblock: smallRule, modify: smallRule }),
  blocked: fc.constantFrom(null, false, true),
});
