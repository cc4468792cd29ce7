import { encodeTlv, encodeTlvContainer, encodeTlvLevel, encodeTlvText, encodeTlvU32 } from '@quorate/syntax';
import { unguardedRule } from '@quorate/vectors';
import { describe, expect, it } from 'vitest';
import {
  certificateApprover,
  type Group,
  group,
  never,
  onboardedApprover,
  type Policy,
  policy,
  publicKeyApprover,
  type Rule,
  readPolicyTlv,
  readRuleTlv,
  resolvePolicy,
  rule,
  type Token,
  token,
  unguarded,
  writePolicyTlv,
  writeRuleTlv,
} from '../src/index.ts';
import { certificate, keys } from './keys.ts';
import { refusal, refused } from './refusal.ts';

const guessed = { certificateElement: 'guessed' } as const;
const key = keys[2] as Uint8Array;
const one = group({ quorum: 1, approvers: [publicKeyApprover(key, 'Anna')] });
const single = rule([token({ timelock: 120, timeout: 600, groups: [one] })]);
const sound = policy({ use: single, block: single, unblock: single, modify: single, blocked: null });
const u32 = encodeTlvU32;

/** A rule with one token and one group, element by element. */
function ruleBytes(changes: {
  tokens?: number;
  groups?: number;
  approvers?: number;
  extra?: Uint8Array[];
}): Uint8Array {
  const { tokens = 1, groups = 1, approvers = 1, extra = [] } = changes;
  const head = [u32(0x59, tokens), u32(0x55, 2), u32(0x55, 10), u32(0x5a, groups), u32(0x5b, 1), u32(0x03, approvers)];
  return encodeTlvLevel(...head, encodeTlvText(0x1002, 'Anna'), encodeTlv(0x1052, key), ...extra);
}

describe('the layout', () => {
  it('is that of SKA.md 5.2, times in minutes', () => {
    expect(writeRuleTlv(single)).toEqual(ruleBytes({}));
    expect(readRuleTlv(ruleBytes({}))).toEqual(single);
  });

  it('an open rule is one empty token, a rule for nobody has none', () => {
    expect(writeRuleTlv(unguarded())).toEqual(encodeTlvLevel(u32(0x59, 1), u32(0x55, 0), u32(0x55, 0), u32(0x5a, 0)));
    expect(writeRuleTlv(never())).toEqual(encodeTlvLevel(u32(0x59, 0)));
  });

  it('tells an absent name from an empty one', () => {
    const named = (name: string | null): Uint8Array =>
      writeRuleTlv({ tokens: [{ ...(unguarded()?.tokens?.[0] as Token), name }] });
    expect(named('').length - named(null).length).toBe(4);
    expect(readRuleTlv(named(''))?.tokens?.[0]?.name).toBe('');
    expect(readRuleTlv(named(null))?.tokens?.[0]?.name).toBeNull();
  });

  it('a policy is the four rules in their order, behind a length word', () => {
    const inner = ruleBytes({}).subarray(4);
    const container = (type: number): Uint8Array => encodeTlvContainer(type, inner);
    expect(writePolicyTlv(sound)).toEqual(encodeTlvLevel(...[0x104e, 0x104f, 0x1050, 0x1051].map(container)));
  });
});

describe('reading refuses', () => {
  it.each([
    ['more tokens announced than there are', { tokens: 2 }, 'tokens'],
    ['more groups announced than there are', { groups: 2 }, 'tokens[0].groups'],
    ['more approvers announced than there are', { approvers: 2 }, 'tokens[0].groups[0].approvers'],
    ['fewer tokens announced than there are', { tokens: 0 }, ''],
    ['fewer groups announced than there are', { groups: 0 }, ''],
    ['fewer approvers announced than there are', { approvers: 0 }, ''],
    ['elements behind the last', { extra: [u32(0x03, 0)] }, ''],
  ])('%s', (_, changes, path) => {
    expect(refused(() => readRuleTlv(ruleBytes(changes)))).toEqual(['count-mismatch', path]);
  });

  it('a count of billions, at once', () => {
    expect(refused(() => readRuleTlv(ruleBytes({ approvers: 0xffff_ffff })))).toEqual([
      'limit-exceeded',
      'tokens[0].groups[0].approvers',
    ]);
  });

  it.each([
    ['a time of two bytes', [u32(0x59, 1), encodeTlv(0x55, new Uint8Array(2))], 'tokens[0]'],
    ['one time instead of two', [u32(0x59, 1), u32(0x55, 0), u32(0x5a, 0)], 'tokens[0]'],
    ['two names', [u32(0x59, 1), encodeTlvText(0x1002, 'a'), encodeTlvText(0x1002, 'b')], 'tokens[0]'],
    ['a name that is not UTF-8', [u32(0x59, 1), encodeTlv(0x1002, new Uint8Array([0xff]))], 'tokens[0]'],
    ['no count', [], 'tokens'],
    ['another element first', [u32(0x55, 0)], 'tokens'],
  ])('%s', (_, elements, path) => {
    expect(refused(() => readRuleTlv(encodeTlvLevel(...elements)))).toEqual(['tlv-invalid', path]);
  });

  it('a length word that lies, padding that is not zero, and bytes behind the end', () => {
    const lies = unguardedRule.slice();
    lies[0] = 0x2c;
    expect(refusal(() => readRuleTlv(lies))).toMatchObject({ code: 'tlv-invalid', offset: 0 });
    expect(refusal(() => readRuleTlv(new Uint8Array([...unguardedRule, 0, 0, 0, 0]))).code).toBe('tlv-invalid');
    const padded = ruleBytes({ extra: [] });
    const dirty = encodeTlvLevel(
      ...[u32(0x59, 1), encodeTlvText(0x1002, 'abc')].map((element, i) => {
        if (i === 1) element[7] = 1;
        return element;
      }),
    );
    expect(padded.length % 4).toBe(0);
    expect(refusal(() => readRuleTlv(dirty)).cause).toMatchObject({ code: 'padding-not-zero' });
    expect(refusal(() => readRuleTlv(new Uint8Array())).code).toBe('tlv-invalid');
  });

  it('half an element behind the last, as a fault of the whole and not of the last approver', () => {
    expect(refused(() => readRuleTlv(ruleBytes({ extra: [new Uint8Array(2)] })))).toEqual(['tlv-invalid', '']);
  });

  it('rules in another order, missing, twice, or unknown elements behind them', () => {
    const rules = [0x104e, 0x104f, 0x1050, 0x1051].map((type) => encodeTlvContainer(type, u32(0x59, 0)));
    const [use, block, unblock, modify] = rules as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const read = (...elements: Uint8Array[]): [string, string] =>
      refused(() => readPolicyTlv(encodeTlvLevel(...elements)));
    expect(read(block, use, unblock, modify)).toEqual(['tlv-invalid', 'use']);
    expect(read(use, block, modify, unblock)).toEqual(['tlv-invalid', 'unblock']);
    expect(read(use, block, unblock)).toEqual(['tlv-invalid', 'modify']);
    expect(read(use, use, block, unblock, modify)).toEqual(['tlv-invalid', 'block']);
    expect(read(use, block, unblock, modify, modify)).toEqual(['tlv-invalid', '']);
    expect(read()).toEqual(['tlv-invalid', 'use']);
  });

  it('a key that is none, and says which', () => {
    const bytes = ruleBytes({});
    bytes[bytes.length - 5] = (bytes[bytes.length - 5] as number) ^ 1;
    expect(refused(() => readRuleTlv(bytes))).toEqual(['key-invalid', 'tokens[0].groups[0].approvers[0]']);
  });
});

describe('certificates', () => {
  const der = certificate(key, 'Anna');
  const certified = rule([token({ groups: [group({ quorum: 1, approvers: [certificateApprover(der)] })] })]);
  const place = 'tokens[0].groups[0].approvers[0]';

  it('are neither written nor read unless the caller accepts a guess', () => {
    expect(refused(() => writeRuleTlv(certified))).toEqual(['certificate-element-unknown', place]);
    expect(refused(() => writeRuleTlv(certified, { certificateElement: 'refuse' }))[0]).toBe(
      'certificate-element-unknown',
    );
    const bytes = writeRuleTlv(certified, guessed);
    expect(refused(() => readRuleTlv(bytes))).toEqual(['certificate-element-unknown', place]);
    expect(readRuleTlv(bytes, guessed)).toEqual(certified);
    expect(refusal(() => readRuleTlv(bytes)).message).toContain('not published');
  });

  it('are broken certificates even so', () => {
    const approvers = [u32(0x59, 1), u32(0x55, 0), u32(0x55, 0), u32(0x5a, 1), u32(0x5b, 1), u32(0x03, 1)];
    const bytes = encodeTlvLevel(...approvers, encodeTlv(0x1053, key));
    expect(refused(() => readRuleTlv(bytes, guessed))).toEqual(['certificate-invalid', place]);
  });
});

describe('writing refuses', () => {
  const withToken = (changes: Partial<Token>): Rule => ({
    tokens: [{ name: null, timelock: 0, timeout: 0, groups: [one], ...changes }],
  });
  const withGroup = (changes: Partial<Group>): Rule => withToken({ groups: [{ ...one, ...changes }] });

  it.each([
    ['a null rule', null, 'unresolved', ''],
    ['null tokens', { tokens: null }, 'unresolved', ''],
    ['null groups', withToken({ groups: null }), 'unresolved', 'tokens[0]'],
    ['half a minute', withToken({ timelock: 30 }), 'time-not-whole-minutes', 'tokens[0].timelock'],
    ['a minute and a second', withToken({ timeout: 61 }), 'time-not-whole-minutes', 'tokens[0].timeout'],
    ['a negative time', withToken({ timeout: -60 }), 'time-invalid', 'tokens[0].timeout'],
    ['a time that is no number', withToken({ timelock: Number.NaN }), 'time-invalid', 'tokens[0].timelock'],
    ['a time beyond u32', withToken({ timeout: 0x1_0000_0000 * 60 }), 'number-too-large', 'tokens[0].timeout'],
    ['a quorum beyond u32', withGroup({ quorum: 0x1_0000_0000 }), 'number-too-large', 'tokens[0].groups[0].quorum'],
    ['a quorum of a half', withGroup({ quorum: 0.5 }), 'quorum-invalid', 'tokens[0].groups[0].quorum'],
    ['a name with half a character', withToken({ name: '\ud800' }), 'name-invalid', 'tokens[0].name'],
    [
      'a name of a group with half a character',
      withGroup({ name: '\udc00' }),
      'name-invalid',
      'tokens[0].groups[0].name',
    ],
    ['a name of 64 KiB', withToken({ name: 'x'.repeat(65_536) }), 'size-exceeded', ''],
    [
      'an onboarded approver',
      withGroup({ approvers: [onboardedApprover('anna')] }),
      'approver-not-encodable',
      'tokens[0].groups[0].approvers[0]',
    ],
  ] as const)('%s', (_, it, code, path) => {
    expect(refused(() => writeRuleTlv(it))).toEqual([code, path]);
  });

  it('a policy with a null rule points to resolvePolicy, which mends it', () => {
    const open: Policy = { rules: { ...sound.rules, block: null }, blocked: null };
    expect(refused(() => writePolicyTlv(open))).toEqual(['unresolved', 'block']);
    expect(refusal(() => writePolicyTlv(open)).message).toContain('`resolvePolicy`');
    expect(readPolicyTlv(writePolicyTlv(resolvePolicy(open))).rules.block).toEqual(unguarded());
  });

  it('the largest time and rule, and not one more', () => {
    const longest = withToken({ timeout: 0xffff_ffff * 60 });
    expect(readRuleTlv(writeRuleTlv(longest))).toEqual(longest);
    const named = (length: number): Rule => ({
      tokens: [{ name: 'x'.repeat(length), timelock: 0, timeout: 0, groups: [] }],
    });
    // 4 length word, 8 count, 4 header of the name, 24 the rest of the token
    expect(writeRuleTlv(named(65_532 - 40)).length).toBe(65_532);
    expect(refusal(() => writeRuleTlv(named(65_532 - 40 + 1)))).toMatchObject({
      code: 'size-exceeded',
      actual: '65536 bytes',
      limit: 65_535,
    });
  });

  it('a rule that fits in a policy that does not', () => {
    const half: Rule = { tokens: [{ name: 'x'.repeat(30_000), timelock: 0, timeout: 0, groups: [] }] };
    const nobody = never();
    const both = (block: Rule): Policy => ({
      rules: { use: half, block, unblock: nobody, modify: nobody },
      blocked: null,
    });
    expect(readPolicyTlv(writePolicyTlv(both(half)))).toEqual(both(half));
    const three: Policy = { rules: { use: half, block: half, unblock: half, modify: nobody }, blocked: null };
    expect(refused(() => writePolicyTlv(three))).toEqual(['size-exceeded', '']);
    const wide: Rule = { tokens: [{ name: 'x'.repeat(65_536), timelock: 0, timeout: 0, groups: [] }] };
    expect(refused(() => writePolicyTlv(both(wide)))).toEqual(['size-exceeded', 'block']);
  });
});
