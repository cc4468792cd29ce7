import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificateApprover,
  comparePolicies,
  type Group,
  onboardedApprover,
  type Policy,
  publicKeyApprover,
  type Rule,
  samePolicy,
  type Token,
} from '../src/index.ts';
import { jsonCarries, policy } from './arbitrary.ts';
import { certificate, compressed, keys } from './keys.ts';

const [anna, ben] = keys.slice(2, 4).map((key, i) => publicKeyApprover(key, ['Anna', 'Ben'][i])) as [
  Group['approvers'][0],
  Group['approvers'][0],
];
const officers: Group = { name: 'officers', quorum: 1, approvers: [anna, ben] };
const day: Token = { name: 'day', timelock: 0, timeout: 600, groups: [officers] };
const rule: Rule = { tokens: [day] };
const sound: Policy = { rules: { use: rule, block: rule, unblock: rule, modify: rule }, blocked: false };
const withRule = (block: Rule): Policy => ({ ...sound, rules: { ...sound.rules, block } });
const withToken = (changes: Partial<Token>): Policy => withRule({ tokens: [{ ...day, ...changes }] });
const withGroup = (changes: Partial<Group>): Policy => withToken({ groups: [{ ...officers, ...changes }] });
const only = (...approvers: Group['approvers']): Policy => withGroup({ approvers });

const at = 'block.tokens[0]';
const inside = `${at}.groups[0]`;

describe('comparing policies', () => {
  it('finds nothing between a policy and itself, and the same places either way round', () => {
    fc.assert(
      fc.property(policy(jsonCarries), policy(jsonCarries), (a, b) => {
        expect(comparePolicies(a, structuredClone(a))).toEqual([]);
        const there = comparePolicies(a, b);
        const back = comparePolicies(b, a);
        expect(back).toEqual(there.map((it) => ({ ...it, expected: it.actual, actual: it.expected })));
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, Policy, string, 'name' | 'content', string, string]>([
    ['a key status', { ...sound, blocked: true }, 'blocked', 'content', 'false', 'true'],
    ['a number of tokens', withRule({ tokens: [day, day] }), 'block.tokens', 'content', '1', '2'],
    ['a rule that became null', withRule(null), `${at}.name`, 'name', '`day`', 'no name'],
    ['a rule for nobody', withRule({ tokens: null }), 'block.tokens', 'content', '1', '0'],
    ['a timelock', withToken({ timelock: 60 }), `${at}.timelock`, 'content', '0 s', '60 s'],
    ['a timeout', withToken({ timeout: 0 }), `${at}.timeout`, 'content', '600 s', '0 s'],
    ['no groups', withToken({ groups: null }), `${at}.groups`, 'content', '1', '0'],
    ['a name of a token', withToken({ name: 'night' }), `${at}.name`, 'name', '`day`', '`night`'],
    ['an empty name of a group', withGroup({ name: '' }), `${inside}.name`, 'name', '`officers`', '``'],
    ['a quorum', withGroup({ quorum: 2 }), `${inside}.quorum`, 'content', '1', '2'],
    ['a number of approvers', only(anna), `${inside}.approvers`, 'content', '2', '1'],
    [
      'a name of an approver',
      only({ ...anna, name: 'Eve' } as typeof anna, ben),
      `${inside}.approvers[0].name`,
      'name',
      '`Anna`',
      '`Eve`',
    ],
  ])('finds %s', (_, other, path, kind, expected, actual) => {
    expect(comparePolicies(sound, other)[0]).toEqual({ path, kind, expected, actual });
    expect(samePolicy(sound, other)).toBe(false);
  });

  it('names both of two approvers that changed places', () => {
    const paths = comparePolicies(sound, only(ben, anna)).map((it) => it.path);
    expect(paths).toEqual(
      [0, 1].flatMap((i) => [`${inside}.approvers[${i}].name`, `${inside}.approvers[${i}].identity`]),
    );
  });

  it('takes a null rule for the empty token that the broker makes of it, and null for absent lists', () => {
    const empty: Token = { name: null, timelock: 0, timeout: 0, groups: [] };
    expect(samePolicy(withRule(null), withRule({ tokens: [empty] }))).toBe(true);
    expect(samePolicy(withRule({ tokens: null }), withRule({ tokens: [] }))).toBe(true);
    expect(samePolicy(withToken({ groups: null }), withToken({ groups: [] }))).toBe(true);
    expect(samePolicy(withRule(null), withRule({ tokens: [] }))).toBe(false);
  });

  it('leaves a key status aside that one of them does not have', () => {
    expect(samePolicy(sound, { ...sound, blocked: null })).toBe(true);
    expect(samePolicy({ ...sound, blocked: null }, { ...sound, blocked: true })).toBe(true);
  });

  it('takes one key in two encodings for one, a key and its certificate for two', () => {
    const key = keys[2] as Uint8Array;
    const short = publicKeyApprover(compressed(key), 'Anna');
    expect(samePolicy(only(anna), only(short))).toBe(true);
    const inCertificate = certificateApprover(certificate(key, 'Anna'));
    expect(comparePolicies(only(anna), only(inCertificate)).map((it) => it.path)).toEqual([
      `${inside}.approvers[0].type`,
    ]);
    const renewed = certificateApprover(certificate(key, 'Anna', 2n));
    expect(comparePolicies(only(inCertificate), only(renewed)).map((it) => it.path)).toEqual([
      `${inside}.approvers[0].certificate`,
    ]);
  });

  it("gives a certificate without a name its common name, as the HSM's answer will have it", () => {
    const key = keys[2] as Uint8Array;
    const asked = certificateApprover(certificate(key, 'Anna'));
    const answered = certificateApprover(certificate(key, 'Anna'), 'Anna');
    expect(samePolicy(only(asked), only(answered))).toBe(true);
    const eve = certificateApprover(certificate(key, 'Anna'), 'Eve');
    expect(samePolicy(only(asked), only(eve))).toBe(false);
  });

  it('never takes an onboarded approver for a known one', () => {
    const anyone = onboardedApprover('Anna');
    expect(samePolicy(only(anyone), only(onboardedApprover('Anna')))).toBe(true);
    expect(samePolicy(only(anyone), only(onboardedApprover('anna')))).toBe(false);
    expect(samePolicy(only(anyone), only(anna))).toBe(false);
  });

  it('tells no policy from every policy', () => {
    expect(comparePolicies(null, null)).toEqual([]);
    expect(comparePolicies(null, sound)).toEqual([
      { path: '', kind: 'content', expected: 'no policy', actual: 'a policy' },
    ]);
    expect(samePolicy(sound, null)).toBe(false);
  });
});
