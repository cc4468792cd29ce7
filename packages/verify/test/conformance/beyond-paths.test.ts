import { type ExtensionParts, extension, nameOf, pathExtension } from '@quorate/certificates';
import { encodeBitString, encodeElement, encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import type { PathReport, PathRequest } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { anchor, ask, ca, caExtensions, fake, leaf, NOW } from '../path/support/pki.ts';

/**
 * Paths of the kinds that PKITS, x509-limbo, BetterTLS and BoringSSL try and of which the parts of them that are here have
 * few or none. The rules are those of RFC 5280, 4.2 and 6.1.
 */

const DAY = 86_400;
const root = anchor('root', 0);

const found = ({ path }: PathReport): string[] => path.map(({ subject }) => subject.replace('CN=', ''));
const broke = ({ findings }: PathReport): string | undefined => findings.find(({ outcome }) => outcome === 'fail')?.id;
/** The path as names, or what broke it. */
const answer = (request: Omit<PathRequest, 'time'> & { time?: number }): string => {
  const report = ask(request);
  return report.path.length > 0 && broke(report) === undefined
    ? found(report).join(' < ')
    : (broke(report) ?? report.verdict);
};

describe('certificates that certify each other', () => {
  /** A, B and C certify one another; A is a root as well, and certifies A1, which issued the target (CVE-2024-0567). */
  const names = ['A', 'B', 'C'];
  const mesh = names.flatMap((subject, key) =>
    names.flatMap((issuer, by) => (key === by ? [] : [ca(subject, key + 10, issuer, by + 10)])),
  );
  const below = [ca('A1', 20, 'A', 10), ca('B1', 21, 'B', 11), ca('C1', 22, 'C', 12)];

  test('do not hide that one of them is trusted', () => {
    const request = { anchors: [anchor('A', 10)], intermediates: [...mesh, ...below], target: leaf('A1', 20) };
    expect(answer(request)).toBe('leaf < A1 < A');
    expect(answer({ ...request, target: leaf('C1', 22) })).toBe('leaf < C1 < C < A');
  });
  test('end nowhere when none is trusted, with few steps', () => {
    const report = ask({ anchors: [root], intermediates: [...mesh, ...below], target: leaf('A1', 20) });
    expect([report.verdict, report.path]).toEqual(['fail', []]);
    expect(report.spent.signatureChecks).toBeLessThan(20);
  });
  test('end nowhere when they have one name and two keys', () => {
    const intermediates = [ca('ICA', 10, 'ICA', 11), ca('ICA', 11, 'ICA', 10)];
    const report = ask({ anchors: [root], intermediates, target: leaf('ICA', 10) });
    expect([report.verdict, report.path]).toEqual(['fail', []]);
    expect(report.spent.signatureChecks).toBeLessThan(5);
  });
});

describe('which path is found', () => {
  test('does not need the root that was given as an intermediate', () => {
    const middle = ca('middle', 1, 'root', 0);
    expect(answer({ anchors: [middle], intermediates: [root], target: leaf('middle', 1) })).toBe('leaf < middle');
  });
  test('goes around a CA that has expired, with the same name and key', () => {
    const intermediates = [
      ca('middle', 1, 'other', 2, { to: NOW - 1 }),
      ca('middle', 1, 'root', 0),
      ca('root', 0, 'other', 2, { to: NOW - 1 }),
    ];
    const request = { intermediates, target: leaf('middle', 1) };
    expect(answer({ ...request, anchors: [root, anchor('other', 2)] })).toBe('leaf < middle < root');
    expect(answer({ ...request, anchors: [anchor('other', 2)] })).toBe('path.expired');
  });
  // What BetterTLS asks of path building: one of two ways is broken, whichever.
  const BROKEN: readonly (readonly [string, Parameters<typeof ca>[4]])[] = [
    ['expired', { to: NOW - DAY }],
    ['not yet valid', { from: NOW + DAY }],
    ['no CA', { extensions: [extension.basicConstraints(false, null)] }],
    ['without basicConstraints', { extensions: [extension.keyUsage([5])] }],
    ['of version 1', { version: null, extensions: [] }],
    ['without keyCertSign', { extensions: [extension.basicConstraints(true, null), extension.keyUsage([6])] }],
    ['with an unknown critical extension', { plus: [pathExtension.unknown(true)] }],
    [
      'with constraints that exclude the target',
      { plus: [pathExtension.nameConstraints([], [encodeElement(0xa4, nameOf(['2.5.4.3', 'leaf']))])] },
    ],
    ['signed by another key', { by: 7 }],
    ['with a malformed extension', { plus: [{ oid: '2.5.29.36', critical: true, value: Uint8Array.of(0x30, 0) }] }],
    ['with a length that is too short for what is below', { pathLen: 0 }],
  ];
  test.each(BROKEN)('is the one without a CA that is %s', (_, parts) => {
    const one = (name: string, more: Parameters<typeof ca>[4]): Uint8Array => ca('upper', 1, name, 0, more);
    const lower = ca('lower', 3, 'upper', 1);
    const target = leaf('lower', 3);
    const request = { anchors: [anchor('r1', 0), anchor('r2', 0)], target };
    expect(answer({ ...request, intermediates: [lower, one('r1', parts), one('r2', {})] })).toBe(
      'leaf < lower < upper < r2',
    );
    expect(answer({ ...request, intermediates: [lower, one('r1', {}), one('r2', parts)] })).toBe(
      'leaf < lower < upper < r1',
    );
    expect(ask({ ...request, intermediates: [lower, one('r1', parts), one('r2', parts)] }).path).toEqual([]);
  });
});

describe('time', () => {
  const [from, to] = [NOW, NOW + DAY];
  const request = {
    anchors: [root],
    intermediates: [ca('middle', 1, 'root', 0, { from, to })],
    target: leaf('middle', 1, { from, to }),
  };
  test.each([
    ['the second of notBefore', from, 'leaf < middle < root'],
    ['the second of notAfter', to, 'leaf < middle < root'],
    ['the second before', from - 1, 'path.not-yet-valid'],
    ['the second after', to + 1, 'path.expired'],
  ])('%s', (_, time, expected) => {
    expect(answer({ ...request, time })).toBe(expected);
  });
});

describe('the target', () => {
  test.each<readonly [string, readonly ExtensionParts[], string]>([
    ['may be a CA', caExtensions(), 'leaf < root'],
    ['may have a length and be no CA', [extension.basicConstraints(false, 0)], 'leaf < root'],
    ['may have keyCertSign and be no CA', [extension.keyUsage([5])], 'leaf < root'],
    ['may not have extKeyUsage without a purpose', [extension.extKeyUsage([])], 'path.extension-malformed'],
    [
      'may not have keyUsage without a usage',
      [{ oid: '2.5.29.15', value: Uint8Array.of(3, 1, 0) }],
      'path.extension-malformed',
    ],
    ['may not have subjectAltName without a name', [pathExtension.subjectAltNames([])], 'path.extension-malformed'],
    ['may not have an unknown critical extension', [pathExtension.unknown(true)], 'path.unknown-critical-extension'],
    ['may have an unknown extension', [pathExtension.unknown(false)], 'leaf < root'],
    ['may not have an extension twice', [extension.keyUsage([0]), extension.keyUsage([0])], 'path.malformed'],
    [
      'may have name constraints, which then bind nobody',
      [pathExtension.nameConstraints([encodeElement(0x82)])],
      'leaf < root',
    ],
  ])('%s', (_, extensions, expected) => {
    expect(answer({ anchors: [root], target: leaf('root', 0, { extensions }) })).toBe(expected);
  });
});

describe('a CA', () => {
  const below = (parts: Parameters<typeof ca>[4]): string =>
    answer({ anchors: [root], intermediates: [ca('middle', 1, 'root', 0, parts)], target: leaf('middle', 1) });

  test('may have an RSA key that is none only if nobody needs it', () => {
    const spki = encodeSequence(
      encodeSequence(encodeOid('1.2.840.113549.1.1.1'), encodeNull()),
      encodeBitString(new Uint8Array(0)),
    );
    expect(below({ spki })).toBe('path.key-refused');
    const bad = ca('other', 1, 'root', 0, { spki });
    const request = { anchors: [root], intermediates: [bad, ca('middle', 1, 'root', 0)], target: leaf('middle', 1) };
    expect(answer(request)).toBe('leaf < middle < root');
  });
  test('may write policyConstraints that are not critical: they bind', () => {
    const plus = [{ ...pathExtension.policyConstraints(0), critical: false }];
    expect(below({ plus })).toBe('path.policies');
    expect(below({ plus: [{ ...pathExtension.policyConstraints(null, 0), critical: false }] })).toBe(
      'leaf < middle < root',
    );
  });
  test('may write name constraints that are not critical: they bind', () => {
    const names = [encodeElement(0xa4, nameOf(['2.5.4.3', 'leaf']))];
    expect(below({ plus: [pathExtension.nameConstraints([], names, false)] })).toBe('path.name-constraints');
  });
  test.each([
    ['a minimum other than 0', encodeElement(0x80, Uint8Array.of(1))],
    ['a maximum', encodeElement(0x81, Uint8Array.of(5))],
  ])('may not write subtrees with %s, which nobody can apply', (_, bound) => {
    const subtree = encodeSequence(encodeElement(0x82, new TextEncoder().encode('example.com')), bound);
    const value = encodeSequence(encodeElement(0xa0, subtree));
    expect(below({ plus: [{ oid: '2.5.29.30', critical: true, value }] })).not.toContain('<');
  });
});

describe('the purposes of CAs', () => {
  const [server, client, any] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '2.5.29.37.0'];
  const purposes = (...oids: readonly string[]): ExtensionParts[] => [extension.extKeyUsage(oids)];
  const request = (middle: readonly ExtensionParts[], top: readonly ExtensionParts[] = []) => ({
    anchors: [anchor('root', 0, { extensions: [...caExtensions(), ...top] })],
    intermediates: [ca('middle', 1, 'root', 0, { plus: middle })],
    target: leaf('middle', 1, { extensions: purposes(server) }),
    purpose: server,
  });
  test('do not bind the target, unless they are asked to', () => {
    expect(answer(request(purposes(client)))).toBe('leaf < middle < root');
    const nestedPurpose = true;
    expect(answer({ ...request(purposes(client)), nestedPurpose })).toBe('path.purpose');
    expect(answer({ ...request(purposes(client, server)), nestedPurpose })).toBe('leaf < middle < root');
    expect(answer({ ...request(purposes(any)), nestedPurpose })).toBe('leaf < middle < root');
    expect(answer({ ...request([]), nestedPurpose })).toBe('leaf < middle < root');
  });
  test('bind from an anchor whose own constraints were asked for as well', () => {
    const nested = { ...request([], purposes(client)), nestedPurpose: true };
    expect(answer(nested)).toBe('leaf < middle < root');
    expect(answer({ ...nested, anchorChecks: { constraints: true } })).toBe('path.purpose');
    expect(answer({ ...nested, anchorChecks: { constraints: true }, nestedPurpose: false })).toBe(
      'leaf < middle < root',
    );
    const good = { ...request([], purposes(server)), nestedPurpose: true, anchorChecks: { constraints: true } };
    expect(answer(good)).toBe('leaf < middle < root');
  });
});

describe('key rollover, as in PKITS 4.5', () => {
  test('self-issued certificates link the keys of a CA, and count for no length', () => {
    const oldWithNew = ca('CA', 1, 'CA', 2);
    const newWithOld = ca('CA', 2, 'CA', 1);
    const issued = ca('CA', 1, 'root', 0, { pathLen: 0 });
    const intermediates = [issued, newWithOld, oldWithNew];
    expect(answer({ anchors: [root], intermediates, target: leaf('CA', 2) })).toBe('leaf < CA < CA < root');
    expect(answer({ anchors: [root], intermediates, target: leaf('CA', 1) })).toBe('leaf < CA < root');
    expect(answer({ anchors: [root], intermediates, target: leaf('CA', 3) })).toBe('path.signature');
    const sub = ca('sub', 4, 'CA', 2);
    expect(answer({ anchors: [root], intermediates: [...intermediates, sub], target: leaf('sub', 4) })).toBe(
      'path.length',
    );
  });
  test('a target that is self-issued is checked like any other', () => {
    const plus = [pathExtension.nameConstraints([encodeElement(0xa4, nameOf(['2.5.4.3', 'elsewhere']))])];
    const middle = ca('CA', 1, 'root', 0, { plus });
    const target = fake({ subject: 'CA', issuer: 'CA', key: 2, by: 1 });
    expect(answer({ anchors: [root], intermediates: [middle], target })).toBe('path.name-constraints');
  });
});
