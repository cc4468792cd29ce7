import { encodeElement, encodeSequence, Tag, walkDer } from '@quorate/der';
import { issuedCertificate } from '@quorate/vectors';
import { fromBER } from 'asn1js';
import { describe, expect, test } from 'vitest';
import { ascii, hex, join, outcome, walked } from './support.ts';

/** Whether asn1js 4.0.0 reads an element from the bytes, whatever it warns of. */
function asn1jsTakes(bytes: Uint8Array): boolean {
  return fromBER(Uint8Array.from(bytes)).offset !== -1;
}

describe('what a widely used BER reader takes is refused here', () => {
  test.each([
    ['a length in one octet too many', '04 81 01 00', 'length-not-minimal@1'],
    ['a length with a leading zero', '04 82 00 01 00', 'length-not-minimal@1'],
    ['an indefinite length', '30 80 05 00 00 00', 'length-indefinite@1'],
    ['a constructed OCTET STRING', '24 04 04 02 01 02', 'form-invalid@0'],
    ['a constructed BIT STRING', '23 04 03 02 00 01', 'form-invalid@0'],
    ['a constructed UTF8String', '2c 03 0c 01 41', 'form-invalid@0'],
    ['bytes behind the element', '05 00 00', 'trailing-bytes@2'],
    ['a child that runs past its parent', '30 03 04 02 01 02', 'truncated@5'],
    ['end-of-contents in a definite SEQUENCE', '30 04 05 00 00 00', 'form-invalid@4'],
    ['a superfluous zero in an INTEGER', '02 02 00 01', 'integer-not-minimal@2'],
    ['a superfluous FF in an INTEGER', '02 02 ff ff', 'integer-not-minimal@2'],
    ['an empty INTEGER', '02 00', 'integer-not-minimal@2'],
    ['a BOOLEAN of 01', '01 01 01', 'boolean-invalid@2'],
    ['an empty BOOLEAN', '01 00', 'boolean-invalid@2'],
    ['a BOOLEAN of two octets', '01 02 ff ff', 'boolean-invalid@2'],
    ['a NULL with content', '05 01 00', 'null-invalid@2'],
    ['a padded tag number', '9f 80 1f 00', 'tag-not-minimal@1'],
    ['a small tag number in the long form', '9f 01 00', 'tag-not-minimal@1'],
    ['dirty unused bits', '03 02 04 ff', 'bit-string-invalid@2'],
    ['a BIT STRING without its count', '03 00', 'bit-string-invalid@2'],
    ['an empty OBJECT IDENTIFIER', '06 00', 'oid-invalid@2'],
    ['a padded arc', '06 03 2a 80 01', 'oid-invalid@3'],
    ['invalid UTF-8', '0c 02 c3 28', 'string-invalid@2'],
    ['a character not in PrintableString', '13 01 40', 'string-invalid@2'],
    ['an octet not in PrintableString', '13 01 e9', 'string-invalid@2'],
    ['an octet not in IA5String', '16 01 80', 'string-invalid@2'],
    ['a letter in NumericString', '12 01 41', 'string-invalid@2'],
    ['31 February in UTCTime', `17 0d ${ascii('240231000000Z')}`, 'time-invalid@2'],
    ['month 13 in UTCTime', `17 0d ${ascii('241301000000Z')}`, 'time-invalid@2'],
    ['UTCTime without seconds', `17 0b ${ascii('2401010000Z')}`, 'time-invalid@2'],
    ['31 February in GeneralizedTime', `18 0f ${ascii('20240231000000Z')}`, 'time-invalid@2'],
    ['a fraction', `18 11 ${ascii('20240101000000.5Z')}`, 'time-invalid@2'],
    ['local time', `18 0e ${ascii('20240101000000')}`, 'time-invalid@2'],
    ['an unsorted SET', '31 06 02 01 02 02 01 01', 'set-not-sorted@5'],
    ['a SET with the same twice', '31 06 02 01 01 02 01 01', 'set-not-sorted@5'],
  ])('%s', (_, bytes, expected) => {
    expect(asn1jsTakes(hex(bytes))).toBe(true);
    expect(walked(bytes)).toBe(expected);
  });

  test('an OBJECT IDENTIFIER of 100 kB', () => {
    const bytes = encodeElement(Tag.OBJECT_IDENTIFIER, new Uint8Array(100_000).fill(0x2a));
    expect(asn1jsTakes(bytes)).toBe(true);
    expect(outcome(() => walkDer(bytes))).toBe('oid-invalid@5');
  });

  test('a time that makes it throw', () => {
    const bytes = hex(`18 11 ${ascii('20560101000000,1Z')}`);
    expect(() => fromBER(Uint8Array.from(bytes))).toThrow();
    expect(outcome(() => walkDer(bytes))).toBe('time-invalid@2');
  });

  test('a real certificate with bytes behind it, or another form of its outer length', () => {
    const [first, , high, low] = issuedCertificate;
    expect([first, issuedCertificate[1]]).toEqual([0x30, 0x82]);
    const content = issuedCertificate.subarray(4);
    const variants: readonly [Uint8Array, string][] = [
      [join(issuedCertificate, hex('00 00')), 'trailing-bytes@758'],
      [join(Uint8Array.of(0x30, 0x83, 0, high as number, low as number), content), 'length-not-minimal@1'],
      [join(hex('30 80'), content, hex('00 00')), 'length-indefinite@1'],
    ];
    for (const [bytes, expected] of variants) {
      expect(asn1jsTakes(bytes)).toBe(true);
      expect(outcome(() => walkDer(bytes))).toBe(expected);
    }
    expect(outcome(() => walkDer(encodeSequence(content)))).toBe('accepted');
  });
});
