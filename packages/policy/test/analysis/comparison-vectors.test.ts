import { parseJson } from '@quorate/syntax';
import { seedCreateKeyRequest, traceCreateKeyRequest, traceModifyRequest } from '@quorate/vectors';
import { describe, expect, it } from 'vitest';
import { compareStrength } from '../../src/analysis/compare-strength.ts';
import { effectiveUse } from '../../src/analysis/escalation.ts';
import { planMigration } from '../../src/analysis/plan.ts';
import { type Policy, readPolicyJson } from '../../src/index.ts';
import { member } from '../wire.ts';

const created = readPolicyJson(member(parseJson(traceCreateKeyRequest), 'policy'), { form: 'create' }) as Policy;
const asked = member(parseJson(traceModifyRequest), 'modifyRequest', 'policy');
const modified = readPolicyJson(asked, { form: 'modify' }) as Policy;
const seed = readPolicyJson(member(parseJson(seedCreateKeyRequest), 'policy'), { form: 'create' }) as Policy;

const first = 'cc6ba31d44e42a02ba68147015a492716fab69b05a586973622efcdf96221215';
const second = 'ea9220e39f0fc6a2ede902761100ff30d40d3c8add5f3c0820014a784c8a46be';
/** Two keys, and both policies call theirs so. */
const name = 'ApproverKey1';

describe('the trace of August 2024', () => {
  it('gave the use of the key to another one of the same name, and made all else harder', () => {
    const answer = compareStrength(created, modified);
    expect(answer.relation).toBe('incomparable');
    expect(answer.rules.use).toEqual({
      relation: 'incomparable',
      newlySufficient: { approvers: [{ identity: second, name }], elapsed: 0, smallest: true },
      newlyInsufficient: { approvers: [{ identity: first, name }], elapsed: 0, smallest: true },
    });
    for (const rule of [answer.rules.block, answer.rules.unblock, answer.rules.modify]) {
      expect(rule).toEqual({
        relation: 'stricter',
        newlySufficient: null,
        newlyInsufficient: { approvers: [{ identity: first, name }], elapsed: 0, smallest: true },
      });
    }
    expect(answer.apart).toEqual([]);
  });

  it('would have been strictly harder with the windows alone changed', () => {
    const rules = { ...modified.rules, use: created.rules.use };
    expect(compareStrength(created, { ...modified, rules }).relation).toBe('stricter');
  });

  it('left a second way in: the first key can give itself the use back, after three minutes', () => {
    const before = effectiveUse(created);
    expect([before.minimumApprovals, before.path.map((it) => it.action)]).toEqual([1, ['use']]);
    expect(before.findings.map((it) => it.outcome)).toEqual(['pass', 'pass']);
    const after = effectiveUse(modified);
    expect(after.coalition).toEqual([{ identity: second, name }]);
    expect(after.ways[1]).toMatchObject({
      actions: ['modify', 'use'],
      coalition: [{ identity: first, name }],
      delaySeconds: 180,
    });
    expect(after.findings.map((it) => it.outcome)).toEqual(['warn', 'warn']);
  });

  it('was one step, which the first key approves', () => {
    const plan = planMigration(created, modified);
    expect(plan).toMatchObject({ type: 'plan', gaps: [] });
    expect(plan.type === 'plan' ? plan.steps.map((it) => it.approvers) : null).toEqual([[{ identity: first, name }]]);
  });

  it('is frozen once the first key is lost', () => {
    expect(planMigration(modified, created, { lost: [first] })).toMatchObject({ type: 'proof' });
    expect(planMigration(created, modified, { lost: [first] })).toMatchObject({ reason: 'target-unmet' });
  });
});

describe("the seed's policy", () => {
  it('has no weaker way in than use', () => {
    expect(effectiveUse(seed)).toMatchObject({ minimumApprovals: 1, path: [{ action: 'use' }], decided: true });
    expect(effectiveUse({ ...seed, blocked: true }).path.map((it) => it.action)).toEqual(['unblock', 'use']);
  });
});
