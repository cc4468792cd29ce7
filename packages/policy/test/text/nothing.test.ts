import { describe, expect, it } from 'vitest';
import { never, onboardedApprover, type Policy, type Rule, type Token, unguarded } from '../../src/index.ts';
import { PolicyTextError, parsePolicyText, renderPolicyText } from '../../src/text/index.ts';
import { keyApprovers } from '../draw/samples.ts';

const token = (parts: Partial<Token>): Rule => ({
  tokens: [{ name: null, timelock: 0, timeout: 0, groups: [], ...parts }],
});
const group = { name: null, quorum: 1, approvers: [onboardedApprover('auditor-1')] };

const rows: readonly (readonly [text: string, rule: Rule])[] = [
  ['everybody (rule null)', null],
  ['nobody (tokens null)', { tokens: null }],
  ['nobody', never()],
  ['everybody', unguarded()],
  ['everybody (groups null)', token({ groups: null })],
  ['everybody after 1m', token({ timelock: 60 })],
  ['everybody (groups null) within 1m1s', token({ groups: null, timeout: 61 })],
  ['any 0 of nobody', token({ groups: [{ ...group, quorum: 0, approvers: [] }] })],
  ['any 3 of nobody', token({ groups: [{ ...group, quorum: 3, approvers: [] }] })],
  ['any 0 of auditor-1', token({ groups: [{ ...group, quorum: 0 }] })],
  [
    'any 2 of auditor-1, auditor-1',
    token({ groups: [{ ...group, quorum: 2, approvers: [...group.approvers, ...group.approvers] }] }),
  ],
  ['token "": group "": any 1 of auditor-1', token({ name: '', groups: [{ ...group, name: '' }] })],
  ['token never: everybody', token({ name: 'never' })],
  ['everybody after 1h within 1m (never)', token({ timelock: 3600, timeout: 60 })],
];

const policyOf = (use: Rule): Policy => ({
  rules: { use, block: never(), unblock: never(), modify: never() },
  blocked: null,
});

describe('every way of saying nothing has its own words', () => {
  it.each(rows)('%s', (text, rule) => {
    const words = text.replace('token never', 'token "never"');
    const introduced = text.includes('auditor-1') ? 'onboarded auditor-1\n' : '';
    expect(parsePolicyText(`${introduced}use: ${words}\nblock: nobody\nunblock: nobody\nmodify: nobody\n`)).toEqual(
      policyOf(rule),
    );
    expect(renderPolicyText(policyOf(rule)).replace('use:\n  ', 'use: ')).toContain(`use: ${words}\n`);
  });

  it('and no two of them are the same', () => {
    expect(new Set(rows.map(([, rule]) => renderPolicyText(policyOf(rule)))).size).toBe(rows.length);
  });

  it('the key status too', () => {
    const texts = [null, true, false].map((blocked) => renderPolicyText({ ...policyOf(null), blocked }));
    expect(texts.map((text) => /^blocked: (.*)$/m.exec(text)?.[1])).toEqual([undefined, 'yes', 'no']);
  });
});

describe('what no text can carry is refused with its place', () => {
  const [anna, ben] = keyApprovers;
  const cases: readonly (readonly [Rule, string, string])[] = [
    [token({ timelock: -60 }), 'not-representable', 'use.tokens[0].timelock'],
    [token({ timeout: 0.5 }), 'not-representable', 'use.tokens[0].timeout'],
    [token({ groups: [{ ...group, quorum: 2 ** 53 }] }), 'not-representable', 'use.tokens[0].groups[0].quorum'],
    [token({ groups: [{ ...group, quorum: Number.NaN }] }), 'not-representable', 'use.tokens[0].groups[0].quorum'],
    [
      token({ groups: [{ ...group, approvers: [{ ...group.approvers[0], name: '' } as never] }] }),
      'not-representable',
      'use.tokens[0].groups[0].approvers[0].name',
    ],
    [
      token({ groups: [{ ...group, approvers: [{ ...anna, identity: ben.identity }] }] }),
      'not-representable',
      'use.tokens[0].groups[0].approvers[0]',
    ],
    [
      token({ groups: [{ ...group, approvers: [{ ...anna, publicKey: new Uint8Array(3) }] }] }),
      'not-representable',
      'use.tokens[0].groups[0].approvers[0]',
    ],
    [token({ name: 'ä'.repeat(40_000) }), 'limit-exceeded', 'use.tokens[0].name'],
    [token({ groups: Array.from({ length: 5000 }, () => group) }), 'limit-exceeded', 'use.tokens[0].groups'],
  ];

  it.each(cases)('%#', (rule, code, path) => {
    let found: unknown;
    try {
      renderPolicyText(policyOf(rule));
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(PolicyTextError);
    expect(found).toMatchObject({ code, path, line: undefined, column: undefined });
  });
});
