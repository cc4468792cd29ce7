import { encodeInteger, encodeNamedBits, encodeOctetString, encodeOid, encodeSequence } from '@quorate/der';
import { expect, test } from 'vitest';
import { constructed, decoded, dnsName, hex, nameOf, outcome, primitive } from './support.ts';

const KEY_USAGE = '2.5.29.15';
const EXT_KEY_USAGE = '2.5.29.37';
const SKI = '2.5.29.14';
const AKI = '2.5.29.35';

test('each bit of keyUsage has its name in RFC 5280, and they come in their order', () => {
  expect(decoded(KEY_USAGE, encodeNamedBits([8, 7, 6, 5, 4, 3, 2, 1, 0]), true).keyUsage).toEqual({
    critical: true,
    usages: [
      'digitalSignature',
      'nonRepudiation',
      'keyEncipherment',
      'dataEncipherment',
      'keyAgreement',
      'keyCertSign',
      'cRLSign',
      'encipherOnly',
      'decipherOnly',
    ],
    unknownBits: [],
  });
  expect(decoded(KEY_USAGE, hex('030205a0')).keyUsage).toEqual({
    critical: false,
    usages: ['digitalSignature', 'keyEncipherment'],
    unknownBits: [],
  });
});

test('a bit of keyUsage that RFC 5280 does not name permits nothing', () => {
  expect(decoded(KEY_USAGE, encodeNamedBits([5, 9, 31])).keyUsage?.usages).toEqual(['keyCertSign']);
  expect(decoded(KEY_USAGE, encodeNamedBits([9])).keyUsage?.usages).toEqual([]);
  expect(decoded(KEY_USAGE, encodeNamedBits([5, 9, 31])).keyUsage?.unknownBits).toEqual([9, 31]);
});

test.each([
  ['no bit', '030100', 'keyUsage empty@0'],
  ['bits that are all zero', '03020700', 'keyUsage malformed@3 named-bits-not-trimmed'],
  ['trailing zero bits', '030204a0', 'keyUsage malformed@3 named-bits-not-trimmed'],
  ['unused bits that are set', '030207ff', 'keyUsage malformed@2 bit-string-invalid'],
  ['something behind it', '030205a00500', 'keyUsage malformed@4 trailing-bytes'],
  ['an OCTET STRING', '0402 05a0', 'keyUsage malformed@0 unexpected-tag'],
  ['nothing', '', 'keyUsage malformed@0 element-missing'],
])('keyUsage with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(KEY_USAGE, hex(value)))).toBe(expected);
});

test('extKeyUsage lists its purposes in their order, repeated ones as often as they stand', () => {
  const oids = ['1.3.6.1.5.5.7.3.2', '2.5.29.37.0', '1.3.6.1.5.5.7.3.2'];
  expect(decoded(EXT_KEY_USAGE, encodeSequence(...oids.map(encodeOid)), true).extendedKeyUsage).toEqual({
    critical: true,
    purposes: oids,
  });
});

test.each([
  ['no purpose', encodeSequence(), 'extKeyUsage empty@2'],
  ['a purpose that is no OID', encodeSequence(encodeInteger(1)), 'extKeyUsage malformed@2 unexpected-tag'],
  ['a purpose without a sequence', encodeOid('2.5.29.37.0'), 'extKeyUsage malformed@0 unexpected-tag'],
])('extKeyUsage with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(EXT_KEY_USAGE, value))).toBe(expected);
});

test('more items than 10,000 in one list are refused, as many are taken', () => {
  const purposes = Array.from({ length: 10_000 }, () => encodeOid('2.5.29.37.0'));
  expect(decoded(EXT_KEY_USAGE, encodeSequence(...purposes)).extendedKeyUsage?.purposes).toHaveLength(10_000);
  const more = encodeSequence(...purposes, encodeOid('2.5.29.37.0'));
  expect(outcome(() => decoded(EXT_KEY_USAGE, more))).toBe('extKeyUsage limit-exceeded@60004');
});

test('subjectKeyIdentifier is the content of its OCTET STRING', () => {
  expect(decoded(SKI, hex('0402abcd')).subjectKeyIdentifier).toEqual({ critical: false, keyIdentifier: hex('abcd') });
});

test.each([
  ['nothing', '', 'subjectKeyIdentifier malformed@0 element-missing'],
  ['something behind it', '0402abcd05', 'subjectKeyIdentifier malformed@4 trailing-bytes'],
  ['a bare identifier', '0a0b', 'subjectKeyIdentifier malformed@2 truncated'],
])('subjectKeyIdentifier with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(SKI, hex(value)))).toBe(expected);
});

test('authorityKeyIdentifier has all of its fields, some, or none', () => {
  const issuer = constructed(1, constructed(4, nameOf('Root')));
  const all = encodeSequence(primitive(0, hex('deadb00f')), issuer, primitive(2, hex('274f')));
  expect(decoded(AKI, all).authorityKeyIdentifier).toMatchObject({
    critical: false,
    keyIdentifier: hex('deadb00f'),
    issuer: [{ type: 'directoryName', name: { rdns: [[{ text: 'Root' }]] } }],
    serialNumber: hex('274f'),
  });
  expect(decoded(AKI, encodeSequence(primitive(0, hex('01')))).authorityKeyIdentifier).toEqual({
    critical: false,
    keyIdentifier: hex('01'),
    issuer: null,
    serialNumber: null,
  });
  expect(decoded(AKI, encodeSequence()).authorityKeyIdentifier?.keyIdentifier).toBeNull();
});

const names = constructed(1, dnsName('a'));

test.each([
  ['an issuer without a serial number', encodeSequence(names), 'field-missing@7'],
  ['a serial number without an issuer', encodeSequence(primitive(2, hex('01'))), 'field-missing@5'],
  ['an issuer without names', encodeSequence(constructed(1), primitive(2, hex('01'))), 'empty@4'],
  [
    'a serial number that is padded',
    encodeSequence(names, primitive(2, hex('0001'))),
    'malformed@9 integer-not-minimal',
  ],
  ['a serial number without content', encodeSequence(names, primitive(2, hex(''))), 'malformed@9 integer-not-minimal'],
  ['fields out of order', encodeSequence(primitive(2, hex('01')), names), 'malformed@5 trailing-bytes'],
  ['an OCTET STRING of its own tag', encodeSequence(encodeOctetString(hex('01'))), 'malformed@2 trailing-bytes'],
  ['a constructed identifier', encodeSequence(constructed(0, hex('0400'))), 'malformed@2 trailing-bytes'],
])('authorityKeyIdentifier with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(AKI, value))).toBe(`authorityKeyIdentifier ${expected}`);
});
