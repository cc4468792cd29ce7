import { X509Certificate } from 'node:crypto';
import {
  encodeBitString,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeNull,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  encodeUtf8String,
} from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { commonNameOf, parseCertificate } from '../src/index.ts';
import { twoReadings } from './support/openssl.ts';
import {
  attribute,
  certificate,
  commonName,
  ecdsa,
  extension,
  extensionsOf,
  nameOf,
  plain,
  spki,
  uniqueId,
  version,
} from './support/parts.ts';
import { refusal, refused } from './support/refusal.ts';

const keyUsage = extension('2.5.29.15', true, Uint8Array.of(3, 2, 1, 6));
const identifier = extension('2.5.29.14', null, Uint8Array.of(4, 1, 9));
const none = new Uint8Array(0);
const ends = (bytes: Uint8Array): string => refused(() => parseCertificate(bytes));

describe('versions (RFC 5280, 4.1.2.1)', () => {
  test('1, 2 and 3 are read, as Node reads them', () => {
    const all = [
      certificate(),
      certificate({ version: version(1) }),
      certificate({ version: version(1), rest: [uniqueId(1), uniqueId(2)] }),
      certificate({ version: version(2), rest: [extensionsOf(keyUsage, identifier)] }),
      certificate({ version: version(2), rest: [uniqueId(2), extensionsOf(identifier)] }),
      certificate({ version: version(2) }),
    ].map(parseCertificate);
    expect(all.map((each) => each.version)).toEqual([1, 2, 2, 3, 3, 3]);
    expect(all.map((each) => each.extensions.length)).toEqual([0, 0, 0, 2, 1, 0]);
    for (const each of all) {
      const { here, there } = twoReadings(each);
      expect(here).toEqual(there);
    }
    expect(new X509Certificate(certificate()).toString()).toContain('BEGIN CERTIFICATE');
  });

  test('version 1 spelled out, and versions that there are not', () => {
    for (const number of [0, 3, -1, 2 ** 40]) {
      expect(ends(certificate({ version: version(number) }))).toBe('version-invalid');
    }
    expect(ends(certificate({ version: encodeExplicit(0, encodeNull()) }))).toBe('malformed unexpected-tag');
    const two = encodeExplicit(0, encodeSequence(encodeInteger(2)));
    expect(ends(certificate({ version: two }))).toBe('malformed unexpected-tag');
    const more = encodeElement(0xa0, encodeInteger(2), encodeInteger(2));
    expect(ends(certificate({ version: more }))).toBe('malformed trailing-bytes');
  });

  test('fields that the version does not have', () => {
    for (const rest of [[uniqueId(1)], [uniqueId(2)], [extensionsOf(keyUsage)]]) {
      expect(ends(certificate({ rest }))).toBe('version-invalid');
    }
    expect(ends(certificate({ version: version(1), rest: [extensionsOf(keyUsage)] }))).toBe('version-invalid');
  });

  test('unique identifiers in another order, twice, or behind the extensions', () => {
    const wrong = [
      [uniqueId(2), uniqueId(1)],
      [uniqueId(1), uniqueId(1)],
      [extensionsOf(keyUsage), uniqueId(1)],
      [extensionsOf(keyUsage), extensionsOf(identifier)],
    ];
    for (const rest of wrong) expect(ends(certificate({ version: version(2), rest }))).toBe('malformed trailing-bytes');
  });
});

describe('extensions (4.2)', () => {
  const withExtensions = (...list: readonly Uint8Array[]): Uint8Array =>
    certificate({ version: version(2), rest: [extensionsOf(...list)] });

  test('critical is what is written; absent is not critical', () => {
    const { extensions } = parseCertificate(withExtensions(keyUsage, identifier));
    expect(extensions).toEqual([
      { oid: '2.5.29.15', critical: true, value: Uint8Array.of(3, 2, 1, 6) },
      { oid: '2.5.29.14', critical: false, value: Uint8Array.of(4, 1, 9) },
    ]);
  });

  test('one extension twice, with the same content or another', () => {
    const other = extension('2.5.29.14', true, none);
    expect(ends(withExtensions(identifier, identifier))).toBe('extension-repeated');
    expect(ends(withExtensions(identifier, keyUsage, other))).toBe('extension-repeated');
  });

  test('critical FALSE spelled out, an empty list, something behind the value', () => {
    expect(ends(withExtensions(extension('2.5.29.14', false, none)))).toBe('malformed');
    expect(ends(withExtensions())).toBe('malformed element-missing');
    const value = encodeElement(0x04, none);
    expect(ends(withExtensions(encodeSequence(encodeOid('2.5.29.14'), value, encodeNull())))).toBe(
      'malformed trailing-bytes',
    );
    expect(ends(withExtensions(encodeSequence(encodeOid('2.5.29.14'))))).toBe('malformed element-missing');
    expect(ends(withExtensions(encodeSequence(value)))).toBe('malformed unexpected-tag');
    expect(
      ends(certificate({ version: version(2), rest: [encodeElement(0xa3, encodeSequence(identifier), encodeNull())] })),
    ).toBe('malformed trailing-bytes');
  });

  test('256 are the most', () => {
    const many = (count: number): Uint8Array =>
      withExtensions(...Array.from({ length: count }, (_, i) => extension(`1.2.3.${i}`, null, none)));
    expect(parseCertificate(many(256)).extensions.length).toBe(256);
    const error = refusal(() => parseCertificate(many(257)));
    expect([error.code, error.limit]).toEqual(['limit-exceeded', 256]);
  });
});

describe('algorithms (4.1.1.2)', () => {
  test('inside and outside must be the same, byte for byte', () => {
    const sha384 = encodeSequence(encodeOid('1.2.840.10045.4.3.3'));
    const withNull = encodeSequence(encodeOid('1.2.840.10045.4.3.2'), encodeNull());
    for (const other of [sha384, withNull, encodeSequence()]) {
      expect(ends(certificate({}, other))).toBe('algorithm-mismatch');
      expect(ends(certificate({ signature: other }))).toBe('algorithm-mismatch');
    }
    expect(parseCertificate(certificate({ signature: sha384 }, sha384)).signatureAlgorithm).toEqual(sha384);
  });

  test('a signature that is not whole octets, or no BIT STRING', () => {
    const bare = certificate();
    const { tbs } = parseCertificate(bare);
    expect(ends(encodeSequence(tbs, ecdsa, encodeElement(0x03, Uint8Array.of(1, 2))))).toBe(
      'malformed bit-string-invalid',
    );
    expect(ends(encodeSequence(tbs, ecdsa, encodeElement(0x04, Uint8Array.of(0, 2))))).toBe('malformed unexpected-tag');
    expect(ends(encodeSequence(tbs, ecdsa))).toBe('malformed element-missing');
    expect(ends(encodeSequence(tbs, ecdsa, encodeBitString(none), encodeNull()))).toBe('malformed trailing-bytes');
  });
});

describe('names (4.1.2.4)', () => {
  const named = (subject: Uint8Array): Uint8Array => certificate({ subject });
  const read = (subject: Uint8Array): string | null => commonNameOf(parseCertificate(named(subject)).subject);

  test('an empty name is read, and has no common name', () => {
    expect(parseCertificate(named(nameOf())).subject.rdns).toEqual([]);
    expect(read(nameOf())).toBeNull();
  });

  test('the last common name counts, wherever it stands', () => {
    expect(read(nameOf(commonName('a'), commonName('b')))).toBe('b');
    expect(read(nameOf(commonName('a'), attribute('2.5.4.10', encodeUtf8String('o'))))).toBe('a');
    const both = encodeSequence(encodeSetOf(commonName('c'), attribute('2.5.4.10', encodeUtf8String('o'))));
    expect(read(both)).toBe('c');
    expect(parseCertificate(named(both)).subject.rdns[0]?.length).toBe(2);
    expect(read(nameOf(attribute('2.5.4.41', encodeUtf8String('x'))))).toBeNull();
  });

  test('a common name that is not a text is none', () => {
    expect(read(nameOf(commonName('a'), attribute('2.5.4.3', encodeInteger(1))))).toBeNull();
  });

  test('each string type gives its text', () => {
    const bytes = new TextEncoder().encode('Aa1');
    for (const tag of [0x0c, 0x13, 0x14, 0x16])
      expect(read(nameOf(attribute('2.5.4.3', encodeElement(tag, bytes))))).toBe('Aa1');
    expect(read(nameOf(attribute('2.5.4.3', encodeElement(0x1e, Uint8Array.of(0, 0x41, 1, 0x42)))))).toBe('A\u0142');
    expect(read(nameOf(commonName('Zürich 🔑')))).toBe('Zürich 🔑');
  });

  test('text that its type does not have', () => {
    const wrong = [encodeElement(0x13, Uint8Array.of(0x40)), encodeElement(0x0c, Uint8Array.of(0xff))];
    for (const value of wrong)
      expect(ends(named(nameOf(attribute('2.5.4.3', value))))).toBe('malformed string-invalid');
  });

  test('an empty SET, a SET out of order, the same attribute twice in one', () => {
    expect(ends(named(encodeSequence(encodeElement(0x31))))).toBe('malformed');
    const [a, b] = [commonName('a'), commonName('b')];
    expect(ends(named(encodeSequence(encodeElement(0x31, b, a))))).toBe('malformed set-not-sorted');
    expect(ends(named(encodeSequence(encodeElement(0x31, a, a))))).toBe('malformed set-not-sorted');
  });

  test('attributes that are none', () => {
    const value = encodeUtf8String('x');
    const wrong = [
      encodeNull(),
      encodeSequence(),
      encodeSequence(encodeOid('2.5.4.3')),
      encodeSequence(encodeOid('2.5.4.3'), value, value),
      encodeSequence(value, value),
      encodeElement(0x31, encodeOid('2.5.4.3'), value),
    ];
    for (const each of wrong) expect(ends(named(encodeSequence(encodeSetOf(each))))).toMatch(/^malformed/);
    expect(ends(named(encodeSequence(commonName('a'))))).toBe('malformed unexpected-tag');
  });

  test('256 attributes are the most, in one SET or in many', () => {
    const many = (count: number): Uint8Array[] => Array.from({ length: count }, (_, i) => commonName(`${i}`));
    expect(parseCertificate(named(nameOf(...many(256)))).subject.rdns.length).toBe(256);
    for (const name of [nameOf(...many(257)), encodeSequence(encodeSetOf(...many(257)))]) {
      const error = refusal(() => parseCertificate(named(name)));
      expect([error.code, error.limit]).toEqual(['limit-exceeded', 256]);
    }
  });
});

describe('the other fields', () => {
  test('serial numbers of any sign and size are kept as written', () => {
    for (const [number, octets] of [
      [0n, [0]],
      [-1n, [0xff]],
      [128n, [0, 0x80]],
      [2n ** 200n, [1, ...new Uint8Array(25)]],
    ] as const) {
      const read = parseCertificate(certificate({ serialNumber: encodeInteger(number) }));
      expect([...read.serialNumber]).toEqual([...octets]);
    }
    expect(ends(certificate({ serialNumber: encodeElement(0x02, Uint8Array.of(0, 1)) }))).toBe(
      'malformed integer-not-minimal',
    );
    expect(ends(certificate({ serialNumber: encodeElement(0x02) }))).toBe('malformed integer-not-minimal');
  });

  test('times may be of either type, in either order', () => {
    const early = encodeTime({ type: 'GeneralizedTime', seconds: 0 });
    const late = encodeTime({ type: 'UTCTime', seconds: 2_000_000_000 });
    const read = parseCertificate(certificate({ validity: encodeSequence(late, early) }));
    expect([read.notBefore.seconds, read.notAfter.type]).toEqual([2_000_000_000, 'GeneralizedTime']);
    expect(ends(certificate({ validity: encodeSequence(early) }))).toBe('malformed element-missing');
    expect(ends(certificate({ validity: encodeSequence(early, late, late) }))).toBe('malformed trailing-bytes');
    const wrong = encodeElement(0x17, new TextEncoder().encode('2001010000Z'));
    expect(ends(certificate({ validity: encodeSequence(early, wrong) }))).toBe('malformed time-invalid');
  });

  test('each field left out, and each one twice', () => {
    const names = ['serialNumber', 'signature', 'issuer', 'validity', 'subject', 'publicKey'] as const;
    for (const name of names) {
      expect(ends(certificate({ [name]: none }))).toMatch(/^malformed/);
      expect(ends(certificate({ [name]: Uint8Array.from([...plain[name], ...plain[name]]) }))).toMatch(/^malformed/);
    }
  });

  test('a CSR, a key, a list, nothing', () => {
    for (const bytes of [spki, encodeSequence(), encodeNull(), none, encodeSequence(encodeSequence())]) {
      expect(ends(bytes)).toMatch(/^malformed/);
    }
  });

  test('more than a mebibyte', () => {
    const error = refusal(() => parseCertificate(new Uint8Array(2 ** 20 + 1)));
    expect([error.code, error.limit]).toEqual(['limit-exceeded', 2 ** 20]);
    expect(refusal(() => parseCertificate(new Uint8Array(2 ** 20))).code).toBe('malformed');
  });

  test('a fault has its place in the bytes given', () => {
    const bytes = certificate({ version: version(5) });
    expect(refusal(() => parseCertificate(bytes)).message).toMatch(/^certificate: version invalid at byte \d+$/);
    const whole = certificate();
    const error = refusal(() => parseCertificate(Uint8Array.from([...whole, 0])));
    expect(error.offset).toBe(whole.length);
  });
});
