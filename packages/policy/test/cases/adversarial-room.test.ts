import { describe, expect, it } from 'vitest';
import { compareStrength, effectiveUse, planMigration } from '../../src/analysis/index.ts';
import { policyMermaid, policySvg } from '../../src/draw/index.ts';
import { type Approver, onboardedApprover, type Policy, PolicyError } from '../../src/index.ts';
import { formatPolicyText, PolicyTextError, parsePolicyText, renderPolicyText } from '../../src/text/index.ts';
import { officer, useOnly } from './samples.ts';

const MEGABYTE = 1 << 20;

/** A policy whose use rule is any two of these. */
const anyTwoOf = (approvers: readonly Approver[]): Policy => {
  const group = { name: null, quorum: 2, approvers };
  return {
    ...useOnly,
    rules: { ...useOnly.rules, use: { tokens: [{ name: null, timelock: 0, timeout: 600, groups: [group] }] } },
  };
};

/** `answered`, or the code of the error, which must be one of this room's and short. */
function outcome(attempt: () => unknown): string {
  try {
    const value = attempt();
    if (typeof value === 'string') expect(value.length).toBeLessThan(20_000);
    return 'answered';
  } catch (error) {
    if (!(error instanceof PolicyError || error instanceof PolicyTextError)) throw error;
    expect(error.message.length).toBeLessThan(1_000);
    return error.code;
  }
}

describe('a name of a megabyte', () => {
  it.each([
    ['letters', 'x'],
    ['quotes', '"'],
    ['line ends', '\n'],
    ['halves of characters', '\ud800'],
  ])('of %s is compared and drawn in little room, and not rendered as text', (_, character) => {
    const policy = anyTwoOf([officer(1), officer(2), { ...officer(3), name: character.repeat(MEGABYTE) } as Approver]);
    expect(outcome(() => compareStrength(policy, useOnly))).toBe('answered');
    expect(outcome(() => effectiveUse(policy))).toBe('answered');
    expect(outcome(() => planMigration(policy, useOnly))).toBe('answered');
    expect(outcome(() => policyMermaid(policy))).toBe('answered');
    expect(outcome(() => policySvg(policy))).toBe('answered');
    expect(outcome(() => renderPolicyText(policy))).toBe('limit-exceeded');
  });

  it.each(['x', '"', '\n', '\ud800', '{', '(', '#', 'use: any 2 of '])('of %j is no text of a policy', (piece) => {
    const text = piece.repeat(Math.ceil(MEGABYTE / piece.length));
    expect(outcome(() => parsePolicyText(text))).not.toBe('answered');
    // A comment may be long: what is formatted is as long as it was.
    outcome(() => formatPolicyText(text).length <= text.length + 1);
  });
});

describe('a million approvers', () => {
  it('are drawn by their number, and refused by what would take long', () => {
    const crowd = anyTwoOf(Array.from({ length: 1_000_000 }, (_, i) => onboardedApprover(`a${i}`)));
    expect(outcome(() => policyMermaid(crowd))).toBe('answered');
    expect(outcome(() => policySvg(crowd))).toBe('answered');
    for (const attempt of [
      () => renderPolicyText(crowd),
      () => compareStrength(crowd, useOnly),
      () => effectiveUse(crowd),
      () => planMigration(useOnly, crowd),
    ]) {
      expect(outcome(attempt)).toBe('limit-exceeded');
    }
  });
});
