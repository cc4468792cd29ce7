import {
  encodeBitString,
  encodeElement,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  Tag,
} from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { nameText, parseCertificateList, revokedCertificates } from '../../src/index.ts';
import { algorithm, extensionOf, hex, outcome } from '../extensions/support.ts';
import {
  encodedList,
  entry,
  extensionsOf,
  generalized,
  listOf,
  NEXT_UPDATE,
  nothing,
  type Parts,
  plain,
  read,
  reason,
  THIS_UPDATE,
  utc,
} from './support.ts';

const note = (oid: string, critical = false): Uint8Array => extensionOf(oid, encodeNull(), critical);

test('each field is read', () => {
  const der = listOf();
  const list = parseCertificateList(der);
  expect(list).toMatchObject({
    bytes: der,
    version: 2,
    signatureAlgorithm: algorithm,
    thisUpdate: { type: 'UTCTime', seconds: THIS_UPDATE },
    nextUpdate: { type: 'UTCTime', seconds: NEXT_UPDATE },
    revokedCount: 2,
    criticalEntryExtensions: [],
    extensions: [{ oid: '2.5.29.20', critical: false, value: hex('020109') }],
    signature: hex('010203'),
  });
  expect(nameText(list.issuer)).toBe('CN=issuer');
  expect([...revokedCertificates(list)]).toEqual([
    {
      bytes: entry(5),
      serialNumber: hex('05'),
      revocationDate: { type: 'UTCTime', seconds: THIS_UPDATE - 60 },
      extensions: [],
    },
    {
      bytes: entry(7, reason(1)),
      serialNumber: hex('07'),
      revocationDate: { type: 'UTCTime', seconds: THIS_UPDATE - 60 },
      extensions: [{ oid: '2.5.29.21', critical: false, value: hex('0a0101') }],
    },
  ]);
  expect(encodedList(list)).toEqual(der);
});

test('byte fields are views of the input, wherever it begins in its buffer', () => {
  const der = listOf();
  const wider = new Uint8Array(der.length + 20);
  wider.set(der, 7);
  const list = parseCertificateList(wider.subarray(7, 7 + der.length));
  const entries = [...revokedCertificates(list)];
  const views = [list.tbs, list.issuer.bytes, list.signature, list.revoked, ...entries.map(({ bytes }) => bytes)];
  for (const view of views) expect(view?.buffer).toBe(wider.buffer);
  expect(Array.from(list.tbs)).toEqual(Array.from(encodeSequence(...Object.values(plain))));
  expect(encodedList(list)).toEqual(der);
});

describe('what may be left out or written otherwise', () => {
  test.each<[string, Partial<Parts>, object]>([
    ['no nextUpdate', { nextUpdate: nothing }, { nextUpdate: null, revokedCount: 2 }],
    ['no entries', { revoked: nothing }, { revoked: null, revokedCount: 0 }],
    ['a list of entries that is empty', { revoked: encodeSequence() }, { revoked: nothing, revokedCount: 0 }],
    ['no extensions', { extensions: nothing }, { extensions: [] }],
    [
      'version 1, which is told by no version',
      { version: nothing, extensions: nothing, revoked: encodeSequence(entry(5)) },
      { version: 1, revokedCount: 1 },
    ],
    [
      'GeneralizedTime',
      { thisUpdate: generalized(THIS_UPDATE), nextUpdate: generalized(NEXT_UPDATE) },
      { thisUpdate: { type: 'GeneralizedTime', seconds: THIS_UPDATE } },
    ],
  ])('%s', (_, parts, expected) => {
    const list = read(parts);
    expect(list).toMatchObject(expected);
    expect(encodedList(list)).toEqual(listOf(parts));
    expect([...revokedCertificates(list)]).toHaveLength(list.revokedCount);
  });
});

describe('what is refused', () => {
  const other = encodeSequence(encodeOid('1.2.840.10045.4.3.3'));
  const entryOf = (...fields: readonly Uint8Array[]): Uint8Array => encodeSequence(encodeSequence(...fields));
  const date = utc(THIS_UPDATE);
  test.each<[string, Partial<Parts>, string]>([
    ['version 1 spelled out', { version: encodeInteger(0) }, 'version-invalid@6'],
    ['a version that there is not', { version: encodeInteger(2) }, 'version-invalid@6'],
    ['a version in two octets', { version: encodeInteger(257) }, 'version-invalid@6'],
    ['extensions in version 1', { version: nothing, revoked: nothing }, 'version-invalid@65'],
    ['extensions of an entry in version 1', { version: nothing, extensions: nothing }, 'version-invalid@108'],
    ['another algorithm inside', { signature: other }, 'algorithm-mismatch@142'],
    ['no issuer', { issuer: nothing }, 'malformed@20 unexpected-tag'],
    ['no thisUpdate', { thisUpdate: nothing, nextUpdate: nothing }, 'malformed@38 unexpected-tag'],
    ['three times', { nextUpdate: Uint8Array.from([...date, ...date]) }, 'malformed@70 trailing-bytes'],
    ['a time without seconds', { thisUpdate: hex('170b') }, 'malformed@41 time-invalid'],
    ['an entry that is no SEQUENCE', { revoked: encodeSequence(encodeInteger(5)) }, 'malformed@70 unexpected-tag'],
    ['an entry without a date', { revoked: entryOf(encodeInteger(5)) }, 'malformed@75 element-missing'],
    ['an entry without a serial number', { revoked: entryOf(date) }, 'malformed@72 unexpected-tag'],
    ['a serial number that is padded', { revoked: entryOf(hex('02020005'), date) }, 'malformed@74 integer-not-minimal'],
    ['a serial number without octets', { revoked: entryOf(hex('0200'), date) }, 'malformed@74 integer-not-minimal'],
    [
      'a field behind the extensions of an entry',
      { revoked: entryOf(encodeInteger(5), date, encodeSequence(reason(1)), encodeNull()) },
      'malformed@105 trailing-bytes',
    ],
    [
      'an entry with an empty list of extensions',
      { revoked: entryOf(encodeInteger(5), date, encodeSequence()) },
      'malformed@92 element-missing',
    ],
    [
      'an extension twice in an entry',
      { revoked: encodeSequence(entry(5, reason(1), reason(2))) },
      'extension-repeated@106',
    ],
    [
      'an extension of an entry that spells out its default',
      {
        revoked: encodeSequence(
          entry(5, encodeSequence(encodeOid('1.2.3'), hex('010100'), encodeOctetString(nothing))),
        ),
      },
      'malformed@99',
    ],
    ['an empty list of extensions', { extensions: extensionsOf() }, 'malformed@129 element-missing'],
    ['an extension twice', { extensions: extensionsOf(note('1.2.3'), note('1.2.3')) }, 'extension-repeated@140'],
    ['two lists of extensions', { extensions: Uint8Array.from([...plain.extensions, ...plain.extensions]) }, ''],
  ])('%s', (_, parts, expected) => {
    const found = outcome(() => read(parts));
    if (expected !== '') expect(found).toBe(expected);
    else expect(found).toMatch(/^malformed@\d+ trailing-bytes$/);
  });

  test('bytes behind it, another element, and a signature that is not whole octets', () => {
    expect(outcome(() => parseCertificateList(Uint8Array.of(...listOf(), 0)))).toBe('malformed@160 trailing-bytes');
    expect(outcome(() => parseCertificateList(encodeNull()))).toBe('malformed@0 unexpected-tag');
    const tbs = encodeSequence(...Object.values(plain));
    const ragged = encodeSequence(tbs, algorithm, hex('03020780'));
    expect(outcome(() => parseCertificateList(ragged))).toBe('malformed@156 bit-string-invalid');
    const more = encodeSequence(tbs, algorithm, encodeBitString(hex('01')), encodeNull());
    expect(outcome(() => parseCertificateList(more))).toMatch(/ trailing-bytes$/);
  });

  test('the error says what was read', () => {
    expect(() => parseCertificateList(hex('3000'))).toThrow('certificate list: malformed: element missing at byte 2');
  });
});

describe('bounds', () => {
  const oid = (i: number): string => `1.3.6.1.4.1.99999.${i}`;
  const notes = (count: number, critical = false): Uint8Array[] =>
    Array.from({ length: count }, (_, i) => note(oid(i), critical));

  test('32 extensions of an entry are read, 33 are not', () => {
    expect(read({ revoked: encodeSequence(entry(5, ...notes(32))) }).revokedCount).toBe(1);
    expect(outcome(() => read({ revoked: encodeSequence(entry(5, ...notes(33))) }))).toMatch(/^limit-exceeded/);
  });

  test('256 extensions of a list are read, 257 are not', () => {
    expect(read({ extensions: extensionsOf(...notes(256)) }).extensions).toHaveLength(256);
    expect(outcome(() => read({ extensions: extensionsOf(...notes(257)) }))).toMatch(/^limit-exceeded/);
  });

  test('256 unlike critical extensions of entries are named, 257 are refused', () => {
    const revoked = (count: number): Uint8Array =>
      encodeSequence(...Array.from({ length: 2 * count }, (_, i) => entry(i + 1, note(oid(i % count), true))));
    const { criticalEntryExtensions } = read({ revoked: revoked(256) });
    expect(criticalEntryExtensions).toEqual(Array.from({ length: 256 }, (_, i) => oid(i)));
    expect(outcome(() => read({ revoked: revoked(257) }))).toMatch(/^limit-exceeded/);
  });

  test('more than 16 MiB are refused', () => {
    const large = encodeElement(0x30, new Uint8Array(16 * 1024 * 1024));
    expect(outcome(() => parseCertificateList(large))).toBe('limit-exceeded@16777216');
  });

  test('what is no Uint8Array is a TypeError', () => {
    expect(() => parseCertificateList('' as unknown as Uint8Array)).toThrow(TypeError);
  });
});

test('the critical extensions of all entries are named, each once', () => {
  const revoked = encodeSequence(
    entry(1, note('1.2.3', true), note('1.2.5')),
    entry(2, note('1.2.4', true)),
    entry(3, note('1.2.3', true)),
  );
  expect(read({ revoked }).criticalEntryExtensions).toEqual(['1.2.3', '1.2.4']);
});

test('entries of a list of 100,000 are read when they are asked for, in their order', () => {
  const serial = (i: number): bigint => 2n ** 120n + BigInt(i);
  const entries = Array.from({ length: 100_000 }, (_, i) => entry(serial(i), reason(1)));
  const list = read({ revoked: encodeElement(Tag.SEQUENCE, Buffer.concat(entries)) });
  expect(list.revokedCount).toBe(100_000);
  const [first] = revokedCertificates(list);
  expect(first?.serialNumber).toEqual(hex(serial(0).toString(16).padStart(32, '0')));
  let i = 0;
  for (const { serialNumber } of revokedCertificates(list)) {
    const expected = serial(i++).toString(16).padStart(32, '0');
    if (Buffer.from(serialNumber).toString('hex') !== expected) throw new Error(`entry ${i} is another`);
  }
  expect(i).toBe(100_000);
});

test('a list that was not read here ends with an X509Error too', () => {
  expect(outcome(() => [...revokedCertificates({ version: 2, revoked: hex('3000') })])).toMatch(/^malformed/);
});
