import { encodeElement, encodeNull, encodeOid, encodeSequence, encodeUtf8String, oidContent, Tag } from '@quorate/der';
import { expect, test } from 'vitest';
import { ascii, constructed, decoded, dnsName, hex, nameOf, outcome, primitive, uri } from './support.ts';

const SAN = '2.5.29.17';
const ISSUER_ALT_NAME = '2.5.29.18';
const AIA = '1.3.6.1.5.5.7.1.1';
const SIA = '1.3.6.1.5.5.7.1.11';

const otherName = constructed(0, encodeOid('1.3.6.1.4.1.311.20.2.3'), constructed(0, encodeUtf8String('user@example')));
const ediPartyName = constructed(5, constructed(1, encodeUtf8String('party')));
const x400Address = constructed(3, encodeSequence());

test('each kind of GeneralName is read, in the order of the list', () => {
  const value = encodeSequence(
    otherName,
    primitive(1, ascii('someone@example.com')),
    dnsName('*.example.com'),
    x400Address,
    constructed(4, nameOf('Some One')),
    ediPartyName,
    uri('https://example.com/'),
    primitive(7, hex('7f000001')),
    primitive(7, hex('00000000000000000000000000000001')),
    primitive(8, oidContent('1.2.3.4')),
  );
  for (const [oid, field] of [
    [SAN, 'subjectAltName'],
    [ISSUER_ALT_NAME, 'issuerAltName'],
  ] as const) {
    const extensions = decoded(oid, value, true);
    expect(extensions[field]).toMatchObject({
      critical: true,
      names: [
        { type: 'otherName', bytes: otherName },
        { type: 'rfc822Name', value: 'someone@example.com' },
        { type: 'dNSName', value: '*.example.com' },
        { type: 'x400Address', bytes: x400Address },
        { type: 'directoryName', name: { rdns: [[{ type: '2.5.4.3', text: 'Some One' }]], bytes: nameOf('Some One') } },
        { type: 'ediPartyName', bytes: ediPartyName },
        { type: 'uniformResourceIdentifier', value: 'https://example.com/' },
        { type: 'iPAddress', bytes: hex('7f000001') },
        { type: 'iPAddress', bytes: hex('00000000000000000000000000000001') },
        { type: 'registeredID', oid: '1.2.3.4' },
      ],
    });
  }
});

test('IA5 text is given as it stands, control characters and all', () => {
  expect(decoded(SAN, encodeSequence(dnsName('a\0b'), dnsName(''))).subjectAltName?.names).toEqual([
    { type: 'dNSName', value: 'a\0b' },
    { type: 'dNSName', value: '' },
  ]);
});

test.each([
  ['no name', '3000', 'empty@2'],
  ['a name outside ASCII', '3003 8201e9', 'malformed@4 string-invalid'],
  ['an address of 5 octets', '3007 87050102030405', 'address-invalid@4'],
  ['an address and a mask', '300a 87080a000000ff000000', 'address-invalid@4'],
  ['an empty address', '3002 8700', 'address-invalid@4'],
  ['an OID without arcs', '3002 8800', 'malformed@4 oid-invalid'],
  ['an OID with a padded arc', '3005 88032a8001', 'malformed@5 oid-invalid'],
  ['a tag beyond [8]', '3002 8900', 'malformed@2 unexpected-tag'],
  ['a constructed dNSName', '3005 a203820161', 'malformed@2 unexpected-tag'],
  ['a universal string', '3003 160161', 'malformed@2 unexpected-tag'],
  ['a directoryName without its own tag', '3002 a400', 'malformed@4 element-missing'],
  ['two names in one directoryName', '3006 a40430003000', 'malformed@6 trailing-bytes'],
  ['an otherName without a value', '3006 a004 06022a03', 'malformed@8 element-missing'],
  ['an otherName with an empty value', '3008 a006 06022a03a000', 'malformed@10 element-missing'],
  ['an otherName with two values', '300c a00a 06022a03a00405000500', 'malformed@12 trailing-bytes'],
  ['an otherName with a NULL that has content', '300b a009 06022a03a003050100', 'malformed@12 null-invalid'],
  ['an x400Address with a length too long', '3005 a303 300181', 'malformed@7 truncated'],
  ['a name that runs out of the list', '3003 820261', 'malformed@5 truncated'],
  ['something behind the list', '3003820161 00', 'malformed@5 trailing-bytes'],
])('subjectAltName with %s is refused', (_, value, expected) => {
  const said = outcome(() => decoded(SAN, hex(value)));
  expect(said).toBe(`subjectAltName ${expected}`);
});

test('a relative name without an attribute, and one out of order, is refused inside a directoryName too', () => {
  const inside = (name: Uint8Array): string => outcome(() => decoded(SAN, encodeSequence(constructed(4, name))));
  expect(inside(encodeSequence(encodeElement(Tag.SET)))).toBe('subjectAltName malformed@8');
  const a = encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String('a'));
  const b = encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String('b'));
  expect(inside(encodeSequence(encodeElement(Tag.SET, b, a)))).toBe('subjectAltName malformed@18 set-not-sorted');
});

test('info access lists methods and locations', () => {
  const value = encodeSequence(
    encodeSequence(encodeOid('1.3.6.1.5.5.7.48.1'), uri('http://ocsp.example.com')),
    encodeSequence(encodeOid('1.3.6.1.5.5.7.48.2'), constructed(4, nameOf('ca'))),
  );
  for (const [oid, field] of [
    [AIA, 'authorityInfoAccess'],
    [SIA, 'subjectInfoAccess'],
  ] as const) {
    expect(decoded(oid, value)[field]).toMatchObject({
      critical: false,
      descriptions: [
        {
          method: '1.3.6.1.5.5.7.48.1',
          location: { type: 'uniformResourceIdentifier', value: 'http://ocsp.example.com' },
        },
        { method: '1.3.6.1.5.5.7.48.2', location: { type: 'directoryName' } },
      ],
    });
  }
});

test.each([
  ['no description', encodeSequence(), 'empty@2'],
  [
    'a description without a location',
    encodeSequence(encodeSequence(encodeOid('1.2.3'))),
    'malformed@8 element-missing',
  ],
  [
    'a third field',
    encodeSequence(encodeSequence(encodeOid('1.2.3'), uri('a'), encodeNull())),
    'malformed@11 trailing-bytes',
  ],
])('authorityInfoAccess with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(AIA, value))).toBe(`authorityInfoAccess ${expected}`);
});
