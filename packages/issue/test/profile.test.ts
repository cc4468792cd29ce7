import { describe, expect, test } from 'vitest';
import {
  buildRootTbs,
  buildTbsFromCsr,
  type CertificateProfile,
  type IssueErrorCode,
  readTbs,
  tbsExtensions,
} from '../src/index.ts';
import { algorithmNamed, ecKey, keys, rsaKey } from './support/keys.ts';
import { DAY, leafProfile, request, root, rootProfile, START } from './support/profiles.ts';
import { refusal, refused } from './support/refusal.ts';

const rootDer = root(keys.p256);
const csr = request(keys.otherP256);

function refuse(changes: Partial<CertificateProfile>): [IssueErrorCode, string] {
  return refused(() => buildRootTbs({ profile: rootProfile(keys.p256, changes), publicKey: keys.p256.spki }));
}

function leaf(changes: Partial<CertificateProfile>): Uint8Array {
  return buildTbsFromCsr({ profile: leafProfile(keys.p256, changes), csr, issuer: rootDer });
}

function named(type: string, value: string): Partial<CertificateProfile> {
  return {
    subject: [
      { type: 'commonName', value: 'first' },
      { type, value },
    ],
  };
}

describe('refused, with code and path:', () => {
  test.each<[string, Partial<CertificateProfile>, IssueErrorCode, string]>([
    ['equal dates', { notAfter: START }, 'dates-inverted', 'notAfter'],
    ['inverted dates', { notAfter: START - 1 }, 'dates-inverted', 'notAfter'],
    ['half a second', { notBefore: START + 0.5 }, 'time-invalid', 'notBefore'],
    ['no number', { notAfter: Number.NaN }, 'time-invalid', 'notAfter'],
    ['milliseconds taken for seconds', { notAfter: START * 1000 }, 'time-invalid', 'notAfter'],
    ['before 1950', { notBefore: -631152001 }, 'time-invalid', 'notBefore'],
    ['after 9999', { notAfter: 253402300800 }, 'time-invalid', 'notAfter'],
    ['serial 0', { serialNumber: 0n }, 'serial-number-invalid', 'serialNumber'],
    ['a negative serial', { serialNumber: -1n }, 'serial-number-invalid', 'serialNumber'],
    ['serial 2^159', { serialNumber: 1n << 159n }, 'serial-number-invalid', 'serialNumber'],
    ['no octets', { serialNumber: new Uint8Array(0) }, 'serial-number-invalid', 'serialNumber'],
    [
      '20 octets, first bit set',
      { serialNumber: new Uint8Array(20).fill(255) },
      'serial-number-invalid',
      'serialNumber',
    ],
    ['a megabyte of zeros', { serialNumber: new Uint8Array(1 << 20) }, 'serial-number-invalid', 'serialNumber'],
    ['SHA-1', { signatureAlgorithm: algorithmNamed('ecdsa-with-SHA1') }, 'algorithm-weak', 'signatureAlgorithm'],
    ['BLS', { signatureAlgorithm: algorithmNamed('BLS') }, 'algorithm-unsupported', 'signatureAlgorithm'],
    ['RSA for an EC key', { signatureAlgorithm: keys.rsa.algorithm }, 'algorithm-key-mismatch', 'signatureAlgorithm'],
    [
      'a root without constraints',
      { basicConstraints: null, keyUsage: ['cRLSign'] },
      'root-not-ca',
      'basicConstraints',
    ],
    [
      'a root that is no CA',
      { basicConstraints: { ca: false }, keyUsage: ['cRLSign'] },
      'root-not-ca',
      'basicConstraints',
    ],
    ['pathLen -1', { basicConstraints: { ca: true, pathLen: -1 } }, 'path-length-invalid', 'basicConstraints.pathLen'],
    [
      'pathLen 0.5',
      { basicConstraints: { ca: true, pathLen: 0.5 } },
      'path-length-invalid',
      'basicConstraints.pathLen',
    ],
    [
      'pathLen 256',
      { basicConstraints: { ca: true, pathLen: 256 } },
      'path-length-invalid',
      'basicConstraints.pathLen',
    ],
    [
      'pathLen, no CA',
      { basicConstraints: { ca: false, pathLen: 0 } },
      'path-length-without-ca',
      'basicConstraints.pathLen',
    ],
    ['a CA without keyUsage', { keyUsage: null }, 'ca-without-key-cert-sign', 'keyUsage'],
    ['a CA without keyCertSign', { keyUsage: ['cRLSign'] }, 'ca-without-key-cert-sign', 'keyUsage'],
    ['no usages', { keyUsage: [] }, 'usage-empty', 'keyUsage'],
    ['a usage twice', { keyUsage: ['keyCertSign', 'cRLSign', 'cRLSign'] }, 'usage-repeated', 'keyUsage[2]'],
    ['an unknown usage', { keyUsage: ['keyCertSign', 'signing' as 'cRLSign'] }, 'usage-unknown', 'keyUsage[1]'],
    ['no purposes', { extendedKeyUsage: [] }, 'usage-empty', 'extendedKeyUsage'],
    ['an unknown purpose', { extendedKeyUsage: ['serverAuth', 'tls'] }, 'usage-unknown', 'extendedKeyUsage[1]'],
    ['an impossible purpose', { extendedKeyUsage: ['3.1'] }, 'usage-unknown', 'extendedKeyUsage[0]'],
    [
      'a purpose by name and number',
      { extendedKeyUsage: ['codeSigning', '1.3.6.1.5.5.7.3.3'] },
      'usage-repeated',
      'extendedKeyUsage[1]',
    ],
    ['no subject', { subject: [] }, 'subject-empty', 'subject'],
    [
      'a CA named by a SAN alone',
      { subject: [], subjectAltName: [{ type: 'dNSName', value: 'ca.example' }] },
      'subject-empty',
      'subject',
    ],
    ['a subject from nowhere', { subject: 'from-request' }, 'subject-without-request', 'subject'],
    ['an unknown attribute', named('CN', 'x'), 'name-attribute-unknown', 'subject[1].type'],
    ['what every object has', named('constructor', 'x'), 'name-attribute-unknown', 'subject[1].type'],
    ['an impossible OID', named('3.1.2', 'x'), 'name-attribute-unknown', 'subject[1].type'],
    ['an OID with a leading zero', named('2.5.4.03', 'x'), 'name-attribute-unknown', 'subject[1].type'],
    ['an empty value', named('commonName', ''), 'name-value-invalid', 'subject[1].value'],
    ['no text', named('commonName', undefined as unknown as string), 'name-value-invalid', 'subject[1].value'],
    ['a control character', named('commonName', 'a\u0000b'), 'name-value-invalid', 'subject[1].value'],
    ['a line feed', named('1.2.3', 'a\nb'), 'name-value-invalid', 'subject[1].value'],
    ['text turned round', named('commonName', 'a\u202eb'), 'name-value-invalid', 'subject[1].value'],
    ['an isolate', named('commonName', 'a\u2066b'), 'name-value-invalid', 'subject[1].value'],
    ['an Arabic letter mark', named('commonName', 'a\u061cb'), 'name-value-invalid', 'subject[1].value'],
    ['a space without width', named('commonName', 'a\u200bb'), 'name-value-invalid', 'subject[1].value'],
    ['a tag character', named('commonName', 'a\u{e0041}b'), 'name-value-invalid', 'subject[1].value'],
    ['a lone surrogate', named('commonName', 'a\ud800b'), 'name-value-invalid', 'subject[1].value'],
    ['a line separator', named('commonName', 'a\u2028b'), 'name-value-invalid', 'subject[1].value'],
    ['no character', named('commonName', 'a\uffffb'), 'name-value-invalid', 'subject[1].value'],
    ['a country in small letters', named('countryName', 'ch'), 'name-value-invalid', 'subject[1].value'],
    ['a country of one letter', named('countryName', 'C'), 'name-value-invalid', 'subject[1].value'],
    ['a country of three letters', named('countryName', 'CHE'), 'name-value-too-long', 'subject[1].value'],
    ['a country by number', named('2.5.4.6', 'ch'), 'name-value-invalid', 'subject[1].value'],
    ['a serial number with @', named('serialNumber', 'a@b'), 'name-value-invalid', 'subject[1].value'],
    ['a mail address beyond ASCII', named('emailAddress', 'zürich@example'), 'name-value-invalid', 'subject[1].value'],
    ['65 characters of common name', named('commonName', 'x'.repeat(65)), 'name-value-too-long', 'subject[1].value'],
    ['65 of organization', named('organizationName', 'x'.repeat(65)), 'name-value-too-long', 'subject[1].value'],
    ['129 of locality', named('localityName', 'x'.repeat(129)), 'name-value-too-long', 'subject[1].value'],
    ['256 of mail address', named('emailAddress', 'x'.repeat(256)), 'name-value-too-long', 'subject[1].value'],
    ['32,769 of something', named('1.2.3', 'x'.repeat(32769)), 'name-value-too-long', 'subject[1].value'],
    [
      '257 attributes',
      { subject: Array(257).fill({ type: 'commonName', value: 'x' }) },
      'name-value-too-long',
      'subject',
    ],
  ])('%s', (_case, changes, code, path) => {
    expect(refuse(changes)).toEqual([code, path]);
  });

  test.each<[string, Uint8Array, IssueErrorCode]>([
    ['no key', new Uint8Array(0), 'key-invalid'],
    ['a key with a byte behind it', Uint8Array.of(...keys.p256.spki, 0), 'key-invalid'],
    [
      'a point off its curve',
      keys.p256.spki.with(keys.p256.spki.length - 1, (keys.p256.spki.at(-1) ?? 0) ^ 1),
      'key-invalid',
    ],
    ['RSA 1024', rsaKey(1024, 'sha256WithRSAEncryption').spki, 'key-weak'],
    ['RSA with exponent 3', rsaKey(2048, 'sha256WithRSAEncryption', 3).spki, 'key-weak'],
  ])('%s', (_case, publicKey, code) => {
    const attempt = () => buildRootTbs({ profile: rootProfile(keys.p256), publicKey });
    expect(refused(attempt)).toEqual([code, 'publicKey']);
  });

  test.each<[string, Partial<CertificateProfile>, IssueErrorCode, string]>([
    ['keyCertSign without CA', { keyUsage: ['keyCertSign'] }, 'key-cert-sign-without-ca', 'keyUsage'],
    [
      'keyCertSign, no constraints',
      { basicConstraints: null, keyUsage: ['keyCertSign'] },
      'key-cert-sign-without-ca',
      'keyUsage',
    ],
    ['no names in a SAN', { subjectAltName: [] }, 'alternative-name-invalid', 'subjectAltName'],
    [
      '1,001 names',
      { subjectAltName: Array(1001).fill({ type: 'dNSName', value: 'a.b' }) },
      'alternative-name-invalid',
      'subjectAltName',
    ],
    ['neither subject nor SAN', { subject: [], subjectAltName: undefined as never }, 'subject-empty', 'subject'],
    ['a CRL signer without a name', { subject: [], keyUsage: ['cRLSign'] }, 'subject-empty', 'subject'],
  ])('%s, in a leaf', (_case, changes, code, path) => {
    expect(refused(() => leaf(changes))).toEqual([code, path]);
  });

  test.each<[string, NonNullable<CertificateProfile['subjectAltName']>[number], string]>([
    ['an empty DNS name', { type: 'dNSName', value: '' }, 'value'],
    ['a space', { type: 'dNSName', value: 'a b.example' }, 'value'],
    ['a dot behind', { type: 'dNSName', value: 'example.' }, 'value'],
    ['an underscore', { type: 'dNSName', value: 'a_b.example' }, 'value'],
    ['a star inside', { type: 'dNSName', value: 'a.*.example' }, 'value'],
    ['a label of 64', { type: 'dNSName', value: `${'a'.repeat(64)}.example` }, 'value'],
    ['254 characters', { type: 'dNSName', value: `${'a.'.repeat(126)}aa` }, 'value'],
    ['a DNS name beyond ASCII', { type: 'dNSName', value: 'zürich.example' }, 'value'],
    ['a NUL', { type: 'dNSName', value: 'a.example\u0000.evil' }, 'value'],
    ['no domain', { type: 'rfc822Name', value: 'someone' }, 'value'],
    ['no local part', { type: 'rfc822Name', value: '@example' }, 'value'],
    ['two addresses', { type: 'rfc822Name', value: 'a@b,c@d' }, 'value'],
    ['a star as domain', { type: 'rfc822Name', value: 'a@*.example' }, 'value'],
    ['65 of local part', { type: 'rfc822Name', value: `${'a'.repeat(65)}@example` }, 'value'],
    ['a relative URI', { type: 'uniformResourceIdentifier', value: '/path' }, 'value'],
    ['a broken escape', { type: 'uniformResourceIdentifier', value: 'https://a/%4' }, 'value'],
    ['2,049 of URI', { type: 'uniformResourceIdentifier', value: `a:${'b'.repeat(2047)}` }, 'value'],
    ['3 octets of address', { type: 'iPAddress', bytes: new Uint8Array(3) }, 'bytes'],
    ['an address with mask', { type: 'iPAddress', bytes: new Uint8Array(8) }, 'bytes'],
    ['an empty name', { type: 'directoryName', name: [] }, 'name'],
    ['an impossible OID', { type: 'registeredID', oid: '9.9' }, 'oid'],
    ['an unknown kind', { type: 'x500Name', value: 'x' } as never, 'type'],
  ])('in a SAN: %s', (_case, name, field) => {
    const subjectAltName = [{ type: 'dNSName', value: 'a.example' } as const, name];
    expect(refused(() => leaf({ subjectAltName }))).toEqual(['alternative-name-invalid', `subjectAltName[1].${field}`]);
  });

  test('a bad attribute in a directoryName, where it stands', () => {
    const name = { type: 'directoryName', name: [{ type: 'countryName', value: 'xx' }] } as const;
    expect(refused(() => leaf({ subjectAltName: [name] }))).toEqual([
      'name-value-invalid',
      'subjectAltName[0].name[0].value',
    ]);
  });
});

describe('taken:', () => {
  test.each([
    ['bounds of common name, in characters', named('commonName', '𝒳'.repeat(64))],
    ['joiners, which some scripts need', named('commonName', 'می\u200cخواهم')],
    ['an attribute by number', named('1.2.840.113549.1.9.2', 'unstructured')],
    [
      'a mail address, which stands in subjectAltName too',
      {
        ...named('emailAddress', 'ca@example.org'),
        subjectAltName: [{ type: 'rfc822Name' as const, value: 'ca@example.org' }],
      },
    ],
    ['one attribute twice', named('commonName', 'first')],
  ])('%s', (_case, changes) => {
    const profile = rootProfile(keys.p256, changes);
    const { subject } = readTbs(buildRootTbs({ profile, publicKey: keys.p256.spki }));
    expect(subject.rdns.map((rdn) => rdn.map(({ text }) => text))).toEqual(
      (profile.subject as readonly { value: string }[]).map(({ value }) => [value]),
    );
  });

  test('SANs of every kind, in their order', () => {
    const subjectAltName = [
      { type: 'dNSName', value: '*.xn--zrich-kva.example' },
      { type: 'rfc822Name', value: "o'neil+x@mail.example" },
      { type: 'uniformResourceIdentifier', value: 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6' },
      { type: 'iPAddress', bytes: new Uint8Array(16).fill(0x20) },
      { type: 'registeredID', oid: '2.999.1' },
    ] as const;
    const directory = [
      { type: 'countryName', value: 'CH' },
      { type: 'commonName', value: 'ä' },
    ] as const;
    const tbs = leaf({ subjectAltName: [...subjectAltName, { type: 'directoryName', name: directory }] });
    const { names, critical } = tbsExtensions(readTbs(tbs)).subjectAltName ?? { names: [], critical: null };
    expect(critical).toBe(false);
    expect(names.slice(0, 5)).toEqual(subjectAltName);
    const last = names[5];
    const rdns = last?.type === 'directoryName' ? last.name.rdns : [];
    expect(rdns.map((rdn) => rdn.map(({ text }) => text))).toEqual([['CH'], ['ä']]);
  });

  test('an empty subject with a SAN, which is then critical', () => {
    const fields = readTbs(leaf({ subject: [] }));
    expect(fields.subject.bytes).toEqual(Uint8Array.of(0x30, 0));
    expect(tbsExtensions(fields).subjectAltName?.critical).toBe(true);
  });

  test('a signer of CRLs that is no CA (RFC 5280, 5.2.5)', () => {
    const { extendedKeyUsage: _none, ...profile } = leafProfile(keys.p256);
    const signer: CertificateProfile = { ...profile, basicConstraints: null, keyUsage: ['cRLSign'] };
    const fields = readTbs(buildTbsFromCsr({ profile: signer, csr: request(keys.rsa), issuer: root(keys.p256) }));
    expect(tbsExtensions(fields).basicConstraints).toBeNull();
    expect(tbsExtensions(fields).keyUsage?.usages).toEqual(['cRLSign']);
  });

  test('no keyUsage and CA:FALSE, which is written as an empty SEQUENCE', () => {
    const fields = readTbs(leaf({ keyUsage: null }));
    expect(tbsExtensions(fields).keyUsage).toBeNull();
    expect([...(fields.extensions[0]?.value ?? [])]).toEqual([0x30, 0]);
  });

  test('brainpool', () => {
    const key = ecKey('brainpoolP384r1', 'ecdsa-with-SHA384');
    expect(root(key).length).toBeGreaterThan(400);
  });
});

test('messages name the place, what was expected and what was found, with nothing invisible in them', () => {
  const profile = rootProfile(keys.p256, named('organizationName', 'x\u202ey'));
  const error = refusal(() => buildRootTbs({ profile, publicKey: keys.p256.spki }));
  expect(error.message).toBe(
    'issue: name value invalid at `subject[1].value`, expected characters that can be seen, found U+202E',
  );
  const late = refusal(() =>
    buildRootTbs({ profile: rootProfile(keys.p256, { notAfter: START - DAY }), publicKey: keys.p256.spki }),
  );
  expect(late.message).toBe(
    'issue: dates inverted at `notAfter`, expected a time after 2026-01-01T00:00:00Z, found 2025-12-31T00:00:00Z',
  );
});
