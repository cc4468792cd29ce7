import { encodeExplicit, encodeInteger } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { assemble, buildTbs, type CertificateProfile, readTbs, type TbsRequest, tbsExtensions } from '../src/index.ts';
import { keys, signed, type TestKey } from './support/keys.ts';
import { intermediateProfile, leafProfile, root, rootProfile } from './support/profiles.ts';
import { refusal, refused } from './support/refusal.ts';

function certificate(given: TbsRequest, key: TestKey): Uint8Array {
  const { tbs } = buildTbs(given);
  return assemble({ tbs, algorithm: key.algorithm, signature: signed(tbs, key), issuerKey: key.spki });
}
const issuer = root(keys.p256);
const under = (of: Uint8Array, key: TestKey, changes: Partial<CertificateProfile>): TbsRequest => ({
  profile: leafProfile(key, changes),
  issuer: of,
  publicKey: keys.otherP256.spki,
});
const leaf = (changes: Partial<CertificateProfile>) => buildTbs(under(issuer, keys.p256, changes));
const middle = (changes: Partial<CertificateProfile>) =>
  certificate({ profile: intermediateProfile(keys.p256, changes), issuer, publicKey: keys.p384.spki }, keys.p256);
const notes = (given: TbsRequest) =>
  buildTbs(given)
    .decisions.filter(({ id }) => id !== 'issue.constraints-above')
    .map(({ id, outcome }) => [id, outcome]);

describe("what is the issuer's and nobody else's", () => {
  const identifier = tbsExtensions(
    readTbs(
      buildTbs({
        profile: rootProfile(keys.p256),
        issuer: 'self',
        publicKey: keys.p256.spki,
      }).tbs,
    ),
  ).subjectKeyIdentifier?.keyIdentifier as Uint8Array;

  test('its key identifier, for another key', () => {
    expect(refused(() => leaf({ subjectKeyIdentifier: identifier }))).toEqual([
      'extension-invalid',
      'subjectKeyIdentifier',
    ]);
    const allow = [{ code: 'key-equals-issuer', because: 'a renewal' }] as const;
    const profile = intermediateProfile(keys.p256, { subjectKeyIdentifier: identifier, allow });
    expect(buildTbs({ profile, issuer, publicKey: keys.p256.spki }).tbs.length).toBeGreaterThan(0);
  });

  test('its serial number, where it numbers itself', () => {
    expect(refused(() => leaf({ serialNumber: 0x4d2n }))).toEqual(['serial-number-invalid', 'serialNumber']);
    expect(refused(() => leaf({ serialNumber: Uint8Array.of(0, 4, 0xd2) }))[1]).toBe('serialNumber');
    // That of the intermediate was given by the root, which numbers others.
    const given = under(middle({ serialNumber: 77n }), keys.p384, { serialNumber: 77n });
    expect(buildTbs(given).tbs.length).toBeGreaterThan(0);
  });

  test('its name, but for a CA and a signer of its CRLs', () => {
    const subject = [
      { type: 'countryName', value: 'CH' },
      { type: 'organizationName', value: 'zürich,  quorum & SÖHNE' },
      { type: 'commonName', value: 'ROOT' },
    ];
    expect(refused(() => leaf({ subject }))).toEqual(['subject-equals-issuer', 'subject']);
    expect(refused(() => leaf({ subject: rootProfile(keys.p256).subject }))[0]).toBe('subject-equals-issuer');
    const { extendedKeyUsage: _none, ...profile } = leafProfile(keys.p256, { subject, keyUsage: ['cRLSign'] });
    expect(buildTbs({ profile, issuer, publicKey: keys.p384.spki }).tbs.length).toBeGreaterThan(0);
    const rollover = { profile: rootProfile(keys.p256, { serialNumber: 9n }), issuer, publicKey: keys.p384.spki };
    expect(buildTbs(rollover).tbs.length).toBeGreaterThan(0);
  });
});

describe("the issuer's name constraints", () => {
  const narrow = middle({
    nameConstraints: {
      permitted: [
        { type: 'dNSName', value: 'example' },
        { type: 'rfc822Name', value: 'example' },
        { type: 'uniformResourceIdentifier', value: '.uri.example' },
        { type: 'iPAddress', bytes: Uint8Array.of(192, 0, 2, 0, 255, 255, 255, 0) },
      ],
      excluded: [{ type: 'rfc822Name', value: 'eve@example' }],
    },
  });
  const below = (changes: Partial<CertificateProfile>) => under(narrow, keys.p384, changes);
  const dns = { type: 'dNSName', value: 'leaf.example' } as const;

  test.each<[string, NonNullable<CertificateProfile['subjectAltName']>[number]]>([
    ['a host', { type: 'dNSName', value: 'leaf.example.org' }],
    ['a wildcard', { type: 'dNSName', value: '*.org' }],
    ['a mail address', { type: 'rfc822Name', value: 'a@b.example' }],
    ['an excluded one', { type: 'rfc822Name', value: 'eve@EXAMPLE' }],
    ['a URI', { type: 'uniformResourceIdentifier', value: 'https://uri.example/' }],
    ['a URI without host', { type: 'uniformResourceIdentifier', value: 'urn:a:b' }],
    ['an address', { type: 'iPAddress', bytes: Uint8Array.of(192, 0, 3, 1) }],
    ['an address of the other kind', { type: 'iPAddress', bytes: new Uint8Array(16) }],
    [
      'a mailbox beyond ASCII',
      { type: 'otherName', oid: '1.3.6.1.5.5.7.8.9', der: Uint8Array.of(12, 6, ...Buffer.from('ü@a.b')) },
    ],
  ])('are kept by %s', (_case, name) => {
    expect(refused(() => buildTbs(below({ subjectAltName: [dns, name] })))).toEqual([
      'names-outside-issuer',
      'subjectAltName[1]',
    ]);
  });

  test('are kept by a mail address in the subject, whether or not there is a subjectAltName', () => {
    const subject = [{ type: 'emailAddress', value: 'a@example.org' }];
    const { subjectAltName: _none, ...without } = leafProfile(keys.p384, { subject });
    for (const profile of [without, { ...without, subjectAltName: [dns] }]) {
      const given = { profile, issuer: narrow, publicKey: keys.otherP256.spki };
      expect(refused(() => buildTbs(given))).toEqual(['names-outside-issuer', 'subject']);
    }
  });

  test('are compared with a common name that looks like a host, where there is no dNSName', () => {
    const subject = [{ type: 'commonName', value: 'www.example.org' }];
    const address = { type: 'iPAddress', bytes: Uint8Array.of(192, 0, 2, 1) } as const;
    expect(notes(below({ subject, subjectAltName: [address] }))).toEqual([
      ['issue.common-name-outside-issuer', 'warn'],
    ]);
    for (const value of ['www.example', 'John Smith', 'John']) {
      expect(notes(below({ subject: [{ type: 'commonName', value }], subjectAltName: [address] }))).toEqual([]);
    }
    expect(notes(below({ subject, subjectAltName: [dns] }))).toEqual([]);
  });
});

describe('noted:', () => {
  const policies = (...oids: string[]) => oids.map((policy) => ({ policy }));
  test.each<[string, Partial<CertificateProfile>, string[] | null, boolean]>([
    ['a policy that the issuer has', { certificatePolicies: policies('1.2.3') }, ['1.2.3'], false],
    ['one that it does not have', { certificatePolicies: policies('1.2.3') }, ['1.2.3', '1.2.4'], true],
    ['any policy', { certificatePolicies: policies('anyPolicy') }, ['1.2.3'], false],
    ['any policy below', { certificatePolicies: policies('1.2.3') }, ['anyPolicy'], false],
    ['an issuer without policies', {}, ['1.2.3'], false],
    ['none where none is required', { certificatePolicies: policies('1.2.3') }, null, false],
    [
      'none where one is required',
      { certificatePolicies: policies('1.2.3'), policyConstraints: { requireExplicitPolicy: 0 } },
      null,
      true,
    ],
    [
      'none where one is required later',
      { certificatePolicies: policies('1.2.3'), policyConstraints: { requireExplicitPolicy: 1 } },
      null,
      false,
    ],
    [
      'a policy by the name that it has below',
      {
        certificatePolicies: policies('1.2.3'),
        policyMappings: [{ issuerDomainPolicy: '1.2.3', subjectDomainPolicy: '1.2.9' }],
      },
      ['1.2.9'],
      false,
    ],
    [
      'one by the name that it has above',
      {
        certificatePolicies: policies('1.2.3'),
        policyMappings: [{ issuerDomainPolicy: '1.2.3', subjectDomainPolicy: '1.2.9' }],
      },
      ['1.2.3'],
      true,
    ],
  ])('%s', (_case, above, own, noted) => {
    const changes = own === null ? {} : { certificatePolicies: policies(...own) };
    expect(notes(under(middle(above), keys.p384, changes))).toEqual(
      noted ? [['issue.policies-outside-issuer', 'warn']] : [],
    );
  });

  test('not below a root, whose policies verifiers do not look at', () => {
    const top = root(keys.p256, { certificatePolicies: policies('1.2.3') });
    expect(notes(under(top, keys.p256, { certificatePolicies: policies('1.2.4') }))).toEqual([]);
  });

  test('a critical extension of the issuer that is not read here', () => {
    const extension = { oid: '1.2.3.4', der: encodeExplicit(0, encodeInteger(1)) };
    for (const critical of [true, false]) {
      const top = root(keys.p256, { extensions: [{ ...extension, critical }] });
      expect(notes(under(top, keys.p256, {}))).toEqual(
        critical ? [['issue.issuer-extension-unread', 'not-checked']] : [],
      );
    }
  });
});

test('what is refused says what the issuer has', () => {
  expect(refusal(() => leaf({ serialNumber: 0x4d2n })).message).toBe(
    'issue: serial number invalid at `serialNumber`, expected another number than that of the certificate of the issuer ' +
      'itself, found 1234',
  );
});
