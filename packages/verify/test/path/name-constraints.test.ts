import { type ExtensionParts, generalName, pathExtension } from '@quorate/certificates';
import { describe, expect, test } from 'vitest';
import { expectFault, extensionDer } from './support/fault.ts';
import { anchor, ask, ca, caExtensions, cn, keyOf, leaf } from './support/pki.ts';

/** What names a constraint permits is tested where names are compared; here which certificates it binds. */

const ROOT = anchor('root', 1);

/** Under the usual root: the CA, or what stands in its place, and the target. */
const judge = (target: Uint8Array, ...intermediates: readonly Uint8Array[]) =>
  ask({ target, intermediates, anchors: [ROOT] });

/** A CA with this of its own. */
const caWith = (more: Parameters<typeof ca>[4]): Uint8Array => ca('ca', 2, 'root', 1, more);

describe('6.1.3 (b), (c) and 6.1.4 (g) name constraints', () => {
  const rule = { id: 'path.name-constraints', reference: 'RFC 5280 6.1.3 (b), (c); 4.2.1.10' };
  const dns = (...names: readonly string[]): ExtensionParts =>
    pathExtension.subjectAltNames(names.map(generalName.dns));
  const only = pathExtension.nameConstraints([generalName.dns('good.example')]);
  const constrained = caWith({ plus: [only] });

  test('of a CA bind every name of the target', () => {
    const names = dns('www.good.example', 'evil.example');
    const target = leaf('ca', 2, { extensions: [names] });
    const finding = expectFault(judge(target, constrained), {
      ...rule,
      where: 'extensions.subjectAltName',
      of: target,
      at: extensionDer(names),
    });
    expect(finding.message).toContain('evil.example');
    expect(judge(leaf('ca', 2, { extensions: [dns('www.good.example')] }), constrained).verdict).toBe('pass');
  });

  test('bind the subject', () => {
    const excluded = caWith({ plus: [pathExtension.nameConstraints([], [generalName.directory(cn('leaf'))])] });
    const target = leaf('ca', 2);
    expectFault(judge(target, excluded), { ...rule, where: 'subject', of: target, at: cn('leaf') });
  });

  test('of two CAs bind together, and no CA gets out of what another is in', () => {
    const wider = pathExtension.nameConstraints([generalName.dns('example')]);
    const lower = ca('lower', 3, 'ca', 2, { plus: [wider] });
    const target = (name: string): Uint8Array => leaf('lower', 3, { extensions: [dns(name)] });
    expect(judge(target('a.good.example'), constrained, lower).verdict).toBe('pass');
    expect(judge(target('a.other.example'), constrained, lower).verdict).toBe('fail');
  });

  test('do not bind a self-issued CA, and bind a self-issued target', () => {
    const selfIssued = ca('ca', 3, 'ca', 2, { plus: [dns('evil.example')] });
    expect(judge(leaf('ca', 3), constrained, selfIssued).verdict).toBe('pass');
    expect(judge(selfIssued, constrained).verdict).toBe('fail');
  });

  test.each([
    ['a registeredID under one', generalName.registeredId('1.2.3'), generalName.registeredId('1.2.4'), 'fail'],
    ['another kind of name under it', generalName.registeredId('1.2.3'), generalName.dns('a.example'), 'pass'],
    ['an otherName under one', generalName.other('1.2.3', 'x'), generalName.other('1.2.4', 'y'), 'fail'],
  ])('of a kind that cannot be compared: %s: %s', (_, base, name, verdict) => {
    for (const critical of [true, false]) {
      for (const constraints of [
        pathExtension.nameConstraints([base], [], critical),
        pathExtension.nameConstraints([], [base], critical),
      ]) {
        const target = leaf('ca', 2, { extensions: [pathExtension.subjectAltNames([name])] });
        expect(judge(target, caWith({ plus: [constraints] })).verdict).toBe(verdict);
      }
    }
  });

  test('of an anchor bind unless told otherwise; there is nothing of the kind in a name and a key', () => {
    const bound = anchor('root', 1, { extensions: caExtensions(null, only) });
    const target = leaf('root', 1, { extensions: [dns('evil.example')] });
    expect(ask({ target, anchors: [bound] }).verdict).toBe('fail');
    expect(ask({ target, anchors: [bound], anchorChecks: { nameConstraints: false } }).verdict).toBe('pass');
    expect(ask({ target, anchors: [{ name: cn('root'), publicKey: keyOf(1).spki }] }).verdict).toBe('pass');
  });

  test('of an anchor that cannot be read refuse it', () => {
    const broken = pathExtension.nameConstraints([]);
    const bound = anchor('root', 1, { extensions: caExtensions(null, broken) });
    expectFault(ask({ target: leaf('root', 1), anchors: [bound] }), {
      id: 'path.extension-malformed',
      where: 'extensions.nameConstraints',
      reference: 'RFC 5280 4.2',
      of: bound,
      at: broken.value,
    });
  });
});
