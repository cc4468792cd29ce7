import { extension, pathExtension } from '@quorate/certificates';
import { parseCertificate } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { Budget } from '../../src/budget.ts';
import { Member } from '../../src/path/member.ts';
import { Signatures } from '../../src/path/signatures.ts';
import { type AnchorChecks, anchorOfCertificate } from '../../src/path/trust-anchor.ts';
import { validatePath } from '../../src/path/validate.ts';
import { anchor, ca, caExtensions, leaf, NOW } from './support/pki.ts';
import { fakePlatform } from './support/platforms.ts';

/**
 * The algorithm of 6.1 alone, on a path as it is given. The search leaves out most of what would fail here before it
 * comes to this, so each rule must hold here by itself too.
 */
const ROOT = anchor('root', 1);
const memberOf = (der: Uint8Array): Member => new Member(parseCertificate(der));

function judge(path: readonly Uint8Array[], checks: AnchorChecks = {}, root: Uint8Array = ROOT, maxDepth = 100) {
  const budget = new Budget();
  const settings = {
    time: NOW,
    policy: {},
    maxDepth,
    budget,
    signatures: new Signatures(budget, { platform: fakePlatform }),
  };
  const validation = validatePath(anchorOfCertificate(memberOf(root), checks, NOW), path.map(memberOf), settings);
  return validation.valid ? 'valid' : `${validation.fault.id} ${validation.at.name}`;
}

const A = ca('a', 2, 'root', 1);
const B = ca('b', 3, 'a', 2);
const LEAF = leaf('b', 3);

describe('6.1, without a search', () => {
  test('root, a, b, leaf is a path', () => {
    expect(judge([A, B, LEAF])).toBe('valid');
  });

  test.each<[string, readonly Uint8Array[], string]>([
    ['a name that does not chain at the anchor', [ca('a', 2, 'other', 1), B, LEAF], 'path.name-chaining CN=a'],
    ['a name that does not chain below', [A, ca('b', 3, 'other', 2), LEAF], 'path.name-chaining CN=b'],
    ['a target that names another', [A, B, leaf('a', 3)], 'path.name-chaining CN=leaf'],
    ['a signature by another key', [A, ca('b', 3, 'a', 7), LEAF], 'path.signature CN=b'],
    ['the certificates in the wrong order', [B, A, LEAF], 'path.name-chaining CN=b'],
    ['a CA twice', [A, A, B, LEAF], 'path.name-chaining CN=a'],
    ['a CA that is expired', [ca('a', 2, 'root', 1, { to: NOW - 1 }), B, LEAF], 'path.expired CN=a'],
    ['a CA that is not yet valid', [A, ca('b', 3, 'a', 2, { from: NOW + 1 }), LEAF], 'path.not-yet-valid CN=b'],
    ['a target that is expired', [A, B, leaf('b', 3, { to: NOW - 1 })], 'path.expired CN=leaf'],
    ['a CA that is none', [A, ca('b', 3, 'a', 2, { extensions: [] }), LEAF], 'path.not-a-ca CN=b'],
    [
      'a CA that may not sign',
      [A, ca('b', 3, 'a', 2, { extensions: [extension.basicConstraints(true, null), extension.keyUsage([6])] }), LEAF],
      'path.key-usage CN=b',
    ],
    [
      'what is unknown in a CA',
      [ca('a', 2, 'root', 1, { plus: [pathExtension.unknown(true)] }), B, LEAF],
      'path.unknown-critical-extension CN=a',
    ],
    [
      'what is unknown in the target',
      [A, B, leaf('b', 3, { extensions: [pathExtension.unknown(true)] })],
      'path.unknown-critical-extension CN=leaf',
    ],
    [
      'what cannot be read',
      [A, B, leaf('b', 3, { extensions: [{ oid: '2.5.29.17', value: Uint8Array.of() }] })],
      'path.extension-malformed CN=leaf',
    ],
    ['one more than pathLen', [ca('a', 2, 'root', 1, { pathLen: 0 }), B, LEAF], 'path.length CN=b'],
    [
      'a pathLen that only a lower one makes too small',
      [A, ca('b', 3, 'a', 2, { pathLen: 0 }), ca('c', 4, 'b', 3), leaf('c', 4)],
      'path.length CN=c',
    ],
    [
      'a lower pathLen that does not make a higher one larger',
      [ca('a', 2, 'root', 1, { pathLen: 1 }), ca('b', 3, 'a', 2, { pathLen: 9 }), ca('c', 4, 'b', 3), leaf('c', 4)],
      'path.length CN=c',
    ],
    [
      'a self-issued CA under pathLen 0',
      [ca('a', 2, 'root', 1, { pathLen: 0 }), ca('a', 3, 'a', 2), leaf('a', 3)],
      'valid',
    ],
  ])('%s', (_, path, expected) => {
    expect(judge(path)).toBe(expected);
  });

  test.each([
    [0, 'path.length CN=a'],
    [1, 'path.length CN=b'],
    [2, 'valid'],
  ] as const)('max_path_length starts at %i, as asked or by the anchor', (length, expected) => {
    expect(judge([A, B, LEAF], {}, ROOT, length)).toBe(expected);
    const bound = anchor('root', 1, { extensions: caExtensions(length) });
    expect(judge([A, B, LEAF], { constraints: true }, bound)).toBe(expected);
    expect(judge([A, B, LEAF], {}, bound)).toBe('valid');
  });
});
