import { generateKeyPairSync } from 'node:crypto';
import { type ExtensionParts, extension, generalName, pathExtension } from '@quorate/certificates';
import { encodeBitString, encodeInteger, encodeOid, encodeSequence } from '@quorate/der';
import { DEFAULT_LIMITS, type Limits, type PathReport, type PathRequest } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { sha256 } from './support/fault.ts';
import { anchor, ask, ca, caExtensions, fake, leaf, NOW } from './support/pki.ts';
import { reSigned } from './support/re-signed.ts';

const ROOT = anchor('root', 1);

/** Asks, says what it took, and sees to it that no limit was passed. Nothing is asserted about speed. */
function timed(what: string, request: Omit<PathRequest, 'time'>): PathReport {
  const start = performance.now();
  const report = ask(request);
  const took = performance.now() - start;
  process.stderr.write(`${what}: ${report.verdict} in ${took.toFixed(0)} ms, spent ${JSON.stringify(report.spent)}\n`);
  const limits = { ...DEFAULT_LIMITS, ...request.limits };
  for (const [name, spent] of Object.entries(report.spent)) {
    expect(spent).toBeLessThanOrEqual(limits[name as keyof Limits]);
  }
  expect(report.broken.length).toBeLessThanOrEqual(20);
  expect(report.findings.length).toBeLessThanOrEqual(30 + report.path.length);
  return report;
}

const identifier = (number: number): Uint8Array => Uint8Array.of(number >> 8, number & 255);
const skiOf = (number: number): ExtensionParts => extension.subjectKeyIdentifier(identifier(number));
const akiOf = (number: number): ExtensionParts => extension.authorityKeyIdentifier(identifier(number));

/** Numbers from 0. */
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('cycles', () => {
  test.each([2, 3, 10])('of %i CAs that certify each other end', (size) => {
    const ring = upTo(size).map((i) => ca(`c${i}`, 10 + i, `c${(i + 1) % size}`, 10 + ((i + 1) % size)));
    const report = timed(`a ring of ${size}`, { target: leaf('c0', 10), intermediates: ring, anchors: [ROOT] });
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]).toMatchObject({ id: 'path.no-issuer', reference: 'RFC 5280 6.1' });
    const door = ca(`c${size - 1}`, 9 + size, 'root', 1);
    expect(ask({ target: leaf('c0', 10), intermediates: [...ring, door], anchors: [ROOT] }).path).toHaveLength(
      size + 2,
    );
  });

  test('of self-issued certificates with few keys end', () => {
    const loops = upTo(16).map((i) => ca('self', 10 + (i % 4), 'self', 10 + (i >> 2)));
    const report = timed('self-issued loops', { target: leaf('self', 10), intermediates: loops, anchors: [ROOT] });
    expect(report.verdict).toBe('fail');
  });

  test('a complete mesh of 12 CAs without an anchor is given up at a limit', () => {
    const mesh = upTo(144).map((i) =>
      ca(`m${i % 12}`, 10 + (i % 12), `m${Math.floor(i / 12)}`, 10 + Math.floor(i / 12)),
    );
    const request = { target: leaf('m0', 10), intermediates: mesh, anchors: [ROOT] };
    expect(timed('a mesh of 12', request).verdict).toBe('incomplete');
    const more = timed('a mesh of 12, 10^6 signatures allowed', { ...request, limits: { signatureChecks: 10 ** 6 } });
    expect(more.verdict).toBe('incomplete');
    expect(more.spent.pathSteps).toBe(DEFAULT_LIMITS.pathSteps);
    // each of the 144, and the target, under the one key that its issuer has
    expect(more.spent.signatureChecks).toBeLessThanOrEqual(145);
    const door = ca('m11', 21, 'root', 1);
    expect(timed('the mesh with a way out', { ...request, intermediates: [...mesh, door] }).verdict).toBe('pass');
  });
});

describe('long paths', () => {
  const chain = (length: number): Uint8Array[] =>
    upTo(length).map((i) => ca(`l${i}`, 10 + i, i === 0 ? 'root' : `l${i - 1}`, i === 0 ? 1 : 9 + i));
  const request = (length: number) => ({
    target: leaf(`l${length - 1}`, 9 + length),
    intermediates: chain(length),
    anchors: [ROOT],
  });

  test('of 99 CAs are found; the limit on signatures ends there', () => {
    expect(timed('99 CAs', request(99)).verdict).toBe('pass');
    expect(timed('100 CAs', request(100)).verdict).toBe('incomplete');
  });

  test('of 200 CAs are none: 100 may stand between, whatever the limits', () => {
    const report = timed('200 CAs', { ...request(200), limits: { signatureChecks: 1000 } });
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]?.id).toBe('path.length');
  });
});

describe('1,000 CAs of one name', () => {
  const many = upTo(1000).map((i) =>
    ca('ca', 300 + (i % 50), 'root', 2, { serial: i % 100, from: NOW - 1000 - i, plus: [skiOf(i)] }),
  );
  const right = ca('ca', 400, 'root', 1, { plus: [skiOf(7777)] });

  test('are one step when the key identifier says which', () => {
    const target = leaf('ca', 400, { extensions: [akiOf(7777)] });
    const report = timed('1,000 of one name, by AKI', { target, intermediates: [...many, right], anchors: [ROOT] });
    expect(report.verdict).toBe('pass');
    expect(report.path[1]?.sha256).toBe(sha256(right));
    expect(report.spent).toMatchObject({ pathSteps: 2, signatureChecks: 2 });
  });

  test('are tried until the limit on signatures when nothing says which', () => {
    const report = timed('1,000 of one name, no AKI', {
      target: leaf('ca', 400),
      intermediates: [...many, right],
      anchors: [ROOT],
    });
    // 51 keys: each is tried once on the target's signature, however many certificates have it
    expect(report.verdict).toBe('pass');
    expect(report.spent.signatureChecks).toBeLessThanOrEqual(52);
    const keys = upTo(200).map((i) => ca('ca', 600 + i, 'root', 1));
    const given = timed('200 keys of one name', {
      target: leaf('ca', 400),
      intermediates: [...keys, right],
      anchors: [ROOT],
    });
    expect(['pass', 'incomplete']).toContain(given.verdict);
  });

  test('and of the key that really signed cost one check, and lead nowhere all the same', () => {
    const same = upTo(1000).map((i) => ca('ca', 500, 'nobody', 501, { from: NOW - 1000 - i }));
    const report = timed('1,000 renewals of one CA', { target: leaf('ca', 500), intermediates: same, anchors: [ROOT] });
    expect(report.verdict).toBe('fail');
    expect(report.spent.signatureChecks).toBe(1);
    expect(report.broken).toHaveLength(20);
    expect(report.findings.map(({ id }) => id)).toContain('path.more-broken');
  });
});

describe('names and policies without end', () => {
  test('10,000 names under 10,000 constraints', () => {
    const names = upTo(10_000).map((i) => generalName.dns(`n${i}.example`));
    const constraints = pathExtension.nameConstraints(
      [],
      upTo(10_000).map((i) => generalName.dns(`x${i}.test`)),
    );
    const report = timed('10,000 names x 10,000 constraints', {
      target: leaf('ca', 2, { extensions: [pathExtension.subjectAltNames(names)] }),
      intermediates: [ca('ca', 2, 'root', 1, { plus: [constraints] })],
      anchors: [ROOT],
    });
    expect(report.verdict).toBe('incomplete');
    expect(report.findings[0]?.message).toContain('names compared');
  });

  test('every policy mapped to every policy, down a path of 30', () => {
    const oids = upTo(30).map((i) => `1.2.3.${i}`);
    const plus = [
      pathExtension.certificatePolicies(oids),
      pathExtension.policyMappings(oids.flatMap((from) => oids.map((to) => [from, to] as const))),
    ];
    const cas = upTo(30).map((i) => ca(`p${i}`, 10 + i, i === 0 ? 'root' : `p${i - 1}`, i === 0 ? 1 : 9 + i, { plus }));
    const report = timed('30 policies mapped to 30 through 30 CAs', {
      target: leaf('p29', 39, { extensions: [pathExtension.certificatePolicies(oids)] }),
      intermediates: cas,
      anchors: [ROOT],
      explicitPolicy: true,
    });
    expect(report.verdict).toBe('pass');
    expect(report.policies).toEqual([...oids].sort());
  });

  test('a certificate of 1 MiB in unknown extensions', () => {
    const extensions = upTo(250).map((i) => ({ oid: `1.2.3.${i}`, critical: false, value: new Uint8Array(4000) }));
    expect(timed('a target of 1 MB', { target: leaf('root', 1, { extensions }), anchors: [ROOT] }).verdict).toBe(
      'pass',
    );
  });
});

describe('keys', () => {
  const spki = encodeSequence(encodeSequence(encodeOid('1.2.840.10040.4.1')), encodeBitString(Uint8Array.of(2, 1, 2)));
  const dsa = encodeSequence(encodeOid('2.16.840.1.101.3.4.3.2'));

  test('of DSA without parameters, 1,000 of one name, do not make a path of 1,000', () => {
    const y = (i: number): Uint8Array =>
      encodeSequence(encodeSequence(encodeOid('1.2.840.10040.4.1')), encodeBitString(encodeInteger(i + 2)));
    const all = upTo(1000).map((i) =>
      reSigned(
        fake({ subject: 'self', key: 5, issuer: 'self', by: 5, spki: y(i), extensions: caExtensions() }),
        dsa,
        spki,
      ),
    );
    const target = reSigned(leaf('self', 5), dsa, spki);
    const report = timed('1,000 DSA keys without parameters', { target, intermediates: all, anchors: [ROOT] });
    expect(report.verdict).toBe('incomplete');
    // 100 certificates deep, and on the way every one that is in the path already
    expect(report.spent.pathSteps).toBeLessThanOrEqual((101 * 102) / 2);
  });

  test('of another kind than the signature are passed over', () => {
    const all = upTo(1000).map((i) => ca('ca', 500, 'root', 1, { spki, from: NOW - 1000 - i }));
    const report = timed('1,000 CAs with keys of another kind', {
      target: leaf('ca', 2),
      intermediates: all,
      anchors: [ROOT],
    });
    expect(report.verdict).toBe('fail');
    expect(report.spent.signatureChecks).toBe(0);
  });
});

describe('keys that take long to read', () => {
  // the checks that a group is one and that y is in it
  const { publicKey } = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
  const dsaSpki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }));

  test.each([
    ['that are keys', (spki: Uint8Array) => spki],
    ['that are none', (spki: Uint8Array) => spki.map((octet, i) => (i === spki.length - 1 ? octet ^ 1 : octet))],
  ])('of DSA, 1,000 of one name %s, are paid for', (what, change) => {
    const spki = change(dsaSpki);
    const all = upTo(1000).map((i) => ca('ca', 500, 'root', 1, { spki, from: NOW - 1000 - i }));
    const report = timed(`1,000 CAs with DSA keys ${what}`, {
      target: leaf('ca', 2),
      intermediates: all,
      anchors: [ROOT],
    });
    expect(report.verdict).toBe('incomplete');
    expect(report.spent.pathSteps).toBe(101);
    const notCas = upTo(1000).map((i) => ca('ca', 500, 'root', 1, { spki, from: NOW - 1000 - i, extensions: [] }));
    expect(ask({ target: leaf('ca', 2), intermediates: notCas, anchors: [ROOT] }).spent.signatureChecks).toBe(0);
  });
});
