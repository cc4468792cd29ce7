import { createHash } from 'node:crypto';
import { DerReader, encodeSequence } from '@quorate/der';
import { type Policy, unguarded } from '@quorate/policy';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { parseCertificate, parseCertificationRequest } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { type ApprovalToken, decodeToken, encodeToken, tokenNotices } from '../src/index.ts';
import { modify, sign } from './support/trace.ts';

const use = decodeToken(sign.token);
const change = decodeToken(modify.token);
const policy = change.policy as Policy;
const told = (token: ApprovalToken): string[] => tokenNotices(token).map(({ id, outcome }) => `${outcome} ${id}`);

describe('the policy that a modify token would put in force', () => {
  const withUse = (rule: Policy['rules']['use']): ApprovalToken => ({
    ...change,
    policy: { ...policy, rules: { ...policy.rules, use: rule } },
  });

  test('by which everybody may use the key is a warning to the approver', () => {
    for (const rule of [null, unguarded()]) {
      const [notice, ...rest] = tokenNotices(withUse(rule));
      expect(notice).toMatchObject({ id: 'policy.guarded', outcome: 'warn', where: 'policy, use' });
      expect(notice?.message).toMatch(/^the new policy: everybody who reaches the HSM may use the key/);
      expect(rest.every(({ id, outcome }) => id.startsWith('policy.') && outcome === 'warn')).toBe(true);
    }
  });

  test('that is sound is not spoken of, nor is the real one', () => {
    expect(told(change)).toEqual([]);
  });

  test('survives the bytes: what is written and read again is warned of', () => {
    const token = withUse(unguarded());
    expect(told(decodeToken(encodeToken({ ...token, timestamp: null })))).toContain('warn policy.guarded');
  });
});

describe('labels and names', () => {
  test('with characters that cannot be seen, or that turn the line around, are a warning', () => {
    for (const label of ['a\u0000', 'a\u001b[2J', 'a\u202eb', 'a\u200bb']) {
      expect(told({ ...use, keyLabel: label })).toEqual(['warn approval.treacherous-text']);
      const { timestamp } = use;
      if (timestamp === null) throw new Error('there is one');
      expect(told({ ...use, timestamp: { ...timestamp, keyLabel: label } })).toEqual([
        'warn approval.treacherous-text',
      ]);
    }
    expect(told({ ...use, keyLabel: 'Schlüssel 🔑' })).toEqual([]);
  });

  test('inside a policy are looked at too: token, group, approver', () => {
    const bent = (text: string): Policy => {
      const token = policy.rules.use?.tokens?.[0];
      const group = token?.groups?.[0];
      const approver = group?.approvers[0];
      if (token === undefined || group === undefined || approver === undefined) throw new Error('there are some');
      const named = { ...group, name: text, approvers: [{ ...approver, name: text }, ...group.approvers.slice(1)] };
      return {
        ...policy,
        rules: { ...policy.rules, use: { tokens: [{ ...token, name: text, groups: [named] }] } },
      };
    };
    const notices = tokenNotices({ ...change, policy: bent('x\u0007') }).filter(({ id }) => id.startsWith('approval.'));
    expect(notices.map(({ where }) => where)).toEqual([
      'policy, use.tokens[0].name',
      'policy, use.tokens[0].groups[0].name',
      'policy, use.tokens[0].groups[0].approvers[0].name',
    ]);
    expect(notices.every(({ message }) => !message.includes('\u0007'))).toBe(true);
  });
});

describe('a payload that looks like a certificate to be signed', () => {
  const { tbs } = parseCertificate(issuedCertificate);
  const { info } = parseCertificationRequest(issuedCsr);
  const MALFORMED = ['warn approval.payload-malformed-certificate'];
  const of = (payload: Uint8Array): string[] => told({ ...use, payload });
  const contentOf = (der: Uint8Array): Uint8Array => {
    const reader = DerReader.of(der);
    const { content } = reader.element();
    return der.subarray(content);
  };

  test('and is one, or a CSR, whole or before its signature, is not spoken of', () => {
    for (const payload of [tbs, info, issuedCertificate, issuedCsr]) expect(of(payload)).toEqual([]);
  });

  test('and cannot be read strictly is a warning not to sign: something behind it, cut, another form of length', () => {
    for (const good of [tbs, info, issuedCertificate, issuedCsr]) {
      const content = contentOf(good);
      const indefinite = Uint8Array.of(0x30, 0x80, ...content, 0, 0);
      const long = Uint8Array.of(0x30, 0x83, 0, content.length >> 8, content.length & 255, ...content);
      for (const bent of [Uint8Array.of(...good, 0), good.subarray(0, good.length - 1), indefinite, long]) {
        expect(of(bent)).toEqual(MALFORMED);
      }
    }
    const [notice] = tokenNotices({ ...use, payload: Uint8Array.of(...tbs, 0) });
    expect(notice?.message).toMatch(/^the payload looks like .*cannot be read strictly \(.+\): do not sign$/);
  });

  test('with an extension that is malformed is one too', () => {
    const at = indexOf(tbs, Uint8Array.of(0x06, 0x03, 0x55, 0x1d, 0x23));
    const bent = tbs.slice();
    bent[at + 7] = 0x31;
    expect(of(bent)).toEqual(MALFORMED);
  });

  test('every other payload is left alone: text, digests, CRLs, keys, nothing', () => {
    const digest = Uint8Array.from(createHash('sha256').update('x').digest());
    const [integer, sequence] = [Uint8Array.of(2, 1, 1), encodeSequence(Uint8Array.of(6, 1, 42))];
    const time = Uint8Array.of(0x17, 13, ...new TextEncoder().encode('240101000000Z'));
    const crl = encodeSequence(integer, sequence, encodeSequence(), time, time);
    const pkcs8 = encodeSequence(Uint8Array.of(2, 1, 0), sequence, Uint8Array.of(4, 1, 0));
    const digestInfo = encodeSequence(sequence, Uint8Array.of(4, 32, ...digest));
    for (const payload of [
      new Uint8Array(),
      digest,
      crl,
      pkcs8,
      digestInfo,
      Uint8Array.of(0x30),
      Uint8Array.of(0x30, 0),
    ]) {
      expect(of(payload)).toEqual([]);
    }
    for (const text of ['Halloasd', '0\u0080', '00000000']) expect(of(new TextEncoder().encode(text))).toEqual([]);
  });

  test('in a token of another operation is left alone', () => {
    expect(told({ ...use, operation: 'block', payload: Uint8Array.of(...tbs, 0) })).not.toContain(MALFORMED[0]);
  });
});

function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  const at = Buffer.from(bytes).indexOf(Buffer.from(part));
  if (at < 0) throw new Error('not there');
  return at;
}
