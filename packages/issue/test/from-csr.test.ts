import {
  encodeBitString,
  encodeElement,
  encodeInteger,
  encodeNull,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  Tag,
} from '@quorate/der';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { certificateExtensions, parseCertificate, parseCertificationRequest } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { buildTbsFromCsr, type IssueErrorCode, readTbs, tbsExtensions } from '../src/index.ts';
import { algorithmNamed, keys, rsaKey, signed, type TestKey, using } from './support/keys.ts';
import {
  DAY,
  intermediateProfile,
  issued,
  leafProfile,
  nameOf,
  type RequestParts,
  request,
  root,
  START,
} from './support/profiles.ts';
import { refused } from './support/refusal.ts';

const rootDer = root(keys.p256, { basicConstraints: { ca: true, pathLen: 1 } });
const csr = request(keys.otherP256);

function leafOf(bytes: Uint8Array, subject: 'from-request' | 'from-profile' = 'from-profile'): Uint8Array {
  const changes = subject === 'from-request' ? { subject } : {};
  return buildTbsFromCsr({ profile: leafProfile(keys.p256, changes), csr: bytes, issuer: rootDer });
}

describe('the real request of January 2024', () => {
  const ask = parseCertificationRequest(issuedCsr);
  const profile = leafProfile(keys.p256, { subject: 'from-request', extendedKeyUsage: ['codeSigning'] });
  const certificate = parseCertificate(issued(profile, issuedCsr, rootDer, keys.p256));
  const read = certificateExtensions(certificate);

  test('gives its key and, when asked for, its subject, byte for byte', () => {
    expect(certificate.publicKey).toEqual(ask.publicKey);
    expect(certificate.subject.bytes).toEqual(ask.subject.bytes);
  });
  test('is named by the identifier that the HSM gave it', () => {
    const real = certificateExtensions(parseCertificate(issuedCertificate)).subjectKeyIdentifier;
    expect(read.subjectKeyIdentifier?.keyIdentifier).toEqual(real?.keyIdentifier);
  });
  test('gives none of the extensions it asks for, the profile gives them', () => {
    expect(read.keyUsage).toEqual({ critical: true, usages: ['digitalSignature'], unknownBits: [] });
    expect(read.extendedKeyUsage).toEqual({ critical: false, purposes: ['1.3.6.1.5.5.7.3.3'] });
  });
  test('does not give its subject unless asked to', () => {
    expect(readTbs(leafOf(issuedCsr)).subject.rdns[0]?.[0]?.text).toBe('leaf.example');
  });
  test('with any bit of its signed part or signature turned is refused', () => {
    const at = issuedCsr.length - 100;
    for (const place of [30, 60, 120, 200, 400, at]) {
      const bytes = issuedCsr.with(place, (issuedCsr[place] ?? 0) ^ 1);
      const [code] = refused(() => leafOf(bytes));
      expect(['request-malformed', 'request-not-verified', 'key-invalid']).toContain(code);
    }
    expect(refused(() => leafOf(issuedCsr.with(at, (issuedCsr[at] ?? 0) ^ 1)))).toEqual([
      'request-not-verified',
      'csr.signature',
    ]);
  });
});

describe('what comes from the issuer', () => {
  test('is its name, byte for byte, whatever string types it has', () => {
    // T61String and a multi-valued name, as no profile would write them.
    const attribute = (oid: string, tag: number, text: string) =>
      encodeSequence(encodeOid(oid), encodeElement(tag, Buffer.from(text)));
    const name = encodeSequence(
      encodeSetOf(attribute('2.5.4.3', Tag.TELETEX_STRING, 'Old'), attribute('2.5.4.10', Tag.PRINTABLE_STRING, 'CA')),
    );
    const issuer = reissued(rootDer, (tbs) => replaced(tbs, parseCertificate(rootDer).subject.bytes, name));
    const tbs = buildTbsFromCsr({ profile: leafProfile(keys.p256), csr, issuer });
    expect(readTbs(tbs).issuer.bytes).toEqual(name);
  });

  test('is its subjectKeyIdentifier, byte for byte, by whatever method it was made', () => {
    const own =
      certificateExtensions(parseCertificate(rootDer)).subjectKeyIdentifier?.keyIdentifier ?? new Uint8Array(0);
    const other = new Uint8Array(20).fill(0xab);
    const issuer = reissued(rootDer, (tbs) => replaced(tbs, own, other));
    const tbs = buildTbsFromCsr({ profile: leafProfile(keys.p256), csr, issuer });
    const read = tbsExtensions(readTbs(tbs));
    expect(read.authorityKeyIdentifier).toEqual({
      critical: false,
      keyIdentifier: other,
      issuer: null,
      serialNumber: null,
    });
    expect(read.subjectKeyIdentifier?.keyIdentifier).not.toEqual(other);
  });
});

/** A certificate with its TBS changed; its signature is then wrong, which an issuer's may be here. */
function reissued(certificate: Uint8Array, change: (tbs: Uint8Array) => Uint8Array): Uint8Array {
  const { tbs, signatureAlgorithm, signature } = parseCertificate(certificate);
  return encodeSequence(change(tbs), signatureAlgorithm, encodeBitString(signature));
}

/** Every occurrence of some content replaced, the outer length written anew. */
function replaced(tbs: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const header = tbs.length - contentLength(tbs);
  const hex = Buffer.from(tbs.subarray(header)).toString('hex');
  const [a, b] = [from, to].map((bytes) => Buffer.from(bytes).toString('hex')) as [string, string];
  expect(hex).toContain(a);
  return encodeSequence(Uint8Array.from(Buffer.from(hex.replaceAll(a, b), 'hex')));
}

function contentLength(element: Uint8Array): number {
  return element[1] === 0x82 ? element.length - 4 : element[1] === 0x81 ? element.length - 3 : element.length - 2;
}

/** DER without one of its extensions: by turning its identifier into another of the same length. */
function without(certificate: Uint8Array, oid: string): Uint8Array {
  return reissued(certificate, (tbs) => replaced(tbs, encodeOid(oid), encodeOid('2.5.29.99')));
}

describe('an issuer that may not issue is refused:', () => {
  const leaf = issued(leafProfile(keys.p256), csr, rootDer, keys.p256);
  const noConstraints = without(rootDer, '2.5.29.19');
  const noKeyCertSign = reissued(rootDer, (tbs) => replaced(tbs, Uint8Array.of(3, 2, 1, 6), Uint8Array.of(3, 2, 1, 2)));
  const noName = reissued(rootDer, (tbs) =>
    replaced(tbs, parseCertificate(rootDer).subject.bytes, Uint8Array.of(0x30, 0)),
  );
  test.each<[string, Uint8Array, IssueErrorCode, string]>([
    ['empty', new Uint8Array(0), 'issuer-malformed', 'issuer'],
    ['a request', csr, 'issuer-malformed', 'issuer'],
    ['with a byte behind it', Uint8Array.of(...rootDer, 0), 'issuer-malformed', 'issuer'],
    ['without basicConstraints', noConstraints, 'issuer-not-ca', 'issuer.basicConstraints'],
    ['CA:FALSE', leaf, 'issuer-not-ca', 'issuer.basicConstraints'],
    ['without keyCertSign', noKeyCertSign, 'issuer-without-key-cert-sign', 'issuer.keyUsage'],
    ['without a name', noName, 'subject-empty', 'issuer.subject'],
    [
      'without identifier',
      without(rootDer, '2.5.29.14'),
      'issuer-without-key-identifier',
      'issuer.subjectKeyIdentifier',
    ],
  ])('%s', (_case, issuer, code, path) => {
    expect(refused(() => buildTbsFromCsr({ profile: leafProfile(keys.p256), csr, issuer }))).toEqual([code, path]);
  });

  test('one without keyUsage may (RFC 5280, 6.1.4 (n))', () => {
    const issuer = without(rootDer, '2.5.29.15');
    expect(buildTbsFromCsr({ profile: leafProfile(keys.p256), csr, issuer }).length).toBeGreaterThan(200);
  });

  test('one with a malformed extension', () => {
    const issuer = reissued(rootDer, (tbs) => replaced(tbs, Uint8Array.of(3, 2, 1, 6), Uint8Array.of(3, 2, 0, 6)));
    const attempt = () => buildTbsFromCsr({ profile: leafProfile(keys.p256), csr, issuer });
    expect(refused(attempt)).toEqual(['issuer-malformed', 'issuer']);
  });
});

describe('what an issuer cannot give is refused:', () => {
  const end = START + 3650 * DAY;
  const attempt = (profile: ReturnType<typeof leafProfile>, issuer: Uint8Array = rootDer) =>
    refused(() => buildTbsFromCsr({ profile, csr, issuer }));
  const ca = (pathLen?: number) =>
    intermediateProfile(keys.p256, { basicConstraints: pathLen === undefined ? { ca: true } : { ca: true, pathLen } });

  test('an algorithm that its key does not have', () => {
    expect(attempt(leafProfile(keys.rsa))).toEqual(['algorithm-key-mismatch', 'signatureAlgorithm']);
  });
  test('a second before its own notBefore, and not its first', () => {
    expect(attempt(leafProfile(keys.p256, { notBefore: START - 1 }))).toEqual(['validity-outside-issuer', 'notBefore']);
    const profile = leafProfile(keys.p256, { notBefore: START, notAfter: end });
    expect(buildTbsFromCsr({ profile, csr, issuer: rootDer }).length).toBeGreaterThan(200);
  });
  test('a second after its own notAfter', () => {
    expect(attempt(leafProfile(keys.p256, { notAfter: end + 1 }))).toEqual(['validity-outside-issuer', 'notAfter']);
  });
  test('a CA below pathLen 0', () => {
    const issuer = root(keys.p256, { basicConstraints: { ca: true, pathLen: 0 } });
    expect(attempt(ca(), issuer)).toEqual(['path-length-exhausted', 'basicConstraints']);
    expect(attempt(ca(0), issuer)).toEqual(['path-length-exhausted', 'basicConstraints']);
    expect(buildTbsFromCsr({ profile: leafProfile(keys.p256), csr, issuer }).length).toBeGreaterThan(200);
  });
  test('a CA with as much pathLen as its own', () => {
    expect(attempt(ca(1))).toEqual(['path-length-exhausted', 'basicConstraints.pathLen']);
    expect(buildTbsFromCsr({ profile: ca(0), csr, issuer: rootDer }).length).toBeGreaterThan(200);
    expect(buildTbsFromCsr({ profile: ca(), csr, issuer: rootDer }).length).toBeGreaterThan(200);
  });
  test('a CA with any pathLen below one without', () => {
    expect(buildTbsFromCsr({ profile: ca(255), csr, issuer: root(keys.p256) }).length).toBeGreaterThan(200);
  });
});

describe('a request is refused:', () => {
  const parts = (key: TestKey, changes: RequestParts) => () => leafOf(request(key, changes));
  test.each<[string, () => unknown, IssueErrorCode, string]>([
    ['empty', () => leafOf(new Uint8Array(0)), 'request-malformed', 'csr'],
    ['a certificate', () => leafOf(rootDer), 'request-malformed', 'csr'],
    [
      'signed by another key',
      parts(keys.p256, { signature: (info) => signed(info, keys.otherP256) }),
      'request-not-verified',
      'csr.signature',
    ],
    [
      'signed over other bytes',
      parts(keys.p256, { signature: (info) => signed(info.subarray(1), keys.p256) }),
      'request-not-verified',
      'csr.signature',
    ],
    [
      'with an algorithm of another key',
      parts(keys.p256, { algorithm: keys.rsa.algorithm, signature: (info) => signed(info, keys.rsa) }),
      'request-not-verified',
      'csr.signature',
    ],
    [
      'signed with SHA-1',
      parts(keys.rsa, { algorithm: algorithmNamed('sha1WithRSAEncryption') }),
      'algorithm-weak',
      'csr.signatureAlgorithm',
    ],
    ['with RSA 1024', parts(rsaKey(1024, 'sha256WithRSAEncryption'), {}), 'key-weak', 'csr.publicKey'],
    ['with no key', parts({ ...keys.p256, spki: encodeSequence(encodeNull()) }, {}), 'key-invalid', 'csr.publicKey'],
  ])('%s', (_case, attempt, code, path) => {
    expect(refused(attempt)).toEqual([code, path]);
  });

  test('an algorithm that nobody knows', () => {
    const info = encodeSequence(encodeInteger(0), nameOf('2.5.4.3', 0x0c, 'x'), keys.p256.spki, encodeElement(0xa0));
    const unknown = encodeSequence(
      info,
      encodeSequence(encodeOid('1.2.3.4')),
      encodeBitString(signed(info, keys.p256)),
    );
    expect(refused(() => leafOf(unknown))).toEqual(['request-not-verified', 'csr.signatureAlgorithm']);
  });

  test.each<[string, Uint8Array, IssueErrorCode, string]>([
    ['a control character', nameOf('2.5.4.3', 0x0c, 'a\u0007'), 'name-value-invalid', 'csr.subject[0].value'],
    ['text turned round', nameOf('2.5.4.3', 0x0c, 'a\u202e'), 'name-value-invalid', 'csr.subject[0].value'],
    ['65 characters', nameOf('2.5.4.3', 0x0c, 'a'.repeat(65)), 'name-value-too-long', 'csr.subject[0].value'],
    ['a country that is none', nameOf('2.5.4.6', 0x13, 'c1'), 'name-value-invalid', 'csr.subject[0].value'],
    ['a value that is no text', nameOf('2.5.4.3', 0x04, 'abc'), 'name-value-invalid', 'csr.subject[0].value'],
    ['nothing, for a CA', encodeSequence(), 'subject-empty', 'subject'],
  ])('a subject with %s, if it is to be taken', (_case, subject, code, path) => {
    const bytes = request(keys.otherP256, { subject });
    const profile = intermediateProfile(keys.p256, { subject: 'from-request' });
    expect(refused(() => buildTbsFromCsr({ profile, csr: bytes, issuer: rootDer }))).toEqual([code, path]);
    expect(leafOf(bytes).length).toBeGreaterThan(200);
  });

  test('two attributes in one part of the name are taken as they stand', () => {
    const attribute = (text: string) => encodeSequence(encodeOid('2.5.4.11'), encodeElement(0x13, Buffer.from(text)));
    const subject = encodeSequence(encodeSetOf(attribute('a'), attribute('b')));
    expect(readTbs(leafOf(request(keys.otherP256, { subject }), 'from-request')).subject.bytes).toEqual(subject);
    const bad = encodeSequence(
      encodeSetOf(attribute('a'), encodeSequence(encodeOid('2.5.4.11'), encodeElement(0x0c, Buffer.from('\u200f')))),
    );
    expect(refused(() => leafOf(request(keys.otherP256, { subject: bad }), 'from-request'))).toEqual([
      'name-value-invalid',
      'csr.subject[0][1].value',
    ]);
  });
});

test.each([keys.rsa, keys.p384, keys.ed25519, using(keys.rsa, 'SHA256_WITH_RSA_PSS')])(
  'a request proves possession with $algorithm.name',
  (key) => {
    expect(readTbs(leafOf(request(key))).publicKey).toEqual(key.spki);
  },
);
