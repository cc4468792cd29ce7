import {
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
} from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { nameText, parseOcspResponse } from '../../src/index.ts';
import { enumerated, generalized, nothing, utc } from '../crl/support.ts';
import { algorithm, hex, nameOf, outcome, primitive } from '../extensions/support.ts';
import {
  BASIC,
  basicOf,
  certIdOf,
  encodedResponse,
  good,
  note,
  PRODUCED,
  read,
  responseOf,
  revoked,
  singleOf,
  unknown,
} from './support.ts';

const time = (seconds: number): object => ({ type: 'GeneralizedTime', seconds });
const certId = { hashAlgorithm: '1.3.14.3.2.26', issuerNameHash: hex('aa'), issuerKeyHash: hex('bb') };

test('each field is read', () => {
  const bytes = responseOf(basicOf());
  const { basic, ...rest } = parseOcspResponse(bytes);
  expect(rest).toEqual({ bytes, responseStatus: 'successful', responseType: BASIC });
  expect(basic).toMatchObject({
    producedAt: time(PRODUCED),
    responses: [
      {
        certId: { ...certId, serialNumber: hex('05') },
        certStatus: { type: 'good' },
        thisUpdate: time(PRODUCED - 30),
        nextUpdate: time(PRODUCED + 30),
        extensions: [],
      },
    ],
    extensions: [],
    signatureAlgorithm: algorithm,
    signature: hex('010203'),
    certificates: [],
  });
  expect(basic?.responderId.type === 'byName' && nameText(basic.responderId.name)).toBe('CN=responder');
});

test('byte fields are views of the input, and what is signed is where it stood', () => {
  const basic = basicOf();
  const der = responseOf(basic);
  const wider = new Uint8Array(der.length + 20);
  wider.set(der, 7);
  const found = parseOcspResponse(wider.subarray(7, 7 + der.length)).basic;
  for (const view of [found?.bytes, found?.tbs, found?.signature, found?.responses[0]?.certId.serialNumber]) {
    expect(view?.buffer).toBe(wider.buffer);
  }
  expect(Buffer.from(found?.bytes ?? []).equals(basic)).toBe(true);
  expect(found?.tbs.byteOffset).toBe((found?.bytes.byteOffset ?? 0) + 2);
});

describe('what else is read', () => {
  test.each<[string, Parameters<typeof read>[0], object]>([
    [
      'a responder by its key',
      { responderId: encodeExplicit(2, encodeOctetString(hex('cc'))) },
      { responderId: { type: 'byKey', keyHash: hex('cc') } },
    ],
    ['no response', { responses: encodeSequence() }, { responses: [] }],
    [
      'several responses, in their order',
      { responses: encodeSequence(...[7, 5, 6].map((serial) => singleOf({ certId: certIdOf(serial) }))) },
      { responses: [7, 5, 6].map((serial) => ({ certId: { serialNumber: Uint8Array.of(serial) } })) },
    ],
    [
      'an unknown certificate',
      { responses: encodeSequence(singleOf({ certStatus: unknown })) },
      { responses: [{ certStatus: { type: 'unknown' } }] },
    ],
    [
      'a revocation without a reason',
      { responses: encodeSequence(singleOf({ certStatus: revoked() })) },
      {
        responses: [
          { certStatus: { type: 'revoked', revocationTime: time(PRODUCED - 60), reasonCode: null, reason: null } },
        ],
      },
    ],
    [
      'a revocation with a reason',
      { responses: encodeSequence(singleOf({ certStatus: revoked(encodeExplicit(0, enumerated(1))) })) },
      { responses: [{ certStatus: { reasonCode: 1, reason: 'keyCompromise' } }] },
    ],
    [
      'a revocation with a reason that RFC 5280 does not have',
      { responses: encodeSequence(singleOf({ certStatus: revoked(encodeExplicit(0, enumerated(7))) })) },
      { responses: [{ certStatus: { type: 'revoked', reasonCode: 7, reason: null } }] },
    ],
    [
      'no nextUpdate',
      { responses: encodeSequence(singleOf({ nextUpdate: nothing })) },
      { responses: [{ nextUpdate: null }] },
    ],
    [
      'extensions of a single response',
      { responses: encodeSequence(singleOf({ extensions: encodeExplicit(1, encodeSequence(note('1.2.3'))) })) },
      { responses: [{ extensions: [{ oid: '1.2.3', critical: false, value: hex('0500') }] }] },
    ],
    [
      'extensions',
      { extensions: encodeExplicit(1, encodeSequence(note('1.2.3'))) },
      { extensions: [{ oid: '1.2.3' }] },
    ],
    [
      'a digest without parameters',
      {
        responses: encodeSequence(
          singleOf({ certId: certIdOf(5, encodeSequence(encodeOid('2.16.840.1.101.3.4.2.1'))) }),
        ),
      },
      { responses: [{ certId: { hashAlgorithm: '2.16.840.1.101.3.4.2.1' } }] },
    ],
    [
      'certificates, whatever is in them',
      { certificates: encodeExplicit(0, encodeSequence(encodeSequence(), encodeSequence(encodeNull()))) },
      { certificates: [hex('3000'), hex('30020500')] },
    ],
  ])('%s', (_, parts, expected) => {
    expect(read(parts)).toMatchObject(expected);
    const der = responseOf(basicOf(parts));
    expect(encodedResponse(parseOcspResponse(der))).toEqual(der);
  });

  test('a response that is none, by its status', () => {
    const names = Array.from({ length: 8 }, (_, code) => {
      const der = encodeSequence(enumerated(code));
      const end = outcome(() => parseOcspResponse(der));
      return end === 'accepted' ? parseOcspResponse(der).responseStatus : end;
    });
    expect(names).toEqual([
      'field-missing@5',
      'malformedRequest',
      'internalError',
      'tryLater',
      'malformed@2',
      'sigRequired',
      'unauthorized',
      'malformed@4 integer-out-of-range',
    ]);
    expect(parseOcspResponse(encodeSequence(enumerated(3)))).toMatchObject({ responseType: null, basic: null });
  });

  test('a response of another type, whatever is in it', () => {
    const response = parseOcspResponse(responseOf(hex('ff'), '1.3.6.1.5.5.7.48.1.2'));
    expect(response).toMatchObject({ responseStatus: 'successful', responseType: '1.3.6.1.5.5.7.48.1.2', basic: null });
  });
});

describe('what is refused', () => {
  const ofSingle = (parts: Parameters<typeof singleOf>[0]): Parameters<typeof read>[0] => ({
    responses: encodeSequence(singleOf(parts)),
  });
  const fraction = encodeElement(0x18, new TextEncoder().encode('20231114221320.5Z'));
  test.each<[string, Parameters<typeof read>[0], string]>([
    ['the one version spelled out', { version: encodeExplicit(0, encodeInteger(0)) }, 'version-invalid'],
    ['a version that there is not', { version: encodeExplicit(0, encodeInteger(1)) }, 'version-invalid'],
    ['no responder', { responderId: nothing }, 'malformed unexpected-tag'],
    ['a responder of a third kind', { responderId: encodeExplicit(3, nameOf('a')) }, 'malformed unexpected-tag'],
    ['two responders', { responderId: encodeElement(0xa1, nameOf('a'), nameOf('b')) }, 'malformed trailing-bytes'],
    ['producedAt in UTCTime', { producedAt: utc(PRODUCED) }, 'malformed unexpected-tag'],
    ['a fraction of a second', { producedAt: fraction }, 'malformed time-invalid'],
    ['thisUpdate in UTCTime', ofSingle({ thisUpdate: utc(PRODUCED) }), 'malformed unexpected-tag'],
    ['nextUpdate in UTCTime', ofSingle({ nextUpdate: encodeExplicit(0, utc(PRODUCED)) }), 'malformed unexpected-tag'],
    [
      'two times in nextUpdate',
      ofSingle({ nextUpdate: encodeElement(0xa0, generalized(1), generalized(1)) }),
      'malformed trailing-bytes',
    ],
    ['no status', ofSingle({ certStatus: nothing }), 'malformed unexpected-tag'],
    ['good with content', ofSingle({ certStatus: primitive(0, hex('00')) }), 'malformed null-invalid'],
    ['unknown with content', ofSingle({ certStatus: primitive(2, hex('00')) }), 'malformed null-invalid'],
    ['good in constructed form', ofSingle({ certStatus: encodeElement(0xa0) }), 'malformed unexpected-tag'],
    ['two statuses', ofSingle({ certStatus: Uint8Array.of(...good, ...good) }), 'malformed unexpected-tag'],
    ['a revocation without a time', ofSingle({ certStatus: encodeElement(0xa1) }), 'malformed element-missing'],
    [
      'a reason that is an INTEGER',
      ofSingle({ certStatus: revoked(encodeExplicit(0, encodeInteger(1))) }),
      'malformed unexpected-tag',
    ],
    [
      'something behind a reason',
      ofSingle({ certStatus: revoked(encodeExplicit(0, enumerated(1)), encodeNull()) }),
      'malformed trailing-bytes',
    ],
    [
      'parameters of a digest that are not NULL',
      ofSingle({ certId: certIdOf(5, encodeSequence(encodeOid('1.2.3'), encodeInteger(1))) }),
      'malformed trailing-bytes',
    ],
    ['an empty list of extensions', { extensions: encodeExplicit(1, encodeSequence()) }, 'malformed element-missing'],
    [
      'an extension twice',
      { extensions: encodeExplicit(1, encodeSequence(note('1.2.3'), note('1.2.3'))) },
      'extension-repeated',
    ],
    ['a signature that is not whole octets', { signature: hex('03020780') }, 'malformed bit-string-invalid'],
    [
      'a certificate that is no SEQUENCE',
      { certificates: encodeExplicit(0, encodeSequence(encodeNull())) },
      'malformed unexpected-tag',
    ],
    [
      'something behind the certificates',
      { certificates: Uint8Array.of(...encodeExplicit(0, encodeSequence()), 5, 0) },
      'malformed trailing-bytes',
    ],
  ])('%s', (_, parts, expected) => {
    expect(outcome(() => read(parts)).replace(/@\d+/, '')).toBe(expected);
  });

  test('bytes behind it, in it or in the OCTET STRING', () => {
    const der = responseOf(basicOf());
    expect(outcome(() => parseOcspResponse(Uint8Array.of(...der, 0)))).toBe(`malformed@${der.length} trailing-bytes`);
    const inside = responseOf(Uint8Array.of(...basicOf(), 0));
    expect(outcome(() => parseOcspResponse(inside))).toBe(`malformed@${inside.length - 1} trailing-bytes`);
    const bytes = [encodeOid(BASIC), encodeOctetString(basicOf())];
    for (const explicit of [
      encodeElement(0xa0, encodeSequence(...bytes), encodeNull()),
      encodeElement(0xa0, encodeSequence(...bytes, encodeNull())),
    ]) {
      const more = encodeSequence(enumerated(0), explicit);
      expect(outcome(() => parseOcspResponse(more))).toBe(`malformed@${more.length - 2} trailing-bytes`);
    }
    const failed = encodeSequence(enumerated(2), encodeExplicit(0, encodeSequence()));
    expect(outcome(() => parseOcspResponse(failed))).toBe('malformed@5 trailing-bytes');
    expect(() => parseOcspResponse(hex('3000'))).toThrow('OCSP response: malformed: element missing at byte 2');
  });

  test('an offset is one in the bytes given, inside the OCTET STRING too', () => {
    const der = responseOf(basicOf({ producedAt: fraction }));
    const at = Buffer.from(der).indexOf(fraction.subarray(2));
    expect(outcome(() => parseOcspResponse(der))).toBe(`malformed@${at} time-invalid`);
  });
});

describe('bounds', () => {
  test('64 certificates are read, 65 are not', () => {
    const certificates = (count: number): Uint8Array =>
      encodeExplicit(0, encodeSequence(...Array.from({ length: count }, () => encodeSequence())));
    expect(read({ certificates: certificates(64) }).certificates).toHaveLength(64);
    expect(outcome(() => read({ certificates: certificates(65) }))).toMatch(/^limit-exceeded/);
  });

  test('10,000 responses are read, 10,001 are not', () => {
    const responses = (count: number): Uint8Array => {
      const one = singleOf({ nextUpdate: nothing });
      return encodeElement(0x30, Buffer.concat(Array.from({ length: count }, () => one)));
    };
    expect(read({ responses: responses(10_000) }).responses).toHaveLength(10_000);
    expect(outcome(() => read({ responses: responses(10_001) }))).toMatch(/^limit-exceeded/);
  });

  test('32 extensions of a single response are read, 33 are not', () => {
    const single = (count: number): Uint8Array => {
      const notes = Array.from({ length: count }, (_, i) => note(`1.2.${i}`));
      return encodeSequence(singleOf({ extensions: encodeExplicit(1, encodeSequence(...notes)) }));
    };
    expect(read({ responses: single(32) }).responses[0]?.extensions).toHaveLength(32);
    expect(outcome(() => read({ responses: single(33) }))).toMatch(/^limit-exceeded/);
  });

  test('more than 1 MiB is refused, and what is no Uint8Array is a TypeError', () => {
    expect(outcome(() => parseOcspResponse(new Uint8Array(1024 * 1024 + 1)))).toBe('limit-exceeded@1048576');
    expect(() => parseOcspResponse(null as unknown as Uint8Array)).toThrow(TypeError);
  });
});
