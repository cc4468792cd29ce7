import { createHash } from 'node:crypto';
import { extension } from '@quorate/certificates';
import type { PathReport, PathRequest } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { crlOf } from './support/crl.ts';
import { anchor, anchorKey, ask, ca, caExtensions, leaf, NOW } from './support/pki.ts';

/** A root, a CA, a CA below it, a target; each can be made with a fault. */
const ROOT = anchor('root', 1);
const UPPER = ca('upper', 2, 'root', 1, { serial: 2 });
const LOWER = ca('lower', 3, 'upper', 2, { serial: 3 });
const TARGET = leaf('lower', 3, { serial: 4 });
const OVER = { from: NOW - 2000, to: NOW - 1000 };

interface Chain {
  readonly upper?: Uint8Array;
  readonly lower?: Uint8Array;
  readonly target?: Uint8Array;
}

const judge = (chain: Chain, more: Partial<PathRequest> = {}): PathReport =>
  ask({
    target: chain.target ?? TARGET,
    intermediates: [chain.lower ?? LOWER, chain.upper ?? UPPER],
    anchors: [ROOT],
    ...more,
  });

const sha256 = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

/** The certificate that the first broken path broke at, by its name; it is one of that path. */
function brokenAt(report: PathReport): string {
  const [first] = report.broken;
  if (first === undefined) throw new Error('nothing broke');
  expect(first.path.map(({ sha256: mark }) => mark)).toContain(first.at.sha256);
  expect(first.path.find(({ sha256: mark }) => mark === first.at.sha256)?.subject).toBe(first.at.subject);
  return `${first.at.subject}, ${first.finding.id}`;
}

describe('where a path broke', () => {
  test.each<[string, Chain, Partial<PathRequest>, string]>([
    ['an expired target', { target: leaf('lower', 3, OVER) }, {}, 'CN=leaf, path.expired'],
    ['an expired CA', { lower: ca('lower', 3, 'upper', 2, OVER) }, {}, 'CN=lower, path.expired'],
    ['an expired CA below the anchor', { upper: ca('upper', 2, 'root', 1, OVER) }, {}, 'CN=upper, path.expired'],
    ['a target signed by another', { target: leaf('lower', 9) }, {}, 'CN=leaf, path.signature'],
    ['a CA signed by another', { lower: ca('lower', 3, 'upper', 9) }, {}, 'CN=lower, path.signature'],
    ['a CA that the anchor did not sign', { upper: ca('upper', 2, 'root', 9) }, {}, 'CN=upper, path.signature'],
    ['a CA that is none', { lower: ca('lower', 3, 'upper', 2, { extensions: [] }) }, {}, 'CN=lower, path.not-a-ca'],
    ['a path length', { upper: ca('upper', 2, 'root', 1, { pathLen: 0 }) }, {}, 'CN=upper, path.length'],
    ['a purpose', {}, { purpose: '1.3.6.1.5.5.7.3.1', nestedPurpose: true }, ''],
    [
      'a purpose that a CA has not',
      { lower: ca('lower', 3, 'upper', 2, { plus: [extension.extKeyUsage(['1.3.6.1.5.5.7.3.4'])] }) },
      { purpose: '1.3.6.1.5.5.7.3.1', nestedPurpose: true },
      'CN=lower, path.purpose',
    ],
    ['a CA that is not trusted', {}, { distrusted: [UPPER] }, 'CN=upper, path.distrusted'],
    ['no issuer of the target', {}, { intermediates: [UPPER] }, 'CN=leaf, path.no-issuer'],
    ['no issuer of a CA', {}, { intermediates: [LOWER] }, 'CN=lower, path.no-issuer'],
    ['no anchor for the last', {}, { anchors: [anchor('other', 8)] }, 'CN=upper, path.no-issuer'],
    ['a depth', {}, { maxDepth: 1 }, 'CN=upper, path.length'],
    [
      'an anchor that is a key',
      { target: leaf('lower', 9) },
      { anchors: [anchorKey('root', 1)] },
      'CN=leaf, path.signature',
    ],
  ])('%s', (_, chain, more, expected) => {
    const report = judge(chain, more);
    if (expected === '') expect([report.verdict, report.broken]).toEqual(['pass', []]);
    else expect(brokenAt(report)).toBe(expected);
  });

  test.each<[string, readonly Uint8Array[], string]>([
    ['the target', [crlOf('root', 1, []), crlOf('upper', 2, []), crlOf('lower', 3, [4])], 'CN=leaf'],
    ['the lower CA', [crlOf('root', 1, []), crlOf('upper', 2, [3]), crlOf('lower', 3, [])], 'CN=lower'],
    ['the upper CA', [crlOf('root', 1, [2]), crlOf('upper', 2, []), crlOf('lower', 3, [])], 'CN=upper'],
  ])('a CRL that revokes %s: the certificate, while the finding is about the CRL', (_, crls, subject) => {
    const report = judge({}, { crls });
    expect(brokenAt(report)).toBe(`${subject}, revocation.revoked`);
    const { at, finding } = report.broken[0] as (typeof report.broken)[number];
    expect(finding.object?.kind).toBe('CRL');
    expect(crls.map(sha256)).toContain(finding.object?.sha256);
    expect([TARGET, LOWER, UPPER].map(sha256)).toContain(at.sha256);
  });

  test('of a path whose anchor may not be one: the certificate below it', () => {
    const notYet = anchor('root', 1, { extensions: caExtensions(0) });
    const report = judge({}, { anchors: [notYet], anchorChecks: { constraints: true } });
    expect(brokenAt(report)).toBe('CN=upper, path.length');
    const expired = anchor('root', 1, OVER);
    const validity = judge({}, { anchors: [expired], anchorChecks: { validity: true } });
    expect(validity.broken[0]?.at.sha256).toBe(sha256(UPPER));
  });
});
