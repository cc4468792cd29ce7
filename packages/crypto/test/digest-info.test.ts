import { encodeNull, encodeOctetString, encodeOid, encodeSequence, hexOf } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { digestNames, digests } from '../src/digest.ts';
import { digestInfo } from '../src/digest-info.ts';

const data = new TextEncoder().encode('quorum');

describe('a DigestInfo', () => {
  test.each(digestNames)('of %s is what the encoders of DER make of its object identifier', (name) => {
    const { oid, hash } = digests[name];
    const algorithm = encodeSequence(encodeOid(oid), encodeNull());
    expect(hexOf(digestInfo(name, data))).toBe(hexOf(encodeSequence(algorithm, encodeOctetString(hash(data)))));
  });
  // RFC 8017, 9.2, note 1; NIST's register for SHA-3
  test.each([
    ['SHA-1', '3021300906052b0e03021a05000414'],
    ['SHA-224', '302d300d06096086480165030402040500041c'],
    ['SHA-256', '3031300d060960864801650304020105000420'],
    ['SHA-384', '3041300d060960864801650304020205000430'],
    ['SHA-512', '3051300d060960864801650304020305000440'],
    ['SHA-512/224', '302d300d06096086480165030402050500041c'],
    ['SHA-512/256', '3031300d060960864801650304020605000420'],
    ['SHA3-224', '302d300d06096086480165030402070500041c'],
    ['SHA3-256', '3031300d060960864801650304020805000420'],
    ['SHA3-384', '3041300d060960864801650304020905000430'],
    ['SHA3-512', '3051300d060960864801650304020a05000440'],
  ] as const)('of %s begins as it is written there', (name, start) => {
    expect(hexOf(digestInfo(name, data)).startsWith(start)).toBe(true);
  });
  test('is there for every digest', () => expect(digestNames.length).toBe(11));
});
