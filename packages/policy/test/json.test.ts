import { encodeBase64, parseJson } from '@quorate/syntax';
import { issuedCertificate } from '@quorate/vectors';
import { describe, expect, it } from 'vitest';
import { type Policy, readPolicyJson, writePolicyJson } from '../src/index.ts';
import { certificate, compressed, keys, unknownKey } from './keys.ts';
import { refusal, refused } from './refusal.ts';

type Json = Record<string, unknown>;
const value = encodeBase64(keys[2] as Uint8Array);
const approval = { type: 'public_key', name: 'Anna', value };
const group = { name: 'g', quorum: 1, approvals: [approval] };
const token = { name: 't', timelock: 0, timeout: 600, groups: [group] };

/** A good policy whose one token, group or approval has members replaced; `undefined` takes one away. */
function withToken(changes: Json): Json {
  const one = Object.fromEntries(Object.entries({ ...token, ...changes }).filter(([, it]) => it !== undefined));
  return { ruleUse: { tokens: [one] }, ruleBlock: null, ruleUnblock: null, ruleModify: null };
}
const withGroup = (changes: Json): Json => {
  const one = Object.fromEntries(Object.entries({ ...group, ...changes }).filter(([, it]) => it !== undefined));
  return withToken({ groups: [one] });
};
const withApproval = (changes: Json): Json => {
  const one = Object.fromEntries(Object.entries({ ...approval, ...changes }).filter(([, it]) => it !== undefined));
  return withGroup({ approvals: [one] });
};
const read = (json: unknown): Policy | null => readPolicyJson(parseJson(JSON.stringify(json)));
const approverOf = (json: unknown): unknown => read(json)?.rules.use?.tokens?.[0]?.groups?.[0]?.approvers[0];
const at = 'ruleUse.tokens[0].groups[0].approvals[0]';

describe('the forms', () => {
  const rules = { ruleUse: null, ruleBlock: null, ruleUnblock: null, ruleModify: null };
  const status = { keyStatus: { blocked: true } };

  it('creating demands a key status, modifying forbids it', () => {
    expect(readPolicyJson({ ...rules, ...status }, { form: 'create' })?.blocked).toBe(true);
    expect(refused(() => readPolicyJson(rules, { form: 'create' }))).toEqual(['shape-invalid', 'keyStatus']);
    expect(readPolicyJson(rules, { form: 'modify' })?.blocked).toBeNull();
    expect(refused(() => readPolicyJson({ ...rules, ...status }, { form: 'modify' }))).toEqual([
      'shape-invalid',
      'keyStatus',
    ]);
    expect(readPolicyJson(rules)?.blocked).toBeNull();
    expect(readPolicyJson({ ...rules, ...status })?.blocked).toBe(true);
  });

  it('a null policy is no policy, and modifying cannot take one away', () => {
    expect(readPolicyJson(null)).toBeNull();
    expect(readPolicyJson(null, { form: 'create' })).toBeNull();
    expect(refused(() => readPolicyJson(null, { form: 'modify' }))).toEqual(['shape-invalid', '']);
    expect(writePolicyJson(null)).toBeNull();
  });

  it('an absent rule is a null rule', () => {
    expect(readPolicyJson({})?.rules).toEqual({ use: null, block: null, unblock: null, modify: null });
    expect(read({ ruleUse: null })).toEqual(read({}));
  });

  it('the key status has one boolean', () => {
    for (const keyStatus of [null, {}, { blocked: null }, { blocked: 'false' }, { blocked: 0 }, true, []]) {
      expect(refusal(() => read({ keyStatus })).code).toBe('shape-invalid');
    }
    expect(refused(() => read({ keyStatus: { blocked: false, since: 1 } }))).toEqual([
      'shape-invalid',
      'keyStatus.since',
    ]);
  });
});

describe('what is refused, and where', () => {
  it.each([
    ['a list for a policy', [], ''],
    ['a text for a policy', 'policy', ''],
    ['a number for a policy', 1, ''],
    ['a rule that is no object', { ruleUse: [] }, 'ruleUse.tokens'],
    ['a rule without tokens, which nobody knows the meaning of', { ruleUse: {} }, 'ruleUse.tokens'],
    ['tokens that are no list', { ruleUse: { tokens: {} } }, 'ruleUse.tokens'],
    ['a token that is null', { ruleUse: { tokens: [null] } }, 'ruleUse.tokens[0]'],
    ['an unknown member of a policy', { ruleSign: null }, 'ruleSign'],
    ['a misspelt rule', { ruleuse: null }, 'ruleuse'],
    ['an unknown member of a rule', { ruleBlock: { tokens: null, name: 'x' } }, 'ruleBlock.name'],
    ['an unknown member of a token', withToken({ quorum: 1 }), 'ruleUse.tokens[0].quorum'],
    ['an unknown member of a group', withGroup({ approvers: [] }), 'ruleUse.tokens[0].groups[0].approvers'],
    ['an unknown member of an approval', withApproval({ key: value }), `${at}.key`],
    ['a missing timelock', withToken({ timelock: undefined }), 'ruleUse.tokens[0].timelock'],
    ['a missing timeout', withToken({ timeout: undefined }), 'ruleUse.tokens[0].timeout'],
    ['a null timeout', withToken({ timeout: null }), 'ruleUse.tokens[0].timeout'],
    ['a time as text', withToken({ timeout: '600' }), 'ruleUse.tokens[0].timeout'],
    ['a negative time', withToken({ timelock: -60 }), 'ruleUse.tokens[0].timelock'],
    ['half a second', withToken({ timelock: 0.5 }), 'ruleUse.tokens[0].timelock'],
    ['a time beyond what a double counts', withToken({ timeout: 2 ** 53 }), 'ruleUse.tokens[0].timeout'],
    ['groups that are no list', withToken({ groups: {} }), 'ruleUse.tokens[0].groups'],
    ['a name that is no text', withToken({ name: 1 }), 'ruleUse.tokens[0].name'],
    ['a missing quorum', withGroup({ quorum: undefined }), 'ruleUse.tokens[0].groups[0].quorum'],
    ['a negative quorum', withGroup({ quorum: -1 }), 'ruleUse.tokens[0].groups[0].quorum'],
    ['a quorum as text', withGroup({ quorum: '2' }), 'ruleUse.tokens[0].groups[0].quorum'],
    ['a missing list of approvals', withGroup({ approvals: undefined }), 'ruleUse.tokens[0].groups[0].approvals'],
    ['a null list of approvals', withGroup({ approvals: null }), 'ruleUse.tokens[0].groups[0].approvals'],
    ['a missing type', withApproval({ type: undefined }), `${at}.type`],
    ['a value that is no text', withApproval({ value: 1 }), `${at}.value`],
  ])('%s', (_, json, path) => {
    expect(refused(() => read(json))).toEqual(['shape-invalid', path]);
  });

  it.each([
    ['an unknown type', { type: 'public-key' }, 'type-unknown', 'type'],
    ['a type in capitals', { type: 'PUBLIC_KEY' }, 'type-unknown', 'type'],
    ['a key without a value', { value: undefined }, 'value-missing', 'value'],
    ['a key whose value is null', { value: null }, 'value-missing', 'value'],
    ['a certificate without a value', { type: 'certificate', value: undefined }, 'value-missing', 'value'],
    ['an onboarded approver with a value', { type: 'onboarded_approver_certificate' }, 'value-unexpected', 'value'],
    [
      'an onboarded approver without a name',
      { type: 'onboarded_approver_certificate', value: undefined, name: undefined },
      'name-missing',
      'name',
    ],
    [
      'an onboarded approver with an empty name',
      { type: 'onboarded_approver_certificate', value: undefined, name: '' },
      'name-missing',
      'name',
    ],
    ['a value in PEM', { value: `-----BEGIN PUBLIC KEY-----\n${value}\n` }, 'base64-invalid', 'value'],
    ['a value with a line end', { value: `${value}\n` }, 'base64-invalid', 'value'],
    ['an empty value', { value: '' }, 'key-invalid', 'value'],
    ['a key cut short', { value: encodeBase64((keys[2] as Uint8Array).subarray(0, 60)) }, 'key-invalid', 'value'],
    ['a key for a certificate', { type: 'certificate' }, 'certificate-invalid', 'value'],
    ['a certificate for a key', { value: encodeBase64(issuedCertificate) }, 'key-invalid', 'value'],
  ] as const)('%s', (_, changes, code, member) => {
    expect(refused(() => read(withApproval(changes)))).toEqual([code, `${at}.${member}`]);
  });

  it('a point off its curve, bare and in a certificate', () => {
    const bad = (keys[2] as Uint8Array).slice();
    bad[90] = (bad[90] as number) ^ 1;
    expect(refused(() => read(withApproval({ value: encodeBase64(bad) })))).toEqual(['key-invalid', `${at}.value`]);
    const inside = encodeBase64(certificate(bad, 'Anna'));
    const changes = { type: 'certificate', name: undefined, value: inside };
    expect(refused(() => read(withApproval(changes)))).toEqual(['key-invalid', `${at}.value`]);
  });

  it('objects that are not those of JSON', () => {
    for (const it of [new Map(), new Date(0), new Uint8Array(2), /x/]) {
      expect(refused(() => readPolicyJson(it))).toEqual(['shape-invalid', '']);
    }
  });

  it('the path begins where the caller says the policy stands', () => {
    const json = withToken({ timeout: '600' });
    expect(refused(() => readPolicyJson(json, { path: 'modifyRequest.policy' }))[1]).toBe(
      'modifyRequest.policy.ruleUse.tokens[0].timeout',
    );
    expect(refused(() => readPolicyJson([], { path: 'policy' }))).toEqual(['shape-invalid', 'policy']);
  });

  it('the error says place, expectation and finding in one line', () => {
    expect(refusal(() => read(withApproval({ type: 'smartcard' }))).message).toBe(
      `policy: type unknown at \`${at}.type\`, expected \`public_key\`, \`certificate\` or ` +
        '`onboarded_approver_certificate`, found `smartcard`',
    );
    expect(refusal(() => read(withToken({ timeout: '600' }))).message).toBe(
      'policy: shape invalid at `ruleUse.tokens[0].timeout`, expected a number, found `600` (a string)',
    );
  });

  it('more than any HSM could take, before a single key is looked at', () => {
    const many = withGroup({ approvals: Array.from({ length: 1366 }, () => ({ ...approval, value: 'AAAA' })) });
    expect(refused(() => read(many))).toEqual(['limit-exceeded', 'ruleUse.tokens[0].groups[0].approvals']);
    const tokens = Array.from({ length: 2731 }, () => ({ timelock: 0, timeout: 0, groups: null }));
    expect(refused(() => read({ ruleModify: { tokens } }))).toEqual(['limit-exceeded', 'ruleModify.tokens']);
    const groups = Array.from({ length: 4096 }, () => ({ quorum: 0, approvals: [] }));
    expect(refused(() => read(withToken({ groups })))).toEqual(['limit-exceeded', 'ruleUse.tokens[0].groups']);
  });
});

describe('what is read', () => {
  it('null and absent names and groups alike', () => {
    expect(read(withToken({ name: null, groups: null }))).toEqual(
      read(withToken({ name: undefined, groups: undefined })),
    );
    expect(read(withToken({ name: '' }))).not.toEqual(read(withToken({ name: null })));
  });

  it('minus zero as zero', () => {
    expect(readPolicyJson(withToken({ timelock: -0 }))?.rules.use?.tokens?.[0]?.timelock).toBe(0);
  });

  it('a key and its certificate as one identity, compressed or not', () => {
    const key = keys[2] as Uint8Array;
    const bare = approverOf(withApproval({}));
    const short = approverOf(withApproval({ value: encodeBase64(compressed(key)) }));
    const cert = approverOf(
      withApproval({ type: 'certificate', name: undefined, value: encodeBase64(certificate(key, 'Anna')) }),
    );
    const identity = (bare as { identity: string }).identity;
    expect(identity).toMatch(/^[0-9a-f]{64}$/);
    expect(short).toMatchObject({ identity, publicKey: compressed(key) });
    expect(cert).toMatchObject({ identity, type: 'certificate', name: null, publicKey: key });
  });

  it('a real certificate, its key and a name beside it', () => {
    const read = approverOf(withApproval({ type: 'certificate', value: encodeBase64(issuedCertificate) }));
    expect(read).toMatchObject({ type: 'certificate', name: 'Anna', certificate: issuedCertificate });
  });

  it('keys of kinds and sizes that are not verified with', () => {
    for (const key of [unknownKey, keys[1] as Uint8Array]) {
      expect(approverOf(withApproval({ value: encodeBase64(key) }))).toMatchObject({ publicKey: key });
    }
  });

  it('a group without approvals, for the check to fail', () => {
    expect(approverOf(withGroup({ approvals: [] }))).toBeUndefined();
  });
});
