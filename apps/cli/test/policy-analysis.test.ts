import { describe, expect, it } from 'vitest';
import { type Files, quorate } from './cli.ts';
import { real } from './files.ts';

const json = async (args: readonly string[], files: Files = real): Promise<{ code: number; value: never }> => {
  const { code, out } = await quorate([...args, '--json'], files);
  return { code, value: JSON.parse(out) as never };
};

/** A key under 2 of 3 whose policy any one of them may change. */
const weak = `
key officer-1 = ${keyOf('modify.json', 'ruleUse')}
key officer-2 = ${keyOf('modify.json', 'ruleBlock')}
key officer-3 = ${keyOf('seed.json', 'ruleUse')}

use:
  any 2 of officer-1, officer-2, officer-3 within 10m
block:
  any 1 of officer-1, officer-2, officer-3
unblock:
  any 2 of officer-1, officer-2, officer-3
modify:
  any 1 of officer-1, officer-2, officer-3 after 1h within 1d
`;

function keyOf(file: string, rule: string): string {
  const body = JSON.parse(String(real[file]));
  const policy = body.policy ?? body.modifyRequest.policy;
  return policy[rule].tokens[0].groups[0].approvals[0].value;
}

describe('policy analyze', () => {
  it('prints the shape other tools rely on', async () => {
    const { code, value } = await json(['policy', 'analyze', 'weak.policy'], { 'weak.policy': weak });
    expect(code).toBe(0);
    expect(value).toMatchObject({
      rules: {
        use: {
          unguarded: false,
          satisfiable: true,
          minimumApprovals: 2,
          minimumLoss: 2,
          singlePointsOfFailure: [],
          decided: true,
        },
        modify: { minimumApprovals: 1, minimumLoss: 3 },
      },
      effective: { use: { minimumApprovals: 1, delaySeconds: 3600 } },
    });
    const { effective, findings } = value as { effective: { use: { path: unknown[] } }; findings: { id: string }[] };
    expect(effective.use.path).toHaveLength(2);
    expect(findings.map(({ id }) => id)).toContain('analysis.escalation.modify');
  });

  it('says 0 of what is unguarded and null of what can never be met', async () => {
    const policy = JSON.parse(String(real['modify.json'])).modifyRequest.policy;
    const files = { p: JSON.stringify({ ...policy, ruleUse: null, ruleBlock: { tokens: [] } }) };
    const { value } = await json(['policy', 'analyze', 'p'], files);
    expect(value).toMatchObject({
      rules: {
        use: { unguarded: true, satisfiable: true, minimumApprovals: 0, minimumLoss: null },
        block: { unguarded: false, satisfiable: false, minimumApprovals: null, minimumLoss: 0 },
      },
    });
  });

  it('takes a token and an attestation, lost keys and people', async () => {
    for (const file of ['modify.bin', 'sign.xml', 'create.json']) {
      expect((await quorate(['policy', 'analyze', file], real)).code).toBe(0);
    }
    const files = { 'w.policy': weak, 'people.json': '{"people": {"one": ["officer-1", "officer-2"]}}' };
    const { out } = await quorate(['policy', 'analyze', 'w.policy', '--lost', 'officer-1', 'officer-2'], files);
    expect(out).toContain('nobody can ever meet it');
    const { value } = await json(['policy', 'analyze', 'w.policy', '--people', 'people.json'], files);
    expect(JSON.stringify(value)).toContain('"one"');
    const cyclic = { ...files, 'people.json': '{"people": {}, "teams": {"a": ["b"], "b": ["a"]}}' };
    const ending = await quorate(['policy', 'analyze', 'w.policy', '--people', 'people.json'], cyclic);
    expect([ending.code, ending.out, ending.err]).toEqual([2, '', expect.stringContaining('people.json')]);
  });

  it('gives SARIF', async () => {
    const { out } = await quorate(['policy', 'analyze', 'modify.json', '--format', 'sarif'], real);
    expect(JSON.parse(out)).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'quorate' } } }] });
  });
});

describe('policy compare', () => {
  it('answers with its exit code: 0 equal or stricter, 1 looser or incomparable', async () => {
    const files = {
      ...real,
      'weak.policy': weak,
      'strong.policy': weak.replace('modify:\n  any 1 of', 'modify:\n  any 3 of'),
    };
    expect((await quorate(['policy', 'compare', 'modify.json', 'modify.bin'], files)).code).toBe(0);
    expect(await json(['policy', 'compare', 'weak.policy', 'strong.policy'], files)).toMatchObject({
      code: 0,
      value: { relation: 'stricter', rules: { modify: { relation: 'stricter', newlySufficient: null } } },
    });
    const looser = await json(['policy', 'compare', 'strong.policy', 'weak.policy'], files);
    expect(looser).toMatchObject({
      code: 1,
      value: { relation: 'looser', rules: { modify: { newlyInsufficient: null } } },
    });
    const { newlySufficient } = (
      looser.value as { rules: { modify: { newlySufficient: { approvers: unknown[]; elapsed: number } } } }
    ).rules.modify;
    expect([newlySufficient.approvers.length, newlySufficient.elapsed]).toEqual([1, 3600]);
    expect((await quorate(['policy', 'compare', 'create.json', 'modify.json'], files)).code).toBe(1);
  });
});

describe('policy timeline', () => {
  it('says when a rule is met, and exits 1 when never', async () => {
    const args = ['policy', 'timeline', 'modify.json', '--rule', 'block'];
    expect(await json([...args, '--approval', 'ApproverKey1@90'], real)).toEqual({
      code: 0,
      value: { met: [{ from: 180, to: 180 }] },
    });
    expect(await json([...args, '--approval', 'ApproverKey1@181'], real)).toEqual({ code: 1, value: { met: [] } });
    expect((await quorate([...args, '--approval', 'ApproverKey1@x'], real)).code).toBe(2);
  });
});

describe('policy test', () => {
  const cases = (expectation: string): string =>
    JSON.stringify({
      cases: [
        { name: 'one is enough', rule: 'use', approvals: [{ by: 'ApproverKey1', at: 0 }], at: 60, expect: expectation },
      ],
    });

  it('passes and fails as the policy answers, and finds changes that no case notices', async () => {
    const files = { ...real, 'good.json': cases('allow'), 'bad.json': cases('refuse') };
    expect((await quorate(['policy', 'test', 'seed.json', 'good.json'], files)).code).toBe(0);
    expect((await quorate(['policy', 'test', 'seed.json', 'bad.json'], files)).code).toBe(1);
    expect((await quorate(['policy', 'test', 'seed.json', 'good.json', '--coverage'], files)).code).toBe(1);
    expect((await quorate(['policy', 'test', 'seed.json', 'seed.json'], files)).code).toBe(2);
  });
});

describe('policy fmt, convert, draw, plan, schema', () => {
  it('goes to text and back', async () => {
    const text = await quorate(['policy', 'convert', 'modify.json', '--to', 'text'], real);
    const back = await quorate(['policy', 'convert', 'p.policy', '--to', 'json'], { 'p.policy': text.out });
    expect(JSON.parse(back.out)).toEqual(JSON.parse(String(real['modify.json'])).modifyRequest.policy);
    expect((await quorate(['policy', 'fmt', 'p.policy', '--check'], { 'p.policy': text.out })).code).toBe(0);
    expect((await quorate(['policy', 'fmt', 'w.policy', '--check'], { 'w.policy': `\n\n${weak}` })).code).toBe(1);
    const written = await quorate(['policy', 'fmt', 'w.policy', '--write'], { 'w.policy': weak });
    expect([...written.written.keys()]).toEqual(['w.policy']);
  });

  it('points at line and column, and reads files beside the policy only', async () => {
    const bad = await quorate(['policy', 'show', 'b.policy'], { 'b.policy': weak.replace('within 10m', 'within 10') });
    expect([bad.code, bad.err]).toEqual([2, expect.stringMatching(/line 7/)]);
    const key = Buffer.from(keyOf('modify.json', 'ruleUse'), 'base64');
    const from = weak.replace(/key officer-1 = .*/, 'key officer-1 from "keys/one.der"');
    const files = { 'dir/p.policy': from, 'dir/keys/one.der': new Uint8Array(key) };
    expect((await quorate(['policy', 'show', 'dir/p.policy'], files)).code).toBe(0);
    const outside = from.replace('keys/one.der', '../one.der');
    const refused = await quorate(['policy', 'show', 'dir/p.policy'], {
      'dir/p.policy': outside,
      'one.der': new Uint8Array(key),
    });
    expect([refused.code, refused.err.includes('beside it or below')]).toEqual([2, true]);
  });

  it('draws, plans, and prints its schema', async () => {
    expect((await quorate(['policy', 'draw', 'modify.json'], real)).out).toMatch(/^<svg /);
    expect((await quorate(['policy', 'draw', 'modify.json', '--as', 'mermaid'], real)).out).toMatch(/^flowchart /);
    const plan = await json(['policy', 'plan', 'create.json', 'modify.json'], real);
    expect(plan).toMatchObject({ code: 0, value: { type: 'plan' } });
    const lost = await quorate(['policy', 'plan', 'create.json', 'modify.json', '--lost', 'cc6ba31d44e42a02'], real);
    expect([lost.code, lost.out]).toEqual([1, expect.stringContaining('no way')]);
    expect(JSON.parse((await quorate(['policy', 'schema'])).out)).toHaveProperty('$schema');
  });
});
