import { createHash } from 'node:crypto';
import { generalName, nameOf, pathExtension } from '@quorate/certificates';
import {
  encodeBitString,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeTime,
  Tag,
} from '@quorate/der';
import type { PathReport, PathRequest } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { crlNumber, deltaOf, entry, idp, list, points, reason } from '../revocation/support/make.ts';
import { anchor, ask, ca, caExtensions, cn, fake, keyOf, leaf, NOW } from './support/pki.ts';
import { fakeSignature } from './support/platforms.ts';

/** What is dear to read or to write, and is asked for again and again. Times are printed, and nothing is asserted of them. */

const ROOT = anchor('root', 1);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
/** 150,000 characters that nobody sees, so that each is written as two octets in hexadecimal. */
const UNSEEN = '\u00ad'.repeat(150_000);
const LONG = nameOf(['2.5.4.3', `x${UNSEEN}`]);
const ECDSA_SHA256 = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));

function timed(what: string, request: Omit<PathRequest, 'time' | 'anchors'>): PathReport {
  const start = performance.now();
  const report = ask({ anchors: [ROOT], ...request });
  process.stderr.write(`${what}: ${report.verdict} in ${(performance.now() - start).toFixed(0)} ms\n`);
  return report;
}

describe('a name of 300 kB in 1,000 paths', () => {
  // Two certificates for each of ten CAs: 1,024 ways to the root.
  const mesh = upTo(10).flatMap((i) =>
    [1, 2].map((serial) => ca(`m${i}`, 10 + i, i === 0 ? 'root' : `m${i - 1}`, i === 0 ? 1 : 9 + i, { serial })),
  );
  const bases = [generalName.directory(cn('z')), generalName.uri('a.b'), generalName.dns('a.b')];

  test.each([
    ['a directory name', generalName.directory(LONG)],
    ['a URI', generalName.uri(`http://${'\u0001'.repeat(300_000)}`)],
    ['a DNS name', generalName.dns('\u0001'.repeat(300_000))],
    ['the subject', null],
  ])('as %s is shown cut off', (what, name) => {
    const target = leaf('last', 3, {
      subject: name === null ? LONG : nameOf(),
      extensions: name === null ? [] : [pathExtension.subjectAltNames([name], true)],
    });
    const last = ca('last', 3, 'm9', 19, { plus: [pathExtension.nameConstraints(bases)] });
    const report = timed(what, { target, intermediates: [...mesh, last] });
    expect(report.verdict).toBe('incomplete');
    expect(report.spent.paths).toBe(1000);
    expect(report.broken[0]?.finding.id).toBe('path.name-constraints');
    expect(JSON.stringify(report).length).toBeLessThan(500_000);
  });

  test('4,000 names of a kind that nothing constrains are not looked at', () => {
    const plus = [pathExtension.subjectAltNames(upTo(4000).map((i) => generalName.mail(`n${i}@x.test`)))];
    const crowded = upTo(10).flatMap((i) =>
      [1, 2].map((serial) =>
        ca(`m${i}`, 10 + i, i === 0 ? 'root' : `m${i - 1}`, i === 0 ? 1 : 9 + i, { serial, plus: i === 0 ? [] : plus }),
      ),
    );
    const last = ca('last', 3, 'm9', 19, { plus: [pathExtension.nameConstraints([generalName.dns('a')])] });
    const target = leaf('last', 3, { extensions: [pathExtension.subjectAltNames([generalName.dns('b')])] });
    expect(timed('4,000 names', { target, intermediates: [...crowded, last] }).spent.nameComparisons).toBe(1000);
  });
});

describe('a path of 96 with a list or a response of 700 kB', () => {
  const SERIAL = 42;
  const COUNT = 95;
  const below = (i: number): [string, number] => (i === 0 ? ['root', 1] : [`c${i - 1}`, 99 + i]);
  const pointer = points({ issuer: cn('x') });
  const chain = upTo(COUNT).map((i) =>
    ca(`c${i}`, i + 100, ...below(i), { serial: SERIAL, extensions: [...caExtensions(), pointer] }),
  );
  const target = leaf(...below(COUNT), { serial: SERIAL, extensions: [pointer] });
  const plain = { target, intermediates: chain, revocation: 'soft' } as const;

  test('a forged delta CRL with 25,000 entries about all of them', () => {
    const issuers = [...upTo(COUNT + 1).map((i) => cn(below(i)[0]))].map((name) => encodeElement(0xa4, name));
    const all = { oid: '2.5.29.29', critical: true, value: encodeSequence(...issuers) };
    const serialNumber = Uint8Array.of(SERIAL);
    const entries = upTo(25_000).map((i) => entry({ serialNumber, extensions: i === 0 ? [all] : [reason(8)] }));
    const time = (seconds: number): Uint8Array => encodeTime({ type: 'UTCTime', seconds });
    const tbs = encodeSequence(
      encodeInteger(1),
      ECDSA_SHA256,
      cn('x'),
      time(NOW - 1000),
      time(NOW + 1000),
      encodeElement(Tag.SEQUENCE, Uint8Array.from(Buffer.concat(entries))),
      encodeExplicit(0, list([crlNumber(5), deltaOf(1), idp({ indirect: true })])),
    );
    const crl = encodeSequence(tbs, ECDSA_SHA256, encodeBitString(fakeSignature(keyOf(5).spki)));
    const report = timed('25,000 entries', { ...plain, crls: [crl] });
    expect([report.verdict, report.spent.signatureChecks]).toEqual(['pass', COUNT + 1]);
    expect(report.findings.map(({ id }) => id)).toContain('revocation.not-checked');
  });

  test('an OCSP response about all of them by a name of 300 kB, with 60 certificates that may be its', () => {
    const time = (seconds: number): Uint8Array => encodeTime({ type: 'GeneralizedTime', seconds });
    const sha1 = (bytes: Uint8Array): Uint8Array =>
      encodeOctetString(Uint8Array.from(createHash('sha1').update(bytes).digest()));
    const singles = upTo(COUNT + 1).map((i) => {
      const [name, key] = below(i);
      const id = encodeSequence(
        encodeSequence(encodeOid('1.3.14.3.2.26')),
        sha1(cn(name)),
        sha1(keyOf(key).spki.subarray(-65)),
        encodeElement(Tag.INTEGER, Uint8Array.of(SERIAL)),
      );
      return encodeSequence(id, Uint8Array.of(0x80, 0), time(NOW - 100), encodeExplicit(0, time(NOW + 100)));
    });
    const certificates = upTo(60).map((serial) => fake({ subject: 'other', key: 7, issuer: 'root', by: 1, serial }));
    const basic = encodeSequence(
      encodeSequence(encodeExplicit(1, LONG), time(NOW - 100), encodeSequence(...singles)),
      ECDSA_SHA256,
      encodeBitString(fakeSignature(keyOf(9).spki)),
      encodeExplicit(0, encodeSequence(...certificates)),
    );
    const bytes = encodeSequence(encodeOid('1.3.6.1.5.5.7.48.1.1'), encodeOctetString(basic));
    const response = encodeSequence(Uint8Array.of(Tag.ENUMERATED, 1, 0), encodeExplicit(0, bytes));
    const report = timed('a long responder', { ...plain, ocspResponses: [response] });
    expect([report.verdict, report.spent.signatureChecks]).toEqual(['pass', COUNT + 1]);
    expect(JSON.stringify(report).length).toBeLessThan(1_000_000);
  });
});
