import { type ExtensionParts, extension, nameOf, pathExtension } from '@quorate/certificates';
import { encodeSequence, encodeTime } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { type Expected, expectFault, extensionDer } from './support/fault.ts';
import { anchor, ask, ca, caExtensions, cn, fake, keyOf, leaf, NOW, type Parts } from './support/pki.ts';
import { fakeSignature } from './support/platforms.ts';

const ROOT = anchor('root', 1);
const CA = ca('ca', 2, 'root', 1);

/** Under the usual root: the CA, or what stands in its place, and the target. */
const judge = (target: Uint8Array, ...intermediates: readonly Uint8Array[]) =>
  ask({ target, intermediates, anchors: [ROOT] });

/** A CA with this of its own. */
const caWith = (more: Parameters<typeof ca>[4]): Uint8Array => ca('ca', 2, 'root', 1, more);
const verdictUnder = (intermediate: Uint8Array) => judge(leaf('ca', 2), intermediate).verdict;
const seconds = (value: number): Uint8Array => encodeTime({ type: 'UTCTime', seconds: value });

test('a target, its CA and the anchor make a path', () => {
  const report = judge(leaf('ca', 2), CA);
  expect(report).toMatchObject({ verdict: 'pass', policies: [], broken: [] });
  expect(report.path.map(({ subject }) => subject)).toEqual(['CN=leaf', 'CN=ca', 'CN=root']);
  expect(report.spent).toMatchObject({ signatureChecks: 2, paths: 1, pathSteps: 2, nameComparisons: 0 });
});

describe('6.1.3 (a) (1) the signature', () => {
  test('of a target by another key than its CA has is refused', () => {
    const target = leaf('ca', 3);
    expectFault(judge(target, CA), {
      id: 'path.signature',
      where: 'signatureValue',
      reference: 'RFC 5280 6.1.3 (a) (1)',
      of: target,
      at: fakeSignature(keyOf(3).spki),
    });
  });

  test('of a CA by another key than the anchor has is refused, whatever is right below', () => {
    const wrong = ca('ca', 2, 'root', 4);
    const report = judge(leaf('ca', 2), wrong);
    expectFault(report, {
      id: 'path.signature',
      where: 'signatureValue',
      reference: 'RFC 5280 6.1.3 (a) (1)',
      of: wrong,
      at: fakeSignature(keyOf(4).spki),
    });
    expect(report.broken).toHaveLength(1);
    expect(report.broken[0]).toMatchObject({ reachedAnchor: true });
  });
});

describe('6.1.3 (a) (2) validity', () => {
  const [from, to] = [NOW - 100, NOW + 100];
  const target = leaf('ca', 2, { from, to });
  const intermediate = caWith({ from, to });
  const at = (time: number, chain: readonly [Uint8Array, Uint8Array]) =>
    ask({ target: chain[0], intermediates: [chain[1]], anchors: [ROOT], time });

  test.each([
    ['of the target', [target, CA]],
    ['of a CA', [leaf('ca', 2), intermediate]],
  ] as const)('%s includes its first and last second, and no other', (_, chain) => {
    const verdicts = [from - 1, from, to, to + 1].map((time) => at(time, chain).verdict);
    expect(verdicts).toEqual(['fail', 'pass', 'pass', 'fail']);
  });

  test.each([
    ['path.not-yet-valid', 'validity.notBefore', from - 1, seconds(from)],
    ['path.expired', 'validity.notAfter', to + 1, seconds(to)],
  ] as const)('%s says where', (id, where, time, octets) => {
    const rule = { id, where, reference: 'RFC 5280 6.1.3 (a) (2)', at: octets };
    expectFault(at(time, [target, CA]), { ...rule, of: target });
    expectFault(at(time, [leaf('ca', 2), intermediate]), { ...rule, of: intermediate });
  });

  test('of the anchor does not count unless asked for', () => {
    const old = anchor('root', 1, { to: NOW - 1 });
    const request = { target: leaf('root', 1), anchors: [old] };
    const report = ask(request);
    expect(report.verdict).toBe('pass');
    expect(report.findings.map(({ id, outcome }) => [id, outcome])).toContainEqual(['path.anchor-expired', 'warn']);
    expectFault(ask({ ...request, anchorChecks: { validity: true } }), {
      id: 'path.expired',
      where: 'validity.notAfter',
      reference: 'RFC 5280 6.1.3 (a) (2)',
      of: old,
      at: seconds(NOW - 1),
    });
  });
});

describe('6.1.3 (a) (4) name chaining', () => {
  test('is by 7.1: letter case and white space do not matter', () => {
    const target = fake({ subject: 'leaf', key: 5, issuer: nameOf(['2.5.4.3', '  The  CA ']), by: 2 });
    expect(judge(target, ca('the ca', 2, 'ROOT', 1)).verdict).toBe('pass');
  });

  test('to nobody who was given is refused', () => {
    const target = leaf('somebody', 2);
    const report = judge(target, CA);
    const finding = expectFault(report, {
      id: 'path.no-issuer',
      where: 'issuer',
      reference: 'RFC 5280 6.1',
      of: target,
      at: cn('somebody'),
    });
    expect(finding.message).toContain('CN=somebody');
    expect(report.broken[0]).toMatchObject({ reachedAnchor: false });
  });

  test('of attributes in another order, or to a part of the name, is none', () => {
    const long = nameOf(['2.5.4.10', 'o'], ['2.5.4.3', 'ca']);
    const by = (issuer: Uint8Array): Uint8Array => fake({ subject: 'leaf', key: 5, issuer, by: 2 });
    const intermediate = fake({ subject: long, key: 2, issuer: 'root', by: 1, extensions: caExtensions() });
    expect(judge(by(long), intermediate).verdict).toBe('pass');
    expect(judge(by(nameOf(['2.5.4.3', 'ca'], ['2.5.4.10', 'o'])), intermediate).verdict).toBe('fail');
    expect(judge(by(nameOf(['2.5.4.10', 'o'])), intermediate).verdict).toBe('fail');
  });
});

describe('6.1.4 (k) a CA', () => {
  const rule = { id: 'path.not-a-ca', where: 'extensions.basicConstraints', reference: 'RFC 5280 6.1.4 (k)' };
  const notCa = extension.basicConstraints(false, null);
  test.each<[string, Partial<Parts>, ExtensionParts | null]>([
    ['of version 1 is none', { version: null, extensions: [] }, null],
    ['of version 2 is none', { version: 1, extensions: [] }, null],
    ['without extensions is none', { extensions: [] }, null],
    ['without basicConstraints is none', { extensions: [extension.keyUsage([5])] }, null],
    ['whose basicConstraints say no is none', { extensions: [notCa, extension.keyUsage([5])] }, notCa],
  ])('%s', (_, parts, at) => {
    const intermediate = caWith(parts);
    const expected: Expected = { ...rule, of: intermediate, at: at === null ? null : extensionDer(at) };
    expectFault(judge(leaf('ca', 2), intermediate), expected);
  });

  test('is one by basicConstraints that are not critical as well', () => {
    expect(verdictUnder(caWith({ extensions: [extension.basicConstraints(true, null, false)] }))).toBe('pass');
  });

  test('is not asked for at the end of a path', () => {
    expect(judge(leaf('ca', 2, { version: null }), CA).verdict).toBe('pass');
    expect(judge(leaf('ca', 2, { extensions: [extension.keyUsage([0])] }), CA).verdict).toBe('pass');
  });
});

describe('6.1.4 (n) keyUsage', () => {
  test('of a CA has keyCertSign, if it is there', () => {
    const usage = extension.keyUsage([6]);
    const intermediate = caWith({ extensions: [extension.basicConstraints(true, null), usage] });
    const finding = expectFault(judge(leaf('ca', 2), intermediate), {
      id: 'path.key-usage',
      where: 'extensions.keyUsage',
      reference: 'RFC 5280 6.1.4 (n)',
      of: intermediate,
      at: extensionDer(usage),
    });
    expect(finding).toMatchObject({ expected: 'keyCertSign', actual: 'cRLSign' });
    expect(verdictUnder(caWith({ extensions: [extension.basicConstraints(true, null)] }))).toBe('pass');
  });
});

describe('6.1.4 (l) and (m) the length of a path', () => {
  const rule = { id: 'path.length', reference: 'RFC 5280 6.1.4 (l), (m); 4.2.1.9' };
  /** root, `upper` with this pathLen, as many CAs as there are names, and the target. */
  const chain = (pathLen: number, below: readonly string[], maxDepth = 100) => {
    const names = ['upper', ...below];
    const certificates = below.map((subject, i) => ca(subject, 20 + i, names[i] as string, i === 0 ? 10 : 19 + i));
    const upper = ca('upper', 10, 'root', 1, { pathLen });
    const target = leaf(names.at(-1) as string, below.length === 0 ? 10 : 19 + below.length);
    return {
      upper,
      certificates,
      report: ask({ target, intermediates: [upper, ...certificates], anchors: [ROOT], maxDepth }),
    };
  };

  test.each([
    [0, [], 'pass'],
    [0, ['a'], 'fail'],
    [1, ['a'], 'pass'],
    [1, ['a', 'b'], 'fail'],
    [2, ['a', 'b'], 'pass'],
    [0, ['upper', 'upper'], 'pass'],
    [1, ['upper', 'a', 'a'], 'pass'],
    [1, ['a', 'a', 'b'], 'fail'],
  ] as const)('pathLen %i over %j, self-issued ones not counted: %s', (pathLen, below, verdict) => {
    const { report, upper } = chain(pathLen, below);
    expect(report.verdict).toBe(verdict);
    if (verdict === 'pass') return;
    const at = extensionDer(extension.basicConstraints(true, pathLen));
    const where = 'extensions.basicConstraints.pathLenConstraint';
    expect(expectFault(report, { ...rule, where, of: upper, at })).toMatchObject({ expected: `at most ${pathLen}` });
  });

  test.each([
    [0, 'fail'],
    [1, 'fail'],
    [2, 'pass'],
  ] as const)('at most %i between target and anchor: %s for two and a self-issued one', (maxDepth, verdict) => {
    const { report, upper } = chain(9, ['a', 'a'], maxDepth);
    expect(report.verdict).toBe(verdict);
    if (maxDepth === 1) expectFault(report, { ...rule, where: 'path', of: upper, at: null });
  });

  test('a self-issued CA directly below the anchor takes no place in the depth', () => {
    const request = {
      target: leaf('a', 3),
      intermediates: [ca('root', 2, 'root', 1), ca('a', 3, 'root', 2)],
      anchors: [ROOT],
    };
    expect(ask({ ...request, maxDepth: 1 }).path).toHaveLength(4);
    expect(ask({ ...request, maxDepth: 0 }).verdict).toBe('fail');
  });
});

describe('4.2 what is critical and unknown', () => {
  const rule = { id: 'path.unknown-critical-extension', reference: 'RFC 5280 4.2, 6.1.4 (o), 6.1.5 (f)' };
  const unknown = pathExtension.unknown(true);
  const at = extensionDer(unknown);

  test('is refused in a CA and in the target, and is nothing when it is not critical', () => {
    const intermediate = caWith({ plus: [unknown] });
    const target = leaf('ca', 2, { extensions: [unknown] });
    const where = 'extensions.1.2.3.4.5';
    expectFault(judge(leaf('ca', 2), intermediate), { ...rule, where, of: intermediate, at });
    expectFault(judge(target, CA), { ...rule, where, of: target, at });
    const harmless = pathExtension.unknown(false);
    expect(judge(leaf('ca', 2, { extensions: [harmless] }), caWith({ plus: [harmless] })).verdict).toBe('pass');
  });

  test.each([
    ['the poison of a precertificate', '1.3.6.1.4.1.11129.2.4.3'],
    ['cRLNumber, which belongs in CRLs', '2.5.29.20'],
    ['issuingDistributionPoint, which does too', '2.5.29.28'],
    ['privateKeyUsagePeriod', '2.5.29.16'],
    ['subjectDirectoryAttributes', '2.5.29.9'],
    ['a TLS feature', '1.3.6.1.5.5.7.1.24'],
    ['nsCertType', '2.16.840.1.113730.1.1'],
  ])('is refused: %s', (_, oid) => {
    const report = judge(leaf('ca', 2, { extensions: [pathExtension.unknown(true, oid)] }), CA);
    expect(report.findings[0]?.id).toBe('path.unknown-critical-extension');
    expect(report.verdict).toBe('fail');
  });

  test('is refused in an anchor when its constraints count, and not else', () => {
    const odd = anchor('root', 1, { extensions: caExtensions(null, unknown) });
    const request = { target: leaf('root', 1), anchors: [odd] };
    expect(ask(request).verdict).toBe('pass');
    const where = 'extensions.1.2.3.4.5';
    expectFault(ask({ ...request, anchorChecks: { constraints: true } }), { ...rule, where, of: odd, at });
  });

  test('is refused as a qualifier of critical policies, 4.2.1.4', () => {
    const policies = pathExtension.certificatePolicies(['1.2.3'], true, '1.2.3.9');
    const target = leaf('ca', 2, { extensions: [policies] });
    const finding = expectFault(judge(target, CA), {
      id: 'path.unknown-critical-qualifier',
      where: 'extensions.certificatePolicies',
      reference: 'RFC 5280 4.2.1.4',
      of: target,
      at: Uint8Array.of(0x0c, 6, ...new TextEncoder().encode('ask us')),
    });
    expect(finding.message).toContain('1.2.3.9');
    for (const fine of [
      pathExtension.certificatePolicies(['1.2.3'], false, '1.2.3.9'),
      pathExtension.certificatePolicies(['1.2.3'], true),
    ]) {
      expect(judge(leaf('ca', 2, { extensions: [fine] }), CA).verdict).toBe('pass');
    }
  });
});

describe('4.2 an extension that cannot be read', () => {
  test.each<[string, ExtensionParts, string]>([
    [
      'basicConstraints',
      { oid: '2.5.29.19', critical: true, value: encodeSequence(Uint8Array.of(1, 1, 1)) },
      'basicConstraints',
    ],
    ['a SAN that is not critical', { oid: '2.5.29.17', value: encodeSequence() }, 'subjectAltName'],
    ['policies that stand twice', pathExtension.certificatePolicies(['1.2.3', '1.2.3']), 'certificatePolicies'],
    ['name constraints without any', pathExtension.nameConstraints([]), 'nameConstraints'],
  ])('is refused in the target and in a CA: %s', (_, broken, name) => {
    const rule = { id: 'path.extension-malformed', where: `extensions.${name}`, reference: 'RFC 5280 4.2' };
    const target = leaf('ca', 2, { extensions: [broken] });
    expectFault(judge(target, CA), { ...rule, of: target, at: broken.value });
    const intermediate = caWith({ extensions: [...caExtensions().filter(({ oid }) => oid !== broken.oid), broken] });
    expectFault(judge(leaf('ca', 2), intermediate), { ...rule, of: intermediate, at: broken.value });
  });
});
