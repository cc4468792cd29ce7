import { encodeBoolean, encodeInteger, encodeSequence } from '@quorate/der';
import { expect, test } from 'vitest';
import { constructed, decoded, dnsName, hex, nameOf, outcome, primitive } from './support.ts';

const BASIC_CONSTRAINTS = '2.5.29.19';
const NAME_CONSTRAINTS = '2.5.29.30';
const POLICY_CONSTRAINTS = '2.5.29.36';
const INHIBIT_ANY_POLICY = '2.5.29.54';

test('basicConstraints says whether the key is a CA, and how many CAs may follow', () => {
  const of = (...fields: Uint8Array[]) => decoded(BASIC_CONSTRAINTS, encodeSequence(...fields), true).basicConstraints;
  expect(of()).toEqual({ critical: true, ca: false, pathLen: null });
  expect(of(encodeBoolean(true))).toEqual({ critical: true, ca: true, pathLen: null });
  expect(of(encodeBoolean(true), encodeInteger(0))).toEqual({ critical: true, ca: true, pathLen: 0 });
  expect(of(encodeBoolean(true), encodeInteger(2 ** 31 - 1))?.pathLen).toBe(2 ** 31 - 1);
});

test('a pathLen without cA is read as it stands', () => {
  expect(decoded(BASIC_CONSTRAINTS, encodeSequence(encodeInteger(3))).basicConstraints).toEqual({
    critical: false,
    ca: false,
    pathLen: 3,
  });
});

test.each([
  ['cA FALSE spelled out', encodeSequence(encodeBoolean(false)), 'malformed@2'],
  ['a BOOLEAN of 01', hex('3003010101'), 'malformed@4 boolean-invalid'],
  ['a negative pathLen', encodeSequence(encodeBoolean(true), encodeInteger(-1)), 'malformed@7 integer-out-of-range'],
  [
    'a pathLen of 2^31',
    encodeSequence(encodeBoolean(true), encodeInteger(2 ** 31)),
    'malformed@7 integer-out-of-range',
  ],
  ['a padded pathLen', hex('30070101ff02020001'), 'malformed@7 integer-not-minimal'],
  ['its fields exchanged', encodeSequence(encodeInteger(1), encodeBoolean(true)), 'malformed@5 trailing-bytes'],
  [
    'a third field',
    encodeSequence(encodeBoolean(true), encodeInteger(1), encodeInteger(1)),
    'malformed@8 trailing-bytes',
  ],
  ['an indefinite length', hex('30800000'), 'malformed@1 length-indefinite'],
  ['a length in two octets', hex('308100'), 'malformed@1 length-not-minimal'],
  ['something behind it', hex('30000500'), 'malformed@2 trailing-bytes'],
])('basicConstraints with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(BASIC_CONSTRAINTS, value))).toBe(`basicConstraints ${expected}`);
});

const subtree = (base: Uint8Array, ...rest: readonly Uint8Array[]): Uint8Array => encodeSequence(base, ...rest);
const constraints = (...lists: readonly Uint8Array[]): Uint8Array => encodeSequence(...lists);
const network = (octets: string): Uint8Array => constraints(constructed(0, subtree(primitive(7, hex(octets)))));

test('nameConstraints has permitted and excluded name spaces, and an absent list is empty', () => {
  const permitted = constructed(0, subtree(dnsName('.example.com')), subtree(constructed(4, nameOf('a', 'b'))));
  const excluded = constructed(1, subtree(primitive(7, hex('0a000000ff000000'))));
  expect(decoded(NAME_CONSTRAINTS, constraints(permitted, excluded), true).nameConstraints).toMatchObject({
    critical: true,
    permitted: [
      { base: { type: 'dNSName', value: '.example.com' } },
      { base: { type: 'directoryName', name: { rdns: [[{ text: 'a' }], [{ text: 'b' }]] } } },
    ],
    excluded: [{ base: { type: 'iPAddress', bytes: hex('0a000000ff000000') } }],
  });
  expect(decoded(NAME_CONSTRAINTS, constraints(excluded)).nameConstraints?.permitted).toEqual([]);
  expect(decoded(NAME_CONSTRAINTS, constraints(permitted)).nameConstraints?.excluded).toEqual([]);
});

test('every contiguous mask is taken, of 4 octets and of 16', () => {
  for (const size of [4, 16]) {
    for (let ones = 0; ones <= 8 * size; ones++) {
      const bits = '1'.repeat(ones).padEnd(8 * size, '0');
      const mask = (bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2).toString(16).padStart(2, '0'));
      expect(outcome(() => decoded(NAME_CONSTRAINTS, network(`${'00'.repeat(size)}${mask.join('')}`)))).toBe(
        'accepted',
      );
    }
  }
});

test.each([
  ['neither list', encodeSequence(), 'empty@2'],
  ['an empty list', constraints(constructed(0)), 'empty@4'],
  [
    'the lists exchanged',
    constraints(constructed(1, subtree(dnsName('a'))), constructed(0, subtree(dnsName('a')))),
    'malformed@9 trailing-bytes',
  ],
  ['an address without a mask', network('0a000000'), 'address-invalid@8'],
  ['an address of 10 octets', network('0a0000000000ff000000'), 'address-invalid@8'],
  ['a mask with a hole', network('0a000000ff00ff00'), 'address-invalid@8'],
  ['a mask that starts late', network('0a0000007f000000'), 'address-invalid@8'],
  [
    'a minimum of 0 spelled out',
    constraints(constructed(0, subtree(dnsName('a'), primitive(0, hex('00'))))),
    'distance-invalid@9',
  ],
  ['a minimum of 1', constraints(constructed(0, subtree(dnsName('a'), primitive(0, hex('01'))))), 'distance-invalid@9'],
  ['a maximum', constraints(constructed(0, subtree(dnsName('a'), primitive(1, hex('01'))))), 'distance-invalid@9'],
  [
    'a fourth field of a name space',
    constraints(constructed(0, subtree(dnsName('a'), primitive(2, hex('01'))))),
    'malformed@9 trailing-bytes',
  ],
  [
    'a base that is no name',
    constraints(constructed(0, subtree(primitive(9, hex('01'))))),
    'malformed@6 unexpected-tag',
  ],
  ['a base outside ASCII', constraints(constructed(0, subtree(primitive(2, hex('ff'))))), 'malformed@8 string-invalid'],
])('nameConstraints with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(NAME_CONSTRAINTS, value))).toBe(`nameConstraints ${expected}`);
});

test('policyConstraints has one of its numbers, or both', () => {
  const both = encodeSequence(primitive(0, hex('00')), primitive(1, hex('0100')));
  expect(decoded(POLICY_CONSTRAINTS, both, true).policyConstraints).toEqual({
    critical: true,
    requireExplicitPolicy: 0,
    inhibitPolicyMapping: 256,
  });
  expect(decoded(POLICY_CONSTRAINTS, encodeSequence(primitive(1, hex('02')))).policyConstraints).toEqual({
    critical: false,
    requireExplicitPolicy: null,
    inhibitPolicyMapping: 2,
  });
});

test.each([
  ['neither number', encodeSequence(), 'empty@2'],
  ['a negative number', encodeSequence(primitive(0, hex('ff'))), 'malformed@4 integer-out-of-range'],
  ['an INTEGER of its own tag', encodeSequence(encodeInteger(1)), 'malformed@2 trailing-bytes'],
])('policyConstraints with %s is refused', (_, value, expected) => {
  expect(outcome(() => decoded(POLICY_CONSTRAINTS, value))).toBe(`policyConstraints ${expected}`);
});

test('inhibitAnyPolicy is a number from 0', () => {
  expect(decoded(INHIBIT_ANY_POLICY, encodeInteger(7), true).inhibitAnyPolicy).toEqual({
    critical: true,
    skipCerts: 7,
  });
  expect(outcome(() => decoded(INHIBIT_ANY_POLICY, encodeInteger(-1)))).toBe(
    'inhibitAnyPolicy malformed@2 integer-out-of-range',
  );
});
