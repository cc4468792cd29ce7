import { encodeElement, encodeNull, encodeOid, encodeSequence, Tag } from '@quorate/der';
import { expect, test } from 'vitest';
import { ascii, decoded, hex, outcome } from './support.ts';

const POLICIES = '2.5.29.32';
const MAPPINGS = '2.5.29.33';
const CPS = '1.3.6.1.5.5.7.2.1';

const ia5 = (text: string): Uint8Array => encodeElement(Tag.IA5_STRING, ascii(text));
const policy = (oid: string, ...qualifiers: readonly Uint8Array[]): Uint8Array =>
  encodeSequence(encodeOid(oid), ...(qualifiers.length === 0 ? [] : [encodeSequence(...qualifiers)]));

test('certificatePolicies lists its policies, with qualifiers as they stand', () => {
  const value = encodeSequence(
    policy('2.5.29.32.0'),
    policy('1.2.3', encodeSequence(encodeOid(CPS), ia5('https://example.com/cps'))),
  );
  expect(decoded(POLICIES, value, true).certificatePolicies).toEqual({
    critical: true,
    policies: [
      { oid: '2.5.29.32.0', qualifiers: [] },
      { oid: '1.2.3', qualifiers: [{ oid: CPS, value: ia5('https://example.com/cps') }] },
    ],
  });
});

test.each([
  ['no policy', encodeSequence(), 'empty@2'],
  ['one policy twice', encodeSequence(policy('1.2.3'), policy('1.2.4'), policy('1.2.3')), 'policy-repeated@14'],
  ['an empty list of qualifiers', encodeSequence(encodeSequence(encodeOid('1.2.3'), encodeSequence())), 'empty@10'],
  [
    'a qualifier without a value',
    encodeSequence(policy('1.2.3', encodeSequence(encodeOid(CPS)))),
    'malformed@22 element-missing',
  ],
  [
    'a qualifier with two values',
    encodeSequence(policy('1.2.3', encodeSequence(encodeOid(CPS), encodeNull(), encodeNull()))),
    'malformed@24 trailing-bytes',
  ],
  [
    'a qualifier that is not DER',
    encodeSequence(policy('1.2.3', encodeSequence(encodeOid(CPS), hex('30020101')))),
    'malformed@26 truncated',
  ],
  [
    'a field behind the qualifiers',
    encodeSequence(
      encodeSequence(encodeOid('1.2.3'), encodeSequence(encodeSequence(encodeOid(CPS), encodeNull())), encodeNull()),
    ),
    'malformed@24 trailing-bytes',
  ],
])('certificatePolicies with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(POLICIES, value))).toBe(`certificatePolicies ${expected}`);
});

test('policyMappings lists pairs, one issuer policy as often as it stands', () => {
  const pair = (a: string, b: string): Uint8Array => encodeSequence(encodeOid(a), encodeOid(b));
  expect(
    decoded(MAPPINGS, encodeSequence(pair('1.2.3', '1.2.4'), pair('1.2.3', '1.2.5')), true).policyMappings,
  ).toEqual({
    critical: true,
    mappings: [
      { issuerDomainPolicy: '1.2.3', subjectDomainPolicy: '1.2.4' },
      { issuerDomainPolicy: '1.2.3', subjectDomainPolicy: '1.2.5' },
    ],
  });
  expect(outcome(() => decoded(MAPPINGS, encodeSequence()))).toBe('policyMappings empty@2');
  expect(outcome(() => decoded(MAPPINGS, encodeSequence(encodeSequence(encodeOid('1.2.3')))))).toBe(
    'policyMappings malformed@8 element-missing',
  );
  const three = encodeSequence(encodeOid('1.2.3'), encodeOid('1.2.4'), encodeOid('1.2.5'));
  expect(outcome(() => decoded(MAPPINGS, encodeSequence(three)))).toBe('policyMappings malformed@12 trailing-bytes');
});
