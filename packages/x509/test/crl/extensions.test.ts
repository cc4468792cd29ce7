import {
  contextConstructed,
  contextPrimitive,
  encodeElement,
  encodeInteger,
  encodeNamedBits,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeUtf8String,
} from '@quorate/der';
import { describe, expect, test } from 'vitest';
import {
  type CrlEntryExtensions,
  certificateExtensions,
  certificateListExtensions,
  crlEntryExtensions,
  extensionName,
  parseCertificate,
  revokedCertificates,
} from '../../src/index.ts';
import {
  certificateOf,
  constructed,
  extensionOf,
  hex,
  nameOf,
  outcome,
  primitive,
  uri,
} from '../extensions/support.ts';
import { decodedInList, entry, enumerated, extensionsOf, generalized, read, utc } from './support.ts';

const IDP = '2.5.29.28';
const here = constructed(0, constructed(0, uri('http://crl.example/')));
const yes = (number: number): Uint8Array => primitive(number, hex('ff'));
const someReasons = (bits: readonly number[]): Uint8Array =>
  encodeElement(contextPrimitive(3), encodeNamedBits(bits).subarray(2));

function inEntry(oid: string, value: Uint8Array, critical = false): CrlEntryExtensions {
  const [only] = revokedCertificates(read({ revoked: encodeSequence(entry(5, extensionOf(oid, value, critical))) }));
  if (only === undefined) throw new Error('no entry');
  return crlEntryExtensions(only);
}

test('an issuing distribution point is read, field by field', () => {
  const nothing = {
    critical: true,
    distributionPoint: null,
    onlyContainsUserCerts: false,
    onlyContainsCACerts: false,
    onlySomeReasons: null,
    indirectCRL: false,
    onlyContainsAttributeCerts: false,
  };
  const point = (...fields: readonly Uint8Array[]): unknown =>
    decodedInList(IDP, encodeSequence(...fields), true).issuingDistributionPoint;
  expect(point(yes(1))).toEqual({ ...nothing, onlyContainsUserCerts: true });
  expect(point(yes(2))).toEqual({ ...nothing, onlyContainsCACerts: true });
  expect(point(yes(4))).toEqual({ ...nothing, indirectCRL: true });
  expect(point(yes(5))).toEqual({ ...nothing, onlyContainsAttributeCerts: true });
  expect(point(someReasons([1, 8]))).toEqual({ ...nothing, onlySomeReasons: ['keyCompromise', 'aACompromise'] });
  expect(point(someReasons([1, 9]))).toEqual({ ...nothing, onlySomeReasons: ['keyCompromise'] });
  const fullName = [{ type: 'uniformResourceIdentifier', value: 'http://crl.example/' }];
  expect(point(here)).toEqual({ ...nothing, distributionPoint: { fullName, nameRelativeToCRLIssuer: null } });
  const relative = constructed(0, constructed(1, encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String('CRL1'))));
  expect(point(relative)).toMatchObject({
    distributionPoint: { fullName: null, nameRelativeToCRLIssuer: [{ type: '2.5.4.3', text: 'CRL1' }] },
  });
  expect(point(here, yes(1), yes(2), someReasons([2]), yes(4), yes(5))).toEqual({
    critical: true,
    distributionPoint: { fullName, nameRelativeToCRLIssuer: null },
    onlyContainsUserCerts: true,
    onlyContainsCACerts: true,
    onlySomeReasons: ['cACompromise'],
    indirectCRL: true,
    onlyContainsAttributeCerts: true,
  });
});

test.each<[string, Uint8Array, string]>([
  ['no field', encodeSequence(), 'empty@2'],
  ['a default spelled out', encodeSequence(primitive(1, hex('00'))), 'malformed@2'],
  ['a truth that is not FF', encodeSequence(primitive(4, hex('01'))), 'malformed@4 boolean-invalid'],
  ['fields out of order', encodeSequence(yes(2), yes(1)), 'malformed@5 trailing-bytes'],
  ['a point without names', encodeSequence(constructed(0, constructed(0))), 'empty@6'],
  ['an empty point', encodeSequence(constructed(0)), 'malformed@4 element-missing'],
  [
    'both kinds of point',
    encodeSequence(constructed(0, constructed(0, uri('a')), constructed(1))),
    'malformed@9 trailing-bytes',
  ],
  ['a field of its own', encodeSequence(yes(1), yes(6)), 'malformed@5 trailing-bytes'],
])('an issuing distribution point is refused with %s', (_, value, expected) => {
  expect(outcome(() => decodedInList(IDP, value))).toBe(`issuingDistributionPoint ${expected}`);
});

describe.each([
  ['2.5.29.20', 'crlNumber', 'cRLNumber'],
  ['2.5.29.27', 'deltaCrlIndicator', 'deltaCRLIndicator'],
] as const)('%s', (oid, field, name) => {
  test('a number from 0 to 20 octets is read', () => {
    for (const number of [0n, 1n, 128n, 2n ** 159n - 1n]) {
      expect(decodedInList(oid, encodeInteger(number), true)[field]).toEqual({ critical: true, number });
    }
  });

  test.each([
    ['a negative one', encodeInteger(-1), 'number-invalid@2'],
    ['one of 21 octets', encodeInteger(2n ** 159n), 'number-invalid@2'],
    ['a padded one', hex('02020001'), 'malformed@2 integer-not-minimal'],
    ['one without octets', hex('0200'), 'malformed@2 integer-not-minimal'],
    ['another type', encodeOctetString(hex('01')), 'malformed@0 unexpected-tag'],
    ['something behind it', hex('02010105'), 'malformed@3 trailing-bytes'],
  ])('%s is refused', (_, value, expected) => {
    expect(outcome(() => decodedInList(oid, value))).toBe(`${name} ${expected}`);
  });
});

test('those that certificates have too are read as there', () => {
  const url = encodeSequence(uri('http://ca.example/'));
  const point = encodeSequence(encodeSequence(here));
  const access = encodeSequence(encodeSequence(encodeOid('1.3.6.1.5.5.7.48.2'), uri('http://ca.example/')));
  expect(decodedInList('2.5.29.35', encodeSequence(primitive(0, hex('aa')))).authorityKeyIdentifier).toMatchObject({
    keyIdentifier: hex('aa'),
  });
  expect(decodedInList('2.5.29.18', url).issuerAltName?.names).toHaveLength(1);
  expect(decodedInList('2.5.29.46', point).freshestCrl?.points).toHaveLength(1);
  expect(decodedInList('1.3.6.1.5.5.7.1.1', access).authorityInfoAccess?.descriptions).toHaveLength(1);
});

test('all others are kept unread, in their order: those of certificates and of entries too', () => {
  const oids = ['1.2.3', '2.5.29.19', '2.5.29.21', '2.5.29.29', '2.5.29.31'];
  const list = read({ extensions: extensionsOf(...oids.map((oid) => extensionOf(oid, encodeNull(), true))) });
  const { other, ...known } = certificateListExtensions(list);
  expect(other.map(({ oid, critical }) => `${oid} ${critical}`)).toEqual(oids.map((oid) => `${oid} true`));
  expect(Object.values(known)).toEqual(Array(7).fill(null));
});

test('each reason code has its name in RFC 5280, and others have none', () => {
  const names = [
    'unspecified',
    'keyCompromise',
    'cACompromise',
    'affiliationChanged',
    'superseded',
    'cessationOfOperation',
    'certificateHold',
    null,
    'removeFromCRL',
    'privilegeWithdrawn',
    'aACompromise',
    null,
  ];
  const codes = [
    ...names.map((reason, code) => ({ critical: false, code, reason })),
    { critical: false, code: 127, reason: null },
  ];
  for (const each of codes) expect(inEntry('2.5.29.21', enumerated(each.code)).reasonCode).toEqual(each);
  expect(inEntry('2.5.29.21', enumerated(1), true).reasonCode?.critical).toBe(true);
});

test('invalidity date and certificate issuer are read', () => {
  expect(inEntry('2.5.29.24', generalized(1_600_000_000)).invalidityDate).toEqual({
    critical: false,
    date: { type: 'GeneralizedTime', seconds: 1_600_000_000 },
  });
  const issuer = encodeSequence(encodeElement(contextConstructed(4), nameOf('another')));
  expect(inEntry('2.5.29.29', issuer, true).certificateIssuer).toMatchObject({
    critical: true,
    names: [{ type: 'directoryName', name: { bytes: nameOf('another') } }],
  });
  expect(inEntry('2.5.29.20', encodeInteger(1))).toMatchObject({ reasonCode: null, other: [{ oid: '2.5.29.20' }] });
});

test.each<[string, string, Uint8Array, string]>([
  ['a reason code that is an INTEGER', '2.5.29.21', encodeInteger(1), 'reasonCode malformed@0 unexpected-tag'],
  ['a reason code of two octets', '2.5.29.21', hex('0a020080'), 'reasonCode malformed@2 integer-out-of-range'],
  ['a negative reason code', '2.5.29.21', hex('0a01ff'), 'reasonCode malformed@2 integer-out-of-range'],
  ['a date in UTCTime', '2.5.29.24', utc(1_600_000_000), 'invalidityDate malformed@0 unexpected-tag'],
  ['no certificate issuer', '2.5.29.29', encodeSequence(), 'certificateIssuer empty@2'],
])('%s is refused', (_, oid, value, expected) => {
  expect(outcome(() => inEntry(oid, value))).toBe(expected);
});

test('the extensions of CRLs and entries have names, and a certificate keeps them unread', () => {
  const oids = ['2.5.29.20', '2.5.29.21', '2.5.29.24', '2.5.29.27', '2.5.29.28', '2.5.29.29'];
  expect(oids.map(extensionName)).toEqual([
    'cRLNumber',
    'reasonCode',
    'invalidityDate',
    'deltaCRLIndicator',
    'issuingDistributionPoint',
    'certificateIssuer',
  ]);
  const certificate = parseCertificate(certificateOf(...oids.map((oid) => extensionOf(oid, encodeNull()))));
  expect(certificateExtensions(certificate).other.map(({ oid }) => oid)).toEqual(oids);
});
