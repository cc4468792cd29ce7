import { extension, pathExtension } from '@quorate/certificates';
import { encodeSequence } from '@quorate/der';
import type { PathRequest } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { sha256 } from './support/fault.ts';
import { anchor, anchorKey, ask, ca, caExtensions, cn, keyOf, leaf, NOW } from './support/pki.ts';

const ROOT = anchor('root', 1);
const CA = ca('ca', 2, 'root', 1);
const plain = { target: leaf('ca', 2), intermediates: [CA], anchors: [ROOT] };
const ids = (request: Partial<PathRequest>) => ask({ ...plain, ...request }).findings.map(({ id }) => id);

describe('an anchor', () => {
  test('may be a name and a key', () => {
    const report = ask({ ...plain, anchors: [anchorKey('ROOT', 1)] });
    expect(report.verdict).toBe('pass');
    expect(report.path.at(-1)).toEqual({ subject: 'CN=ROOT', sha256: sha256(keyOf(1).spki) });
    expect(ask({ ...plain, anchors: [anchorKey('root', 3)] }).verdict).toBe('fail');
    expect(ask({ ...plain, anchors: [anchorKey('other', 1)] }).verdict).toBe('fail');
  });

  test('with a key that cannot be used leads nowhere, and says so', () => {
    const report = ask({ ...plain, anchors: [{ name: cn('root'), publicKey: encodeSequence() }] });
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]).toMatchObject({ id: 'path.anchor-key', reference: 'RFC 5280 6.1.1 (d)' });
  });

  test('whose name cannot be read is left out', () => {
    const report = ask({ ...plain, anchors: [{ name: Uint8Array.of(0x30, 1), publicKey: keyOf(1).spki }] });
    expect(report.verdict).toBe('fail');
    expect(report.findings.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['path.no-anchor', 'fail'],
      ['path.malformed', 'warn'],
    ]);
  });

  test.each([
    ['pathLen', caExtensions(0), 'path.length'],
    ['basicConstraints that deny it', [extension.basicConstraints(false, null)], 'path.not-a-ca'],
    ['keyUsage', [extension.basicConstraints(true, null), extension.keyUsage([6])], 'path.key-usage'],
    ['policyConstraints', caExtensions(null, pathExtension.policyConstraints(0)), 'path.policies'],
  ])('is bound by its own %s only when asked', (_, extensions, id) => {
    const request = { anchors: [anchor('root', 1, { extensions })] };
    expect(ask({ ...plain, ...request }).verdict).toBe('pass');
    expect(ids({ ...request, anchorChecks: { constraints: true } })).toContain(id);
    expect(ask({ ...plain, ...request, anchorChecks: { constraints: true } }).verdict).toBe('fail');
  });

  test('without basicConstraints is refused only when that is asked for too', () => {
    const anchors = [anchor('root', 1, { extensions: [] })];
    expect(ask({ ...plain, anchors, anchorChecks: { constraints: true } }).verdict).toBe('pass');
    expect(ask({ ...plain, anchors, anchorChecks: { constraints: true, basicConstraints: true } }).verdict).toBe(
      'fail',
    );
    expect(ask({ ...plain, anchors, anchorChecks: { basicConstraints: true } }).verdict).toBe('pass');
  });

  test('is not taken for its name: the signature must be by its key', () => {
    const impostor = anchor('root', 7);
    expect(ask({ target: leaf('root', 7), intermediates: [impostor], anchors: [ROOT] }).verdict).toBe('fail');
  });

  test('that is the target is a path of one, if it is self-signed', () => {
    const report = ask({ target: ROOT, anchors: [ROOT.slice()] });
    expect(report.verdict).toBe('pass');
    expect(report.path).toEqual([{ subject: 'CN=root', sha256: sha256(ROOT) }]);
    expect(ask({ target: CA, anchors: [CA] }).verdict).toBe('fail');
    const expired = anchor('root', 1, { to: NOW - 1 });
    expect(ask({ target: expired, anchors: [expired] }).verdict).toBe('fail');
  });
});
