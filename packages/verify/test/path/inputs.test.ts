import { extension, pathExtension } from '@quorate/certificates';
import { encodeBitString, encodeOid, encodeSequence } from '@quorate/der';
import { type PathRequest, parsePeerName, verifyPath } from '@quorate/verify';
import { parseCertificate } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { expectFault, extensionDer, sha256 } from './support/fault.ts';
import { anchor, ask, ca, caExtensions, fake, keyOf, leaf, NOW, real } from './support/pki.ts';
import { fakeSignature, nodePlatform } from './support/platforms.ts';
import { reSigned } from './support/re-signed.ts';

const ROOT = anchor('root', 1);
const CA = ca('ca', 2, 'root', 1);
const TARGET = leaf('ca', 2);
const plain = { target: TARGET, intermediates: [CA], anchors: [ROOT] };
const ids = (request: Partial<PathRequest>) => ask({ ...plain, ...request }).findings.map(({ id }) => id);

describe('the purpose', () => {
  const [server, client] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'];
  const usage = (...purposes: readonly string[]) => extension.extKeyUsage(purposes);
  const under = (targets: readonly string[], cas: readonly string[], request: Partial<PathRequest>) =>
    ask({
      ...plain,
      target: leaf('ca', 2, { extensions: targets.length === 0 ? [] : [usage(...targets)] }),
      intermediates: [ca('ca', 2, 'root', 1, { plus: cas.length === 0 ? [] : [usage(...cas)] })],
      ...request,
    }).verdict;

  test.each([
    [[], [], {}, 'pass'],
    [[client], [client], {}, 'pass'],
    [[], [], { purpose: server }, 'pass'],
    [[server, client], [], { purpose: server }, 'pass'],
    [['2.5.29.37.0'], [], { purpose: server }, 'pass'],
    [[client], [], { purpose: server }, 'fail'],
    [[server], [client], { purpose: server }, 'pass'],
    [[server], [client], { purpose: server, nestedPurpose: true }, 'fail'],
    [[server], [server, client], { purpose: server, nestedPurpose: true }, 'pass'],
    [[server], ['2.5.29.37.0'], { purpose: server, nestedPurpose: true }, 'pass'],
    [[server], [], { purpose: server, nestedPurpose: true }, 'pass'],
    [[server], [client], { nestedPurpose: true }, 'pass'],
  ] as const)('target for %j under a CA for %j, asked %j: %s', (targets, cas, request, verdict) => {
    expect(under(targets, cas, request)).toBe(verdict);
  });

  test('says which certificate is not for it', () => {
    const target = leaf('ca', 2, { extensions: [usage(client)] });
    const rule = { id: 'path.purpose', where: 'extensions.extKeyUsage', reference: 'RFC 5280 4.2.1.12' };
    const report = ask({ ...plain, target, purpose: server });
    const at = extensionDer(usage(client));
    expect(expectFault(report, { ...rule, of: target, at })).toMatchObject({
      expected: 'serverAuth',
      actual: 'clientAuth',
    });
    expect(report.path).toHaveLength(3);
    const narrow = ca('ca', 2, 'root', 1, { plus: [usage(client)] });
    expectFault(ask({ ...plain, intermediates: [narrow], purpose: server, nestedPurpose: true }), {
      ...rule,
      of: narrow,
      at,
    });
  });
});

describe('the peer', () => {
  test('must be named by the target; the subject does not count', () => {
    const names = extension.subjectAltName('www.example.com');
    const target = leaf('ca', 2, { subject: 'mail.example.com', extensions: [names] });
    const judge = (name: string) => ask({ ...plain, target, peer: parsePeerName(name) });
    expect(judge('WWW.example.com').verdict).toBe('pass');
    const rule = { id: 'path.peer-name', where: 'extensions.subjectAltName', reference: 'RFC 9525 6', of: target };
    expectFault(judge('mail.example.com'), { ...rule, at: extensionDer(names) });
    expectFault(judge('192.0.2.1'), { ...rule, at: extensionDer(names) });
    expectFault(ask({ ...plain, peer: parsePeerName('leaf') }), { ...rule, of: TARGET, at: null });
  });
});

describe('the pool', () => {
  test('may hold the target, the anchor, and everything twice', () => {
    const alone = ask(plain);
    const report = ask({ ...plain, intermediates: [TARGET, ROOT, CA, CA, ROOT, TARGET], anchors: [ROOT, ROOT] });
    expect(JSON.stringify(report)).toBe(JSON.stringify(alone));
  });

  test('may hold a certificate of the target’s own name and key that its path needs', () => {
    // the target is a self-signed root, which the CA that is trusted has certified
    const self = anchor('self', 5);
    const cross = ca('self', 5, 'root', 1);
    expect(ask({ target: self, intermediates: [cross], anchors: [ROOT] }).path).toHaveLength(3);
    // the target is a CA that a CA below it has certified
    const [first, below, again] = [ca('a', 5, 'root', 1), ca('b', 6, 'a', 5), ca('a', 5, 'b', 6)];
    expect(ask({ target: again, intermediates: [first, below], anchors: [ROOT] }).path).toHaveLength(4);
  });

  test('may hold a target that is self-issued, and is not taken for its issuer', () => {
    const self = anchor('self', 5);
    const report = ask({ target: self, intermediates: [self], anchors: [ROOT] });
    const { findings, broken } = ask({ target: self, intermediates: [], anchors: [ROOT] });
    expect(JSON.stringify([report.findings, report.broken])).toBe(JSON.stringify([findings, broken]));
    expect(report.findings[0]).toMatchObject({ id: 'path.not-an-anchor', reference: 'RFC 5280 6.1.1 (d)' });
  });

  test('is tried from the likeliest: by key identifier, valid, not self-issued, the newest', () => {
    const [good, other] = [
      extension.subjectKeyIdentifier(Uint8Array.of(1)),
      extension.subjectKeyIdentifier(Uint8Array.of(2)),
    ];
    const target = leaf('ca', 2, { extensions: [extension.authorityKeyIdentifier(Uint8Array.of(1))] });
    const right = ca('ca', 2, 'root', 1, { from: NOW - 50, plus: [good] });
    const steps = (...others: readonly Uint8Array[]): number =>
      ask({ target, intermediates: [...others, right], anchors: [ROOT] }).spent.pathSteps;
    expect(steps(ca('ca', 3, 'root', 1, { from: NOW - 1, plus: [other] }))).toBe(2);
    expect(steps(ca('ca', 3, 'root', 1, { from: NOW - 1 }))).toBe(2);
    expect(steps(ca('ca', 3, 'root', 1, { from: NOW - 1, to: NOW - 1, plus: [good] }))).toBe(2);
    expect(steps(ca('ca', 3, 'ca', 2, { from: NOW - 1, plus: [good] }))).toBe(2);
    expect(steps(ca('ca', 3, 'root', 1, { from: NOW - 60, plus: [good] }))).toBe(2);
    expect(steps(ca('ca', 3, 'root', 1, { from: NOW - 1, plus: [good] }))).toBe(3);
  });

  test('may be empty, or left out', () => {
    const target = leaf('root', 1);
    expect(
      ask({ target, intermediates: [], anchors: [ROOT], crls: [], ocspResponses: [], distrusted: [] }).verdict,
    ).toBe('pass');
    expect(ask({ target, anchors: [ROOT] }).verdict).toBe('pass');
  });

  test('takes certificates that were read before', () => {
    const [target, intermediate, root] = [TARGET, CA, ROOT].map((der) => parseCertificate(der)) as [
      never,
      never,
      never,
    ];
    expect(ask({ target, intermediates: [intermediate], anchors: [root] })).toEqual(ask(plain));
  });
});

describe('bytes that are no certificate', () => {
  const junk = [
    Uint8Array.of(),
    Uint8Array.of(0x30),
    CA.subarray(0, 80),
    Uint8Array.of(...CA, 0),
    new TextEncoder().encode('-----BEGIN'),
  ];

  test.each(junk.map((bytes) => [bytes.length, bytes] as const))(
    'of length %i: the target fails, others are a warning',
    (_, bytes) => {
      const report = ask({ ...plain, target: bytes });
      expect(report).toMatchObject({ verdict: 'fail', path: [], broken: [] });
      const [finding] = report.findings;
      expect(finding).toMatchObject({
        id: 'path.malformed',
        outcome: 'fail',
        where: 'the target',
        reference: 'RFC 5280 4.1',
      });
      expect(finding?.object?.sha256).toBe(sha256(bytes));
      expect(finding?.bytes?.end ?? 0).toBeLessThanOrEqual(bytes.length);
      const others = ask({ ...plain, intermediates: [bytes, CA], anchors: [bytes, ROOT], distrusted: [bytes] });
      expect(others.verdict).toBe('pass');
      const warned = others.findings.filter(({ id }) => id === 'path.malformed');
      expect(warned.map(({ outcome, where }) => [outcome, where]).sort()).toEqual([
        ['warn', 'anchor 1'],
        ['warn', 'distrusted certificate 1'],
        ['warn', 'intermediate 1'],
      ]);
    },
  );

  test('beyond 1 MiB, or with 257 extensions, are malformed', () => {
    const long = fake({
      subject: 'leaf',
      key: 5,
      issuer: 'ca',
      by: 2,
      extensions: [{ oid: '1.2.3', value: new Uint8Array(2 ** 20) }],
    });
    expect(ids({ target: long })).toEqual(['path.malformed']);
    const extensions = Array.from({ length: 257 }, (_, i) => pathExtension.unknown(false, `1.2.3.${i}`));
    expect(ids({ target: leaf('ca', 2, { extensions }) })).toEqual(['path.malformed']);
    expect(ask({ ...plain, target: leaf('ca', 2, { extensions: extensions.slice(1) }) }).verdict).toBe('pass');
  });

  test('where no anchor is left: nothing is trusted', () => {
    for (const anchors of [[], [Uint8Array.of(0x30, 0)]]) {
      const report = ask({ ...plain, anchors });
      expect(report.verdict).toBe('fail');
      expect(report.findings[0]).toMatchObject({
        id: 'path.no-anchor',
        outcome: 'fail',
        reference: 'RFC 5280 6.1.1 (d)',
      });
    }
  });
});

describe('what is distrusted', () => {
  const rule = { id: 'path.distrusted', where: 'certificate' };

  test('is in no path: as target, CA or anchor', () => {
    for (const [distrusted, last] of [
      [TARGET, TARGET],
      [CA, CA],
    ] as const) {
      const report = ask({ ...plain, distrusted: [distrusted] });
      expect(report.verdict).toBe('fail');
      expect(report.findings[0]).toMatchObject({ ...rule, object: { sha256: sha256(last) } });
    }
    expect(ids({ distrusted: [ROOT] })).toEqual(['path.no-anchor']);
  });

  test('stands in the way of no other path', () => {
    const other = ca('ca', 2, 'root', 1, { serial: 9 });
    expect(ask({ ...plain, intermediates: [CA, other], distrusted: [CA] }).path[1]?.sha256).toBe(sha256(other));
  });

  test('is known by what is signed: another signature of the same is refused too', () => {
    const signed = real({ subject: 'ca', key: 2, issuer: 'root', by: 1, extensions: caExtensions() });
    const resigned = reSigned(signed, parseCertificate(signed).signatureAlgorithm, keyOf(1).spki);
    expect(ask({ ...plain, intermediates: [resigned] }).verdict).toBe('pass');
    expect(ask({ ...plain, intermediates: [resigned], distrusted: [signed] }).verdict).toBe('fail');
  });
});

describe('a DSA key without parameters', () => {
  test('under an issuer that is not DSA verifies nothing', () => {
    // id-dsa without parameters, y = 2
    const spki = encodeSequence(
      encodeSequence(encodeOid('1.2.840.10040.4.1')),
      encodeBitString(Uint8Array.of(2, 1, 2)),
    );
    const intermediate = fake({ subject: 'ca', key: 2, spki, issuer: 'root', by: 1, extensions: caExtensions() });
    const target = reSigned(TARGET, encodeSequence(encodeOid('2.16.840.1.101.3.4.3.2')), spki);
    const report = ask({ target, intermediates: [intermediate], anchors: [ROOT] });
    expect(report.verdict).toBe('fail');
    const at = fakeSignature(spki);
    const rule = { id: 'path.signature', where: 'signatureValue', reference: 'RFC 5280 6.1.3 (a) (1)' };
    expect(expectFault(report, { ...rule, of: target, at }).message).toContain('key parameters');
  });
});

describe('a caller’s mistake is a TypeError, whatever the certificates', () => {
  const wrong: readonly Partial<Record<keyof PathRequest, unknown>>[] = [
    { time: 1.5 },
    { time: Number.NaN },
    { time: 253_402_300_800 },
    { time: -62_167_219_201 },
    { time: 9e15 },
    { time: '2024' },
    { maxDepth: -1 },
    { maxDepth: 101 },
    { maxDepth: 0.5 },
    { purpose: 'serverAuth' },
    { purpose: '' },
    { purpose: '1.02' },
    { policies: [] },
    { policies: ['any'] },
    { revocation: 'Hard' },
    { limits: { paths: 0 } },
    { limits: { pathSteps: 1.5 } },
    { limits: { signatureChecks: undefined } },
  ];
  test.each(wrong.map((each) => [JSON.stringify(each), each] as const))('%s', (_, request) => {
    for (const anchors of [[ROOT], []]) {
      expect(() => verifyPath({ ...plain, time: NOW, anchors, ...request } as PathRequest)).toThrow(TypeError);
    }
  });
});

test('real signatures: the platform and the pure verifier agree, and one octet more or less is seen', () => {
  const made = [
    real({ subject: 'leaf', key: 99, issuer: 'ca', by: 2 }),
    real({ subject: 'ca', key: 2, issuer: 'root', by: 1, extensions: caExtensions() }),
  ] as const;
  const request = { target: made[0], intermediates: [made[1]], anchors: [ROOT], time: NOW };
  expect(verifyPath(request)).toEqual(verifyPath({ ...request, platform: nodePlatform }));
  expect(verifyPath(request).verdict).toBe('pass');
  const changed = made[0].slice();
  changed[changed.length - 1] = (changed.at(-1) as number) ^ 1;
  expect(verifyPath({ ...request, target: changed }).verdict).toBe('fail');
});
