import { X509Certificate } from 'node:crypto';
import {
  encodeBitString,
  encodeElement,
  encodeInteger,
  encodeNull,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeUtf8String,
  Tag,
} from '@quorate/der';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { CertificationRequest } from 'pkijs';
import { describe, expect, test } from 'vitest';
import { nameText, parseCertificate, parseCertificationRequest, requestExtensions } from '../src/index.ts';
import { algorithm, constructed, extensionOf, hex, nameOf, outcome, publicKey } from './extensions/support.ts';

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const CHALLENGE_PASSWORD = '1.2.840.113549.1.9.7';

const attribute = (type: string, ...values: readonly Uint8Array[]): Uint8Array =>
  encodeSequence(encodeOid(type), encodeSetOf(...values));
const asking = (...extensions: readonly Uint8Array[]): Uint8Array =>
  attribute(EXTENSION_REQUEST, encodeSequence(...extensions));
const attributesOf = (...attributes: readonly Uint8Array[]): Uint8Array =>
  constructed(0, encodeSetOf(...attributes).subarray(2));
const requestOf = (...fields: readonly Uint8Array[]): Uint8Array =>
  encodeSequence(encodeSequence(...fields), algorithm, encodeBitString(hex('00')));
const requestWith = (attributes: Uint8Array): Uint8Array =>
  requestOf(encodeInteger(0), nameOf('who'), publicKey, attributes);

const basicConstraints = extensionOf('2.5.29.19', hex('30030101ff'), true);
const read = (der: Uint8Array): string => outcome(() => parseCertificationRequest(der));

describe('the request that was sent to a real CA', () => {
  const request = parseCertificationRequest(issuedCsr);

  test('has the name and the key of the certificate that came back', () => {
    const certificate = parseCertificate(issuedCertificate);
    expect(nameText(request.subject)).toBe('CN=Approver-Intermediate-SUB');
    expect(nameText(certificate.subject)).toBe(nameText(request.subject));
    expect(request.publicKey).toEqual(certificate.publicKey);
    expect(request.bytes).toBe(issuedCsr);
  });

  test('asks for digitalSignature and codeSigning, both critical', () => {
    const { keyUsage, extendedKeyUsage, basicConstraints: none } = requestExtensions(request);
    expect({ keyUsage, extendedKeyUsage, none }).toEqual({
      keyUsage: { critical: true, usages: ['digitalSignature'], unknownBits: [] },
      extendedKeyUsage: { critical: true, purposes: ['1.3.6.1.5.5.7.3.3'] },
      none: null,
    });
  });

  test('is read by pkijs to the same bytes', async () => {
    const other = CertificationRequest.fromBER(Uint8Array.from(issuedCsr));
    expect(Buffer.from(request.info)).toEqual(Buffer.from(other.tbsView));
    expect(Buffer.from(request.signature)).toEqual(Buffer.from(other.signatureValue.valueBlock.valueHexView));
    expect(request.attributes.map(({ type }) => type)).toEqual(other.attributes?.map(({ type }) => type));
    expect(await other.verify()).toBe(true);
    expect(() => new X509Certificate(issuedCsr)).toThrow();
  });
});

test('attributes are kept as they stand, and without an extensionRequest nothing is asked for', () => {
  const values = [encodeUtf8String('a'), encodeUtf8String('b')];
  const request = parseCertificationRequest(requestWith(attributesOf(attribute(CHALLENGE_PASSWORD, ...values))));
  expect(request.attributes).toEqual([{ type: CHALLENGE_PASSWORD, values }]);
  expect(request.extensions).toEqual([]);
  expect(parseCertificationRequest(requestWith(constructed(0))).attributes).toEqual([]);
});

test('the extensions asked for are read as those of a certificate', () => {
  const request = parseCertificationRequest(requestWith(attributesOf(asking(basicConstraints))));
  expect(request.extensions).toEqual([{ oid: '2.5.29.19', critical: true, value: hex('30030101ff') }]);
  expect(requestExtensions(request).basicConstraints).toEqual({ critical: true, ca: true, pathLen: null });
  const bad = parseCertificationRequest(requestWith(attributesOf(asking(extensionOf('2.5.29.15', hex('030100'))))));
  expect(() => requestExtensions(bad)).toThrow(
    'certification request: in the value of extension keyUsage: empty at byte 0',
  );
});

const two = [asking(basicConstraints), asking(extensionOf('1.2', hex('')))];
const bothValues = attribute(
  EXTENSION_REQUEST,
  encodeSequence(basicConstraints),
  encodeSequence(extensionOf('1.2', hex(''))),
);

test.each([
  ['an extensionRequest twice', requestWith(attributesOf(...two)), 'request-repeated@67'],
  ['an extensionRequest of two values', requestWith(attributesOf(bothValues)), 'request-repeated@43'],
  ['an extensionRequest without a value', requestWith(attributesOf(attribute(EXTENSION_REQUEST))), 'empty@43'],
  ['an extensionRequest without extensions', requestWith(attributesOf(asking())), 'malformed@60 element-missing'],
  [
    'an extensionRequest that is no SEQUENCE',
    requestWith(attributesOf(attribute(EXTENSION_REQUEST, encodeNull()))),
    'malformed@58',
  ],
  [
    'one extension twice',
    requestWith(attributesOf(asking(basicConstraints, basicConstraints))),
    'extension-repeated@77',
  ],
  ['an attribute without values', requestWith(attributesOf(attribute('1.2.3'))), 'empty@43'],
  [
    'an attribute value that is not DER',
    requestWith(attributesOf(attribute('1.2.3', hex('0101 01')))),
    'malformed@53 boolean-invalid',
  ],
  [
    'attributes out of order',
    requestWith(constructed(0, attribute('1.2.4', encodeNull()), attribute('1.2.3', encodeNull()))),
    'malformed@53 set-not-sorted',
  ],
  [
    'an attribute twice',
    requestWith(constructed(0, attribute('1.2.3', encodeNull()), attribute('1.2.3', encodeNull()))),
    'malformed@53 set-not-sorted',
  ],
  [
    'values out of order',
    requestWith(
      constructed(0, encodeSequence(encodeOid('1.2.3'), encodeElement(Tag.SET, hex('0201020500'), hex('020101')))),
    ),
    'malformed@56 set-not-sorted',
  ],
  ['an attribute that is no SEQUENCE', requestWith(constructed(0, encodeNull())), 'malformed@43'],
  ['no attributes at all', requestOf(encodeInteger(0), nameOf('who'), publicKey), 'malformed@41 element-missing'],
  ['version 2', requestOf(encodeInteger(1), nameOf('who'), publicKey, constructed(0)), 'version-invalid@4'],
  ['no key', requestOf(encodeInteger(0), nameOf('who'), constructed(0)), 'malformed@23 unexpected-tag'],
  ['something behind it', Uint8Array.of(...requestWith(constructed(0)), 0), 'malformed@59 trailing-bytes'],
  [
    'a field behind the attributes',
    requestOf(encodeInteger(0), nameOf('who'), publicKey, constructed(0), encodeNull()),
    'malformed@43 trailing-bytes',
  ],
  [
    'a field behind the values of an attribute',
    requestWith(constructed(0, encodeSequence(encodeOid('1.2.3'), encodeSetOf(encodeNull()), encodeNull()))),
    'malformed@53 trailing-bytes',
  ],
  [
    'a field behind the signature',
    encodeSequence(
      encodeSequence(encodeInteger(0), nameOf('who'), publicKey, constructed(0)),
      algorithm,
      encodeBitString(hex('00')),
      encodeNull(),
    ),
    'malformed@59 trailing-bytes',
  ],
  [
    'a signature that is not whole octets',
    encodeSequence(
      encodeSequence(encodeInteger(0), nameOf('who'), publicKey, constructed(0)),
      algorithm,
      encodeElement(Tag.BIT_STRING, hex('0480')),
    ),
    'malformed@57 bit-string-invalid',
  ],
  ['nothing in it', new Uint8Array(0), 'malformed@0 element-missing'],
  ['a certificate in its place', issuedCertificate, 'malformed@8 unexpected-tag'],
  ['more than 1 MiB', new Uint8Array(1024 * 1024 + 1), 'limit-exceeded@1048576'],
])('a request with %s is refused', (_, der, expected) => {
  expect(read(der)).toBe(expected);
});

test('more attributes than 256 are refused, as many are taken', () => {
  const many = (count: number): Uint8Array => {
    const attributes = Array.from({ length: count }, (_, i) => attribute(`1.2.${1000 + i}`, encodeNull()));
    const sorted = encodeSetOf(...attributes);
    return requestWith(
      constructed(0, sorted.subarray(sorted.length - attributes.length * (attributes[0]?.length ?? 0))),
    );
  };
  expect(read(many(256))).toBe('accepted');
  expect(read(many(257))).toMatch(/^limit-exceeded@/);
});

test('the message says that it was a certification request', () => {
  expect(() => parseCertificationRequest(hex('3000'))).toThrow(
    /^certification request: malformed: element missing at byte 2, expected tag 0x30$/,
  );
});
