import { encodeOid, encodeSequence, encodeUtf8String } from '@quorate/der';
import { expect, test } from 'vitest';
import { constructed, decoded, hex, nameOf, outcome, primitive, uri } from './support.ts';

const CRL_POINTS = '2.5.29.31';
const FRESHEST = '2.5.29.46';

const fullName = (...names: readonly Uint8Array[]): Uint8Array => constructed(0, constructed(0, ...names));
const relative = constructed(0, constructed(1, encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String('CRL1'))));
const issuer = constructed(2, constructed(4, nameOf('crl issuer')));

test('each field of a distribution point is read', () => {
  const value = encodeSequence(
    encodeSequence(fullName(uri('http://a/'), uri('ldap://b/'))),
    encodeSequence(relative, primitive(1, hex('0560'))),
    encodeSequence(primitive(1, hex('079f80')), issuer),
  );
  for (const [oid, field] of [
    [CRL_POINTS, 'crlDistributionPoints'],
    [FRESHEST, 'freshestCrl'],
  ] as const) {
    const found = decoded(oid, value)[field];
    expect(found?.points).toHaveLength(3);
    expect(found?.points[0]).toEqual({
      fullName: [
        { type: 'uniformResourceIdentifier', value: 'http://a/' },
        { type: 'uniformResourceIdentifier', value: 'ldap://b/' },
      ],
      nameRelativeToCRLIssuer: null,
      reasons: null,
      cRLIssuer: null,
    });
    expect(found?.points[1]).toMatchObject({
      fullName: null,
      nameRelativeToCRLIssuer: [{ type: '2.5.4.3', text: 'CRL1' }],
      reasons: ['keyCompromise', 'cACompromise'],
      cRLIssuer: null,
    });
    expect(found?.points[2]).toMatchObject({
      fullName: null,
      reasons: [
        'unused',
        'affiliationChanged',
        'superseded',
        'cessationOfOperation',
        'certificateHold',
        'privilegeWithdrawn',
        'aACompromise',
      ],
      cRLIssuer: [{ type: 'directoryName' }],
    });
  }
});

test.each([
  ['no point', encodeSequence(), 'empty@2'],
  ['an empty point', encodeSequence(encodeSequence()), 'empty@4'],
  ['reasons alone', encodeSequence(encodeSequence(primitive(1, hex('0560')))), 'field-missing@8'],
  ['a full name without names', encodeSequence(encodeSequence(fullName())), 'empty@8'],
  ['a name of neither kind', encodeSequence(encodeSequence(constructed(0))), 'malformed@6 element-missing'],
  [
    'a name of both kinds',
    encodeSequence(encodeSequence(constructed(0, constructed(0, uri('a')), constructed(1)))),
    'malformed@11 trailing-bytes',
  ],
  ['a relative name without attributes', encodeSequence(encodeSequence(constructed(0, constructed(1)))), 'malformed@8'],
  ['an issuer without names', encodeSequence(encodeSequence(constructed(2))), 'empty@6'],
  [
    'reasons with trailing zero bits',
    encodeSequence(encodeSequence(primitive(1, hex('0460')), issuer)),
    'malformed@7 named-bits-not-trimmed',
  ],
  ['fields out of order', encodeSequence(encodeSequence(issuer, relative)), 'malformed@31 trailing-bytes'],
])('cRLDistributionPoints with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(CRL_POINTS, value))).toBe(`cRLDistributionPoints ${expected}`);
});
