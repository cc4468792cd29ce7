import { parseJson } from '@quorate/syntax';
import { seedCreateKeyRequest, traceModifyRequest } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Approver,
  policy as build,
  certificateApprover,
  checkPolicy,
  type Group,
  onboardedApprover,
  type Policy,
  publicKeyApprover,
  RULE_NAMES,
  type Rule,
  readPolicyJson,
  readPolicyTlv,
  type Token,
  writePolicyTlv,
} from '../src/index.ts';
import { binaryCarries, jsonCarries, policy, soundPolicy } from './arbitrary.ts';
import { blsKey, certificate, keys, unknownKey } from './keys.ts';
import { refusal } from './refusal.ts';
import { member } from './wire.ts';

const approvers = keys.slice(2, 6).map((key, i) => publicKeyApprover(key, `A${i}`));
const officers: Group = { name: 'officers', quorum: 2, approvers: approvers.slice(0, 3) };
const day: Token = { name: 'day', timelock: 0, timeout: 600, groups: [officers] };
const rule: Rule = { tokens: [day] };
const sound: Policy = { rules: { use: rule, block: rule, unblock: rule, modify: rule }, blocked: false };

const withUse = (use: Rule): Policy => ({ ...sound, rules: { ...sound.rules, use } });
const withToken = (changes: Partial<Token>): Policy => withUse({ tokens: [{ ...day, ...changes }] });
const withGroup = (changes: Partial<Group>): Policy => withToken({ groups: [{ ...officers, ...changes }] });
const withApprover = (it: Approver): Policy => withGroup({ approvers: [...officers.approvers, it] });

/** What is said besides the words for sound rules. */
function said(it: Policy | null, options = {}): string[] {
  const { findings } = checkPolicy(it, options);
  return findings.filter((one) => one.outcome !== 'pass').map((one) => `${one.outcome} ${one.id} ${one.where}`);
}

const token0 = 'use.tokens[0]';
const group0 = `${token0}.groups[0]`;

describe('a sound policy', () => {
  it('passes with one line for each rule, and nothing else', () => {
    const report = checkPolicy(sound);
    expect(report.verdict).toBe('pass');
    expect(report.findings.map((it) => [it.id, it.outcome, it.where, it.message])).toEqual(
      [
        ['use', 'use the key'],
        ['block', 'block the key'],
        ['unblock', 'unblock the key'],
        ['modify', 'change the policy'],
      ].map(([name, action]) => [
        'policy.rule',
        'pass',
        name,
        `to ${action}: any 2 of 3 (A0, A1, A2), within 10 minutes of the HSM's timestamp`,
      ]),
    );
  });

  it('says the same for a policy that replaces another', () => {
    expect(checkPolicy({ ...sound, blocked: null })).toEqual(checkPolicy(sound));
  });
});

describe('the real ones', () => {
  it('the seed passes, with warnings: one key decides everything', () => {
    const seed = readPolicyJson(member(parseJson(seedCreateKeyRequest), 'policy'));
    expect(checkPolicy(seed).verdict).toBe('pass');
    const rules = ['use', 'block', 'unblock', 'modify'];
    expect(said(seed)).toEqual([
      ...rules.flatMap((name) => [
        `warn policy.quorum.single ${name}.tokens[0].groups[0]`,
        `warn policy.quorum.all ${name}.tokens[0].groups[0]`,
      ]),
      'warn policy.keys.single policy',
    ]);
  });

  it('the trace passes, with a warning of windows without width', () => {
    const trace = readPolicyJson(member(parseJson(traceModifyRequest), 'modifyRequest', 'policy'));
    expect(checkPolicy(trace).verdict).toBe('pass');
    expect(said(trace).filter((it) => it.includes('window'))).toEqual(
      ['block', 'unblock', 'modify'].map((name) => `warn policy.window.width ${name}.tokens[0]`),
    );
  });
});

describe('fails', () => {
  it.each<[string, Policy | null, string[]]>([
    ['no policy', null, ['fail policy.present policy']],
    ['a null rule', withUse(null), ['fail policy.guarded use']],
    [
      'an empty token',
      withUse({ tokens: [{ name: null, timelock: 0, timeout: 0, groups: [] }] }),
      ['fail policy.guarded use', `warn policy.window.end ${token0}`],
    ],
    ['a token without groups', withToken({ groups: null }), ['fail policy.guarded use']],
    [
      'an open token beside a guarded one',
      withUse({ tokens: [day, { ...day, groups: [] }] }),
      ['fail policy.guarded use'],
    ],
    ['a quorum of 0', withGroup({ quorum: 0 }), ['fail policy.guarded use', `fail policy.quorum ${group0}`]],
    [
      'a quorum of 0 beside a sound group',
      withToken({ groups: [{ ...officers, quorum: 0, approvers: approvers.slice(3) }, officers] }),
      [`fail policy.quorum ${group0}`],
    ],
    ['use for nobody', withUse({ tokens: null }), ['fail policy.reachable use']],
    ['use without tokens', withUse({ tokens: [] }), ['fail policy.reachable use']],
    [
      'a quorum above the approvers',
      withGroup({ quorum: 4 }),
      ['fail policy.reachable use', `fail policy.quorum ${group0}`],
    ],
    [
      'a quorum above the distinct keys',
      withGroup({ quorum: 3, approvers: [...approvers.slice(0, 2), approvers[0] as Approver] }),
      ['fail policy.reachable use', `fail policy.quorum ${group0}`, `fail policy.keys.distinct ${group0}.approvers[2]`],
    ],
    [
      'a key twice',
      withGroup({ approvers: [...officers.approvers, publicKeyApprover(keys[2] as Uint8Array, 'Z')] }),
      [`fail policy.keys.distinct ${group0}.approvers[3]`],
    ],
    [
      'a group without approvers',
      withGroup({ approvers: [] }),
      ['fail policy.reachable use', `fail policy.group ${group0}`],
    ],
    ['a timeout of 90 s', withToken({ timeout: 90 }), [`fail policy.time ${token0}.timeout`]],
    ['a timelock of 1 s', withToken({ timelock: 1 }), [`fail policy.time ${token0}.timelock`]],
    ['a time beyond the format', withToken({ timeout: 0x1_0000_0000 * 60 }), [`fail policy.time ${token0}.timeout`]],
    [
      'a window that ends before it opens',
      withToken({ timelock: 660 }),
      ['fail policy.reachable use', `fail policy.window ${token0}`],
    ],
    [
      'a blocked key that nobody can unblock',
      { rules: { ...sound.rules, unblock: { tokens: [] } }, blocked: true },
      ['fail policy.blocked blocked', 'warn policy.reachable unblock'],
    ],
    [
      'a rule that is too large',
      withToken({ name: 'x'.repeat(65_536) }),
      ['fail policy.size policy', 'fail policy.size use'],
    ],
  ])('%s', (_, it, expected) => {
    expect(checkPolicy(it).verdict).toBe('fail');
    expect(said(it)).toEqual(expected);
  });

  it('and every failure of a rule leaves the rule without its pass', () => {
    const passed = checkPolicy(withUse(null)).findings.filter((it) => it.outcome === 'pass');
    expect(passed.map((it) => it.where)).toEqual(['block', 'unblock', 'modify']);
  });

  it('a null rule says that the broker opens it', () => {
    expect(checkPolicy(withUse(null)).findings[0]?.message).toBe(
      'everybody who reaches the HSM may use the key without any approval: everybody may do it: ' +
        'the broker makes one empty token of it',
    );
  });
});

describe('allowUnguarded', () => {
  it('turns the failure into a warning for the rules it names, and for no others', () => {
    const two: Policy = { ...sound, rules: { ...sound.rules, use: null, block: null } };
    expect(said(two)).toEqual(['fail policy.guarded use', 'fail policy.guarded block']);
    expect(said(two, { allowUnguarded: ['block'] })).toEqual(['fail policy.guarded use', 'warn policy.guarded block']);
    expect(checkPolicy(two, { allowUnguarded: ['block'] }).verdict).toBe('fail');
    expect(checkPolicy(two, { allowUnguarded: ['use', 'block'] }).verdict).toBe('pass');
    expect(checkPolicy(two, { allowUnguarded: true }).findings[0]?.message).toBe(
      'to use the key: everybody, at any time',
    );
    expect(checkPolicy(two, { allowUnguarded: false }).verdict).toBe('fail');
  });

  it('does not make a use rule for nobody good', () => {
    expect(checkPolicy(withUse({ tokens: [] }), { allowUnguarded: true }).verdict).toBe('fail');
  });
});

describe('warns', () => {
  it.each<[string, Policy, string[]]>([
    ['a window of no width', withToken({ timelock: 600 }), [`warn policy.window.width ${token0}`]],
    ['no timeout', withToken({ timelock: 60, timeout: 0 }), [`warn policy.window.end ${token0}`]],
    ['no times at all', withToken({ timeout: 0 }), [`warn policy.window.end ${token0}`]],
    ['quorum 1 of many', withGroup({ quorum: 1 }), [`warn policy.quorum.single ${group0}`]],
    [
      'quorum of all',
      withGroup({ quorum: 3 }),
      [`warn policy.quorum.all ${group0}`, 'warn policy.modify.strength modify'],
    ],
    [
      'block for nobody',
      { ...sound, rules: { ...sound.rules, block: { tokens: [] } } },
      ['warn policy.reachable block'],
    ],
    [
      'unblock for nobody',
      { ...sound, rules: { ...sound.rules, unblock: { tokens: [] } } },
      ['warn policy.reachable unblock'],
    ],
    [
      'modify for nobody',
      { ...sound, rules: { ...sound.rules, modify: { tokens: null } } },
      ['warn policy.reachable modify'],
    ],
    ['a blocked key', { ...sound, blocked: true }, ['warn policy.blocked blocked']],
    [
      'groups with a common key',
      withToken({ groups: [officers, { ...officers, approvers: approvers.slice(2) }] }),
      [
        `warn policy.groups.overlap ${token0}.groups[1]`,
        `warn policy.quorum.all ${token0}.groups[1]`,
        'warn policy.modify.strength modify',
      ],
    ],
    [
      'RSA of 1024 bits',
      withApprover(publicKeyApprover(keys[1] as Uint8Array, 'W')),
      [`warn policy.key.weak ${group0}.approvers[3]`],
    ],
    [
      'an Ed25519 key',
      withApprover(publicKeyApprover(keys[12] as Uint8Array, 'E')),
      [`warn policy.key.server ${group0}.approvers[3]`],
    ],
    [
      'an Ed448 key',
      withApprover(publicKeyApprover(keys[13] as Uint8Array, 'E')),
      [`warn policy.key.server ${group0}.approvers[3]`],
    ],
    [
      'a key of an unknown kind',
      withApprover(publicKeyApprover(unknownKey, 'U')),
      [`warn policy.key ${group0}.approvers[3]`],
    ],
    [
      'a certificate without a name',
      withApprover(certificateApprover(certificate(keys[8] as Uint8Array, null))),
      [`warn policy.name ${group0}.approvers[3]`],
    ],
    [
      'a name beside a certificate of another name',
      withApprover(certificateApprover(certificate(keys[8] as Uint8Array, 'Dora'), 'Eve')),
      [`warn policy.name ${group0}.approvers[3]`],
    ],
    [
      'the same name beside it',
      withApprover(certificateApprover(certificate(keys[8] as Uint8Array, 'Dora'), 'Dora')),
      [],
    ],
    [
      'a common name that turns around',
      withApprover(certificateApprover(certificate(keys[8] as Uint8Array, 'a\u202eb'))),
      [`warn policy.name ${group0}.approvers[3]`],
    ],
    [
      'a name with a control character',
      withGroup({
        approvers: [...officers.approvers, { ...(approvers[3] as Approver), name: 'a\x1b[2J' } as Approver],
      }),
      [`warn policy.name ${group0}.approvers[3]`],
    ],
  ])('%s', (_, it, expected) => {
    expect(checkPolicy(it).verdict).toBe('pass');
    expect(said(it)).toEqual(expected);
  });

  it.each([
    ['Ed25519', keys[12] as Uint8Array, 'is of a kind that servers were seen to refuse'],
    ['Ed448', keys[13] as Uint8Array, 'is of a kind that servers were seen to refuse'],
    ['BLS12-381 G1', blsKey, 'is of a kind whose approvals servers were seen to refuse'],
  ])('a key of a kind that the server does not take: %s', (kind, key, words) => {
    const { findings } = checkPolicy(withApprover(publicKeyApprover(key, 'Eve')));
    expect(findings.filter((it) => it.id === 'policy.key.server')).toEqual([
      {
        id: 'policy.key.server',
        outcome: 'warn',
        where: `${group0}.approvers[3]`,
        message: `the key of \`Eve\` ${words}`,
        actual: kind,
        reference: 'SKA.md 2.2',
      },
    ]);
  });

  it('a key in three groups, twice, each time with the first', () => {
    const one: Group = { ...officers, quorum: 1, approvers: approvers.slice(0, 2) };
    const alone: Group = { ...officers, quorum: 1, approvers: approvers.slice(0, 1) };
    const { findings } = checkPolicy(withToken({ groups: [one, alone, alone] }));
    expect(findings.filter((it) => it.id === 'policy.groups.overlap').map((it) => it.message)).toEqual([
      'the key of `A0` counts in group 1 and in group 2',
      'the key of `A0` counts in group 1 and in group 3',
    ]);
  });

  it.each([
    [6, '(A0, A1, A2, A3, A4, A5)'],
    [7, '(A0, A1, A2, A3, A4, A5, 1 more)'],
    [9, '(A0, A1, A2, A3, A4, A5, 3 more)'],
  ])('names of %i approvers as far as a line holds', (count, names) => {
    const many = keys.slice(2, 2 + count).map((key, i) => publicKeyApprover(key, `A${i}`));
    const [pass] = checkPolicy(withGroup({ approvers: many })).findings;
    expect(pass?.message).toBe(`to use the key: any 2 of ${count} ${names}, within 10 minutes of the HSM's timestamp`);
  });

  it('one key in all rules, in whatever form', () => {
    const one = (approver: Approver): Rule => ({
      tokens: [{ ...day, groups: [{ ...officers, quorum: 1, approvers: [approver] }] }],
    });
    const bare = one(publicKeyApprover(keys[2] as Uint8Array));
    const inside = one(certificateApprover(certificate(keys[2] as Uint8Array, 'A0')));
    const single: Policy = { rules: { use: bare, block: inside, unblock: bare, modify: inside }, blocked: false };
    expect(said(single)).toContain('warn policy.keys.single policy');
    expect(said({ ...single, rules: { ...single.rules, block: rule } })).not.toContain(
      'warn policy.keys.single policy',
    );
  });

  it('a policy that fewer can change than use, by the easiest way of each', () => {
    const quorum = (...quorums: number[]): Rule => ({
      tokens: quorums.map((it) => ({ ...day, groups: [{ ...officers, quorum: it }] })),
    });
    const weaker = (use: Rule, modify: Rule): boolean =>
      said({ ...sound, rules: { ...sound.rules, use, modify } }).includes('warn policy.modify.strength modify');
    expect(weaker(quorum(2), quorum(1))).toBe(true);
    expect(weaker(quorum(2), quorum(2))).toBe(false);
    expect(weaker(quorum(3, 2), quorum(2))).toBe(false);
    expect(weaker(quorum(2), quorum(3, 1))).toBe(true);
    expect(weaker(quorum(2), null)).toBe(true);
    expect(weaker(quorum(2), { tokens: [] })).toBe(false);
    expect(weaker({ tokens: [] }, quorum(1))).toBe(false);
    expect(weaker(quorum(2), quorum(9, 2))).toBe(false);
  });

  it('a weak key passes over onboarded approvers, whose keys are not known', () => {
    expect(said(withApprover(onboardedApprover('dora')))).toEqual([]);
  });
});

describe('any policy that can be read', () => {
  it('is checked without an error, the same each time, with a verdict for a reason', () => {
    fc.assert(
      fc.property(policy(jsonCarries), (it) => {
        const report = checkPolicy(it);
        expect(checkPolicy(it)).toEqual(report);
        expect(report.verdict === 'fail').toBe(report.findings.some((one) => one.outcome === 'fail'));
        expect(report.verdict).not.toBe('incomplete');
        for (const { message, where, id } of report.findings) {
          expect(id).toMatch(/^policy(\.[a-z]+)+$/);
          expect(where).not.toBe('');
          // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
          expect(message).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('and when it passes, it can be written in the binary form', () => {
    const likely = { ...binaryCarries, quorums: fc.constantFrom(1, 2), seconds: fc.constantFrom(0, 60, 600) };
    fc.assert(
      fc.property(fc.oneof(policy(likely), soundPolicy()), (it) => {
        if (checkPolicy(it, { allowUnguarded: true }).verdict !== 'pass') return;
        const bytes = writePolicyTlv(it, { certificateElement: 'guessed' });
        expect(readPolicyTlv(bytes, { certificateElement: 'guessed' }).rules).toEqual(it.rules);
      }),
      { numRuns: 200 },
    );
  });

  it('a policy of sound parts passes, and the builder makes it', () => {
    fc.assert(
      fc.property(soundPolicy(), (it) => {
        expect(checkPolicy(it).verdict).toBe('pass');
        expect(build({ ...it.rules, blocked: it.blocked })).toEqual(it);
      }),
      { numRuns: 200 },
    );
  });

  it('a policy of sound parts with one rule spoilt fails, and the builder refuses it', () => {
    const spoil = fc.constantFrom<(token: Token) => Token>(
      (token) => ({ ...token, groups: [] }),
      (token) => ({ ...token, timelock: token.timelock + 1 }),
      (token) => ({ ...token, timelock: 7_200, timeout: 3_600 }),
      (token) => ({ ...token, timeout: 0x1_0000_0000 * 60 }),
      (token) => ({ ...token, groups: (token.groups ?? []).map((group) => ({ ...group, quorum: 99 })) }),
      (token) => ({ ...token, groups: (token.groups ?? []).map((group) => ({ ...group, quorum: 0 })) }),
      (token) => ({
        ...token,
        groups: (token.groups ?? []).map((group) => ({
          ...group,
          approvers: [...group.approvers, ...group.approvers],
        })),
      }),
    );
    fc.assert(
      fc.property(soundPolicy(), fc.constantFrom(...RULE_NAMES), spoil, (it, name, change) => {
        const rules = { ...it.rules, [name]: { tokens: it.rules[name]?.tokens?.map(change) ?? null } };
        expect(checkPolicy({ ...it, rules }).verdict).toBe('fail');
        expect(refusal(() => build({ ...rules, blocked: it.blocked })).path).toMatch(new RegExp(`^${name}`));
      }),
      { numRuns: 200 },
    );
  });
});
