import { encodeBase64, parseXml } from '@quorate/syntax';
import { describe, expect, it } from 'vitest';
import {
  never,
  onboardedApprover,
  type Policy,
  policy,
  publicKeyApprover,
  readPolicyXml,
  unguarded,
  writePolicyXml,
} from '../src/index.ts';
import { certificate, keys } from './keys.ts';
import { refusal, refused } from './refusal.ts';

const key = encodeBase64(keys[2] as Uint8Array);
const approval = `<approval type="public_key" name="Anna">${key}</approval>`;
const group = `<group name="g"><quorum>1</quorum>${approval}</group>`;
const token = `<token name="t"><timelock>0</timelock><timeout>600</timeout>${group}</token>`;
const status = '<key_status><blocked>false</blocked></key_status>';
const rest = '<rule_block/><rule_unblock/><rule_modify/>';
const good = `<policy>${status}<rule_use>${token}</rule_use>${rest}</policy>`;
const read = (text: string): Policy => readPolicyXml(parseXml(text));
const spoilt = (from: string, to: string): (() => Policy) => {
  expect(good).toContain(from);
  return () => read(good.replace(from, to));
};

describe('reading the policy of an attestation', () => {
  it('takes what stands there', () => {
    const { rules, blocked } = read(good);
    expect(blocked).toBe(false);
    expect(rules.block).toEqual({ tokens: [] });
    expect(rules.use?.tokens?.[0]).toMatchObject({ name: 't', timelock: 0, timeout: 600, groups: [{ quorum: 1 }] });
  });

  it('takes the elements in another order', () => {
    expect(read(`<policy>${rest}<rule_use>${token}</rule_use>${status}</policy>`)).toEqual(read(good));
  });

  it('tells an absent name from an empty one', () => {
    expect(spoilt('<token name="t">', '<token>')().rules.use?.tokens?.[0]?.name).toBeNull();
    expect(spoilt('<token name="t">', '<token name="">')().rules.use?.tokens?.[0]?.name).toBe('');
  });

  it('takes a certificate', () => {
    const der = certificate(keys[2] as Uint8Array, 'Anna');
    const text = `<approval type="certificate" name="Anna">${encodeBase64(der)}</approval>`;
    const approvers = spoilt(approval, text)().rules.use?.tokens?.[0]?.groups?.[0]?.approvers;
    expect(approvers).toMatchObject([{ type: 'certificate', name: 'Anna', certificate: der }]);
  });

  it.each([
    ['another element than `policy`', good.replaceAll('policy>', 'attributes>'), 'attributes'],
    ['an attribute of the policy', good.replace('<policy>', '<policy version="2">'), 'policy'],
    ['no key status', good.replace(status, ''), 'policy'],
    ['two key statuses', good.replace(status, status + status), 'policy'],
    ['an empty key status', good.replace('<blocked>false</blocked>', ''), 'policy/key_status'],
    ['a status that is no boolean', good.replace('false', '0'), 'policy/key_status/blocked'],
    ['a status with blanks', good.replace('false', ' false '), 'policy/key_status/blocked'],
    ['an attribute of the key status', good.replace('<key_status>', '<key_status since="x">'), 'policy/key_status'],
    ['an attribute of its boolean', good.replace('<blocked>', '<blocked by="x">'), 'policy/key_status/blocked'],
    ['an unknown element', good.replace('<rule_block/>', '<rule_block/><rule_derive/>'), 'policy'],
    ['a rule twice', good.replace('<rule_block/>', '<rule_block/><rule_block/>'), 'policy'],
    ['a missing rule', good.replace('<rule_modify/>', ''), 'policy'],
    ['text in a rule', good.replace('<rule_block/>', '<rule_block>never</rule_block>'), 'policy/rule_block'],
    ['an attribute of a rule', good.replace('<rule_block/>', '<rule_block open="true"/>'), 'policy/rule_block'],
    [
      'a group outside a token',
      good.replace('<rule_block/>', `<rule_block>${group}</rule_block>`),
      'policy/rule_block',
    ],
    ['no timelock', good.replace('<timelock>0</timelock>', ''), 'policy/rule_use/token'],
    ['two timeouts', good.replace('<timelock>0</timelock>', '<timeout>0</timeout>'), 'policy/rule_use/token'],
    ['a time with a sign', good.replace('>600<', '>+600<'), 'policy/rule_use/token/timeout'],
    ['a time with a leading zero', good.replace('>600<', '>0600<'), 'policy/rule_use/token/timeout'],
    ['a time with a point', good.replace('>600<', '>600.0<'), 'policy/rule_use/token/timeout'],
    ['a time beyond counting', good.replace('>600<', '>9007199254740992<'), 'policy/rule_use/token/timeout'],
    ['an attribute of a time', good.replace('<timeout>', '<timeout unit="min">'), 'policy/rule_use/token/timeout'],
    ['an attribute of a token', good.replace('<token ', '<token id="1" '), 'policy/rule_use/token'],
    ['no quorum', good.replace('<quorum>1</quorum>', ''), 'policy/rule_use/token/group'],
    ['a negative quorum', good.replace('>1<', '>-1<'), 'policy/rule_use/token/group/quorum'],
    ['an element in an approval', good.replace(key, '<key/>'), 'policy/rule_use/token/group/approval'],
    ['an attribute of an approval', good.replace('name="Anna"', 'id="Anna"'), 'policy/rule_use/token/group/approval'],
  ])('refuses %s', (_, text, path) => {
    expect(text).not.toBe(good);
    expect(refused(() => read(text))).toEqual(['xml-invalid', path]);
  });

  it.each([
    ['an approval without a type', ' type="public_key"', '', 'type-unknown'],
    ['an onboarded approver', '"public_key"', '"onboarded_approver_certificate"', 'type-unknown'],
    ['an empty approval', key, '', 'value-missing'],
    ['base64 with blanks', key, ` ${key} `, 'base64-invalid'],
    ['a key that is none', key, 'AAAA', 'key-invalid'],
    ['a certificate that is none', `"public_key" name="Anna">${key}`, '"certificate">AAAA', 'certificate-invalid'],
  ])('refuses %s', (_, from, to, code) => {
    const error = refusal(spoilt(from, to));
    expect([error.code, error.path]).toEqual([code, 'policy/rule_use/token/group/approval']);
  });

  it('says the line', () => {
    expect(refusal(() => read(good.replace('<rule_use>', '<rule_use>\n\n').replace('>600<', '>x<')))).toMatchObject({
      line: 3,
    });
  });

  it('refuses more than any HSM could take', () => {
    const many = approval.repeat(1366);
    expect(refusal(spoilt(approval, many)).code).toBe('limit-exceeded');
    expect(refusal(spoilt(group, '<group><quorum>0</quorum></group>'.repeat(4096))).code).toBe('limit-exceeded');
  });
});

describe('writing', () => {
  const open = policy(
    { use: unguarded(), block: never(), unblock: never(), modify: never() },
    { allowUnguarded: ['use'] },
  );

  it('writes rules and tokens without anything inside', () => {
    const text = writePolicyXml(open);
    expect(text).toContain('\t\t<rule_block>\n\t\t</rule_block>\n');
    expect(readPolicyXml(parseXml(text))).toEqual(open);
  });

  it('refuses nulls with a pointer to resolvePolicy', () => {
    const [token] = open.rules.use?.tokens ?? [];
    if (token === undefined) throw new Error('no token');
    const with_ = (use: Policy['rules']['use']): Policy => ({ ...open, rules: { ...open.rules, use } });
    expect(refused(() => writePolicyXml(with_(null)))).toEqual(['unresolved', 'use']);
    expect(refused(() => writePolicyXml(with_({ tokens: null })))).toEqual(['unresolved', 'use']);
    const nulled = with_({ tokens: [{ ...token, groups: null }] });
    expect(refused(() => writePolicyXml(nulled))).toEqual(['unresolved', 'use.tokens[0]']);
    expect(refusal(() => writePolicyXml(with_(null))).message).toContain('`resolvePolicy`');
  });

  it('refuses what XML cannot carry', () => {
    const named = (name: string): Policy => ({
      ...open,
      rules: { ...open.rules, block: { tokens: [{ name, timelock: 0, timeout: 0, groups: [] }] } },
    });
    for (const name of ['\0', '\x1b', '\ufffe', '\ud800']) {
      expect(refused(() => writePolicyXml(named(name)))).toEqual(['name-invalid', 'block.tokens[0].name']);
    }
    expect(refused(() => writePolicyXml({ ...open, blocked: null }))).toEqual(['key-status-missing', 'blocked']);
    const groups = [
      { name: null, quorum: 1, approvers: [publicKeyApprover(keys[2] as Uint8Array), onboardedApprover('anna')] },
    ];
    const use = { tokens: [{ name: null, timelock: 0, timeout: 0, groups }] };
    expect(refused(() => writePolicyXml({ ...open, rules: { ...open.rules, use } }))).toEqual([
      'approver-not-encodable',
      'use.tokens[0].groups[0].approvers[1]',
    ]);
  });
});
