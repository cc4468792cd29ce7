import { encodeInteger, encodeNull, encodeOctetString, encodeSequence } from '@quorate/der';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import {
  type ByteRange,
  type CertificateField,
  type CertificateListField,
  locateExtension,
  locateField,
  locateListField,
  locateRequestField,
  parseCertificate,
  parseCertificateList,
  parseCertificationRequest,
  parseTbsCertificate,
  type RequestField,
  revokedCertificates,
} from '../../src/index.ts';
import { entry, extensionsOf, listOf, nothing, plain, read, reason } from '../crl/support.ts';
import { everyExtension, requestWithEvery } from '../extensions/every.ts';
import { certificateOf, extensionOf, tbsOf } from '../extensions/support.ts';
import * as parts from '../support/parts.ts';

/** Bytes, or the same somewhere in a larger buffer. */
function moved(bytes: Uint8Array): Uint8Array {
  const wider = new Uint8Array(bytes.length + 9);
  wider.set(bytes, 5);
  return wider.subarray(5, 5 + bytes.length);
}

const cut = (bytes: Uint8Array, range: ByteRange | null): Uint8Array | null =>
  range === null ? null : bytes.slice(range.start, range.end);

const { plain: fields } = parts;
const unlike = parts.certificate({
  version: parts.version(2),
  rest: [parts.uniqueId(1), parts.uniqueId(2), parts.extensionsOf(extensionOf('1.2.3', encodeNull()))],
});

describe('fields of a certificate', () => {
  const certificate = parseCertificate(moved(unlike));
  const at = (field: CertificateField): Uint8Array | null => cut(unlike, locateField(certificate, field));
  const times = [at('notBefore'), at('notAfter')] as const;

  test.each<[CertificateField, Uint8Array]>([
    ['version', parts.version(2)],
    ['serialNumber', fields.serialNumber],
    ['signature', fields.signature],
    ['issuer', fields.issuer],
    ['validity', fields.validity],
    ['subject', fields.subject],
    ['subjectPublicKeyInfo', fields.publicKey],
    ['issuerUniqueID', parts.uniqueId(1)],
    ['subjectUniqueID', parts.uniqueId(2)],
    ['extensions', parts.extensionsOf(extensionOf('1.2.3', encodeNull()))],
    ['signatureAlgorithm', fields.signature],
  ])('%s', (field, expected) => {
    expect(at(field)).toEqual(expected);
  });

  test('notBefore and notAfter are what validity holds, one behind the other', () => {
    const [before, after] = times;
    expect(encodeSequence(before as Uint8Array, after as Uint8Array)).toEqual(fields.validity);
  });

  test('the outer algorithm and the signature stand behind what is signed', () => {
    const end = certificate.tbs.byteOffset - certificate.bytes.byteOffset + certificate.tbs.length;
    const algorithm = locateField(certificate, 'signatureAlgorithm');
    const signature = locateField(certificate, 'signatureValue');
    expect(algorithm?.start).toBe(end);
    expect(signature).toEqual({ start: algorithm?.end, end: unlike.length });
    expect(locateField(certificate, 'signature')?.start).toBeLessThan(end);
  });

  test('what is absent is nowhere', () => {
    const plainOne = parseCertificate(parts.certificate());
    const all: CertificateField[] = ['version', 'issuerUniqueID', 'subjectUniqueID', 'extensions'];
    expect(all.map((field) => locateField(plainOne, field))).toEqual([null, null, null, null]);
    expect([plainOne.issuerUniqueID, plainOne.subjectUniqueID]).toEqual([null, null]);
    expect(certificate.issuerUniqueID).toEqual({ bytes: Uint8Array.of(0xab), unusedBits: 0 });
    expect(certificate.subjectUniqueID).toEqual({ bytes: Uint8Array.of(0xab), unusedBits: 0 });
  });

  test('in a TBSCertificate alone they stand in it, and what is outside is nowhere', () => {
    const tbs = tbsOf(extensionOf('1.2.3', encodeNull()));
    const alone = parseTbsCertificate(moved(tbs));
    expect(cut(tbs, locateField(alone, 'serialNumber'))).toEqual(encodeInteger(1));
    expect(cut(tbs, locateExtension(alone, '1.2.3'))).toEqual(extensionOf('1.2.3', encodeNull()));
    expect(locateField(alone, 'signatureAlgorithm')).toBeNull();
    expect(locateField(alone, 'signatureValue')).toBeNull();
  });

  test('a real certificate is found again field by field', () => {
    const real = parseCertificate(issuedCertificate);
    const bytes = (field: CertificateField): Uint8Array | null => cut(issuedCertificate, locateField(real, field));
    expect(bytes('issuer')).toEqual(real.issuer.bytes.slice());
    expect(bytes('subject')).toEqual(real.subject.bytes.slice());
    expect(bytes('subjectPublicKeyInfo')).toEqual(real.publicKey.slice());
    expect(bytes('signatureAlgorithm')).toEqual(real.signatureAlgorithm.slice());
    expect(bytes('signature')).toEqual(real.signatureAlgorithm.slice());
  });
});

describe('fields of a CRL', () => {
  const der = listOf();
  const list = parseCertificateList(moved(der));

  test.each<[CertificateListField, Uint8Array]>([
    ['version', plain.version],
    ['signature', plain.signature],
    ['issuer', plain.issuer],
    ['thisUpdate', plain.thisUpdate],
    ['nextUpdate', plain.nextUpdate],
    ['revokedCertificates', plain.revoked],
    ['crlExtensions', plain.extensions],
    ['signatureAlgorithm', plain.signature],
  ])('%s', (field, expected) => {
    expect(cut(der, locateListField(list, field))).toEqual(expected);
  });

  test('the signature stands at the end, and what is absent is nowhere', () => {
    expect(locateListField(list, 'signatureValue')?.end).toBe(der.length);
    const bare = read({ version: nothing, nextUpdate: nothing, revoked: nothing, extensions: nothing });
    const absent: CertificateListField[] = ['version', 'nextUpdate', 'revokedCertificates', 'crlExtensions'];
    expect(absent.map((field) => locateListField(bare, field))).toEqual([null, null, null, null]);
  });
});

describe('fields of a certification request', () => {
  const request = parseCertificationRequest(moved(issuedCsr));
  const at = (field: RequestField): Uint8Array | null => cut(issuedCsr, locateRequestField(request, field));

  test('each is found', () => {
    expect(at('version')).toEqual(encodeInteger(0));
    expect(at('subject')).toEqual(request.subject.bytes.slice());
    expect(at('subjectPKInfo')).toEqual(request.publicKey.slice());
    expect(at('attributes')?.[0]).toBe(0xa0);
    expect(at('signatureAlgorithm')).toEqual(request.signatureAlgorithm.slice());
    expect(locateRequestField(request, 'signature')?.end).toBe(issuedCsr.length);
  });
});

describe('extensions', () => {
  const empty = extensionOf('1.2.3', new Uint8Array(0));
  const long = extensionOf('1.2.4', encodeOctetString(new Uint8Array(300)), true);

  test('each of a certificate is found, also with an empty value', () => {
    const der = certificateOf(empty, long, extensionOf('1.2.5', encodeNull()));
    const certificate = parseCertificate(moved(der));
    expect(cut(der, locateExtension(certificate, '1.2.3'))).toEqual(empty);
    expect(cut(der, locateExtension(certificate, '1.2.4'))).toEqual(long);
    expect(cut(der, locateExtension(certificate, '1.2.5'))).toEqual(extensionOf('1.2.5', encodeNull()));
    expect(locateExtension(certificate, '1.2.6')).toBeNull();
  });

  test('each of a request is found', () => {
    const request = parseCertificationRequest(moved(requestWithEvery));
    const found = request.extensions.map(({ oid }) => cut(requestWithEvery, locateExtension(request, oid)));
    expect(found).toEqual([...everyExtension]);
  });

  test('those of a CRL and of its entries are found', () => {
    const der = listOf({
      revoked: encodeSequence(entry(1, empty), entry(2, reason(1), empty, long)),
      extensions: extensionsOf(long, empty),
    });
    const list = parseCertificateList(moved(der));
    expect(cut(der, locateExtension(list, '1.2.3'))).toEqual(empty);
    expect(cut(der, locateExtension(list, '1.2.4'))).toEqual(long);
    const second = [...revokedCertificates(list)][1];
    if (second === undefined) throw new Error('no entry');
    expect(cut(second.bytes, locateExtension(second, '1.2.3'))).toEqual(empty);
    expect(cut(second.bytes, locateExtension(second, '1.2.4'))).toEqual(long);
  });

  test('a value that is no view of the object is a TypeError', () => {
    const certificate = parseCertificate(certificateOf(empty));
    const extensions = certificate.extensions.map((each) => ({ ...each, value: each.value.slice() }));
    expect(() => locateExtension({ ...certificate, extensions }, '1.2.3')).toThrow(TypeError);
    const other = parseCertificateList(listOf({ extensions: extensionsOf(empty) }));
    expect(() => locateExtension({ ...certificate, extensions: other.extensions }, '1.2.3')).toThrow(TypeError);
  });
});
