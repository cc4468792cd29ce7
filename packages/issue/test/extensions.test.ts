import { describe, expect, test } from 'vitest';
import { buildTbs, type CertificateProfile, type IssueErrorCode, readTbs } from '../src/index.ts';
import { keys } from './support/keys.ts';
import { leafProfile, root, rootProfile } from './support/profiles.ts';
import { refused } from './support/refusal.ts';

const lint = { sets: [] };
const issuer = root(keys.p256);
const ca = (changes: Partial<CertificateProfile>): Uint8Array =>
  buildTbs({ profile: rootProfile(keys.p256, { lint, ...changes }), issuer: 'self', publicKey: keys.p256.spki }).tbs;
const leaf = (changes: Partial<CertificateProfile>): Uint8Array =>
  buildTbs({ profile: leafProfile(keys.p256, { lint, ...changes }), issuer, publicKey: keys.p384.spki }).tbs;

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const dns = (value: string) => ({ type: 'dNSName', value }) as const;
const uri = (value: string) => ({ type: 'uniformResourceIdentifier', value }) as const;
const many = <T>(item: T) => Array<T>(257).fill(item);

describe('refused, with code and path:', () => {
  test.each<[string, Partial<CertificateProfile>, IssueErrorCode, string]>([
    ['no constraints in it', { nameConstraints: {} }, 'extension-invalid', 'nameConstraints'],
    [
      'an empty list of them',
      { nameConstraints: { permitted: [] } },
      'alternative-name-invalid',
      'nameConstraints.permitted',
    ],
    [
      'a wildcard in one',
      { nameConstraints: { excluded: [dns('*.a')] } },
      'alternative-name-invalid',
      'nameConstraints.excluded[0].value',
    ],
    [
      'a leading dot',
      { nameConstraints: { permitted: [dns('.a')] } },
      'alternative-name-invalid',
      'nameConstraints.permitted[0].value',
    ],
    [
      'a URI for a host',
      { nameConstraints: { permitted: [uri('http://a')] } },
      'alternative-name-invalid',
      'nameConstraints.permitted[0].value',
    ],
    [
      'no mask',
      { nameConstraints: { permitted: [{ type: 'iPAddress', bytes: new Uint8Array(4) }] } },
      'alternative-name-invalid',
      'nameConstraints.permitted[0].bytes',
    ],
    [
      'a mask with holes',
      { nameConstraints: { permitted: [{ type: 'iPAddress', bytes: bytes('00000000ff00ff00') }] } },
      'alternative-name-invalid',
      'nameConstraints.permitted[0].bytes',
    ],
    [
      'bits beyond the mask',
      { nameConstraints: { permitted: [{ type: 'iPAddress', bytes: bytes('0a000001ff000000') }] } },
      'alternative-name-invalid',
      'nameConstraints.permitted[0].bytes',
    ],
    ['no policies', { certificatePolicies: [] }, 'extension-invalid', 'certificatePolicies'],
    [
      'a policy that is none',
      { certificatePolicies: [{ policy: 'any' }] },
      'extension-invalid',
      'certificatePolicies[0].policy',
    ],
    [
      'a policy twice',
      { certificatePolicies: [{ policy: 'anyPolicy' }, { policy: '2.5.29.32.0' }] },
      'extension-invalid',
      'certificatePolicies[1]',
    ],
    [
      'no qualifiers',
      { certificatePolicies: [{ policy: '1.2', qualifiers: [] }] },
      'extension-invalid',
      'certificatePolicies[0].qualifiers',
    ],
    [
      'a cps that is no URI',
      { certificatePolicies: [{ policy: '1.2', qualifiers: [{ type: 'cps', uri: 'here' }] }] },
      'extension-invalid',
      'certificatePolicies[0].qualifiers[0].uri',
    ],
    [
      'an empty notice',
      { certificatePolicies: [{ policy: '1.2', qualifiers: [{ type: 'userNotice' }] }] },
      'extension-invalid',
      'certificatePolicies[0].qualifiers[0]',
    ],
    [
      '201 characters',
      { certificatePolicies: [{ policy: '1.2', qualifiers: [{ type: 'userNotice', explicitText: 'x'.repeat(201) }] }] },
      'extension-invalid',
      'certificatePolicies[0].qualifiers[0].explicitText',
    ],
    [
      'text that turns round',
      { certificatePolicies: [{ policy: '1.2', qualifiers: [{ type: 'userNotice', explicitText: 'a\u202eb' }] }] },
      'extension-invalid',
      'certificatePolicies[0].qualifiers[0].explicitText',
    ],
    [
      'anyPolicy mapped',
      { policyMappings: [{ issuerDomainPolicy: '1.2', subjectDomainPolicy: '2.5.29.32.0' }] },
      'extension-invalid',
      'policyMappings[0].subjectDomainPolicy',
    ],
    [
      'a mapping twice',
      { policyMappings: Array(2).fill({ issuerDomainPolicy: '1.2', subjectDomainPolicy: '1.3' }) },
      'extension-invalid',
      'policyMappings[1]',
    ],
    ['no policy constraints', { policyConstraints: {} }, 'extension-invalid', 'policyConstraints'],
    [
      'a negative number',
      { policyConstraints: { requireExplicitPolicy: -1 } },
      'extension-invalid',
      'policyConstraints.requireExplicitPolicy',
    ],
    ['256 certificates', { inhibitAnyPolicy: 256 }, 'extension-invalid', 'inhibitAnyPolicy'],
    ['no points', { crlDistributionPoints: [] }, 'extension-invalid', 'crlDistributionPoints'],
    [
      'too many',
      { crlDistributionPoints: many({ fullName: [uri('http://a')] }) },
      'extension-invalid',
      'crlDistributionPoints',
    ],
    [
      'a point without place',
      { crlDistributionPoints: [{ reasons: ['keyCompromise'] }] },
      'extension-invalid',
      'crlDistributionPoints[0]',
    ],
    [
      'a reason that is none',
      { crlDistributionPoints: [{ fullName: [uri('http://a')], reasons: ['unused'] }] },
      'extension-invalid',
      'crlDistributionPoints[0].reasons[0]',
    ],
    [
      'a reason twice',
      { freshestCrl: [{ fullName: [uri('http://a')], reasons: ['superseded', 'superseded'] }] },
      'extension-invalid',
      'freshestCrl[0].reasons[1]',
    ],
    [
      'an issuer that is no name',
      { crlDistributionPoints: [{ cRLIssuer: [dns('a')] }] },
      'extension-invalid',
      'crlDistributionPoints[0].cRLIssuer[0].type',
    ],
    [
      'a place that is no URI',
      { crlDistributionPoints: [{ fullName: [uri('a')] }] },
      'alternative-name-invalid',
      'crlDistributionPoints[0].fullName[0].value',
    ],
    [
      'an unknown method',
      { authorityInfoAccess: [{ method: 'caRepository', location: uri('http://a') }] },
      'extension-invalid',
      'authorityInfoAccess[0].method',
    ],
    [
      'a method of a prototype',
      { subjectInfoAccess: [{ method: 'toString', location: uri('http://a') }] },
      'extension-invalid',
      'subjectInfoAccess[0].method',
    ],
    [
      'a bad location',
      { subjectInfoAccess: [{ method: 'caRepository', location: uri('') }] },
      'alternative-name-invalid',
      'subjectInfoAccess[0].location.value',
    ],
    ['a feature twice', { tlsFeature: [5, 5] }, 'extension-invalid', 'tlsFeature[1]'],
    ['feature 65,536', { tlsFeature: [65536] }, 'extension-invalid', 'tlsFeature[0]'],
    [
      'a statement twice',
      { qcStatements: [{ type: 'qcSSCD' }, { type: 'qcSSCD' }] },
      'extension-invalid',
      'qcStatements[1]',
    ],
    [
      'an unknown statement',
      { qcStatements: [{ type: 'qcBest' } as never] },
      'extension-invalid',
      'qcStatements[0].type',
    ],
    [
      'a known one by number',
      { qcStatements: [{ type: 'other', oid: '0.4.0.1862.1.1' }] },
      'extension-invalid',
      'qcStatements[0].oid',
    ],
    [
      'an unknown type',
      { qcStatements: [{ type: 'qcType', types: ['x' as 'web'] }] },
      'extension-invalid',
      'qcStatements[0].types[0]',
    ],
    [
      'a currency in small letters',
      { qcStatements: [{ type: 'qcLimitValue', currency: 'chf', amount: 1, exponent: 1 }] },
      'extension-invalid',
      'qcStatements[0].currency',
    ],
    [
      'a plain http statement',
      { qcStatements: [{ type: 'qcPDS', locations: [{ url: 'http://a', language: 'en' }] }] },
      'extension-invalid',
      'qcStatements[0].locations[0].url',
    ],
    [
      'a language of three letters',
      { qcStatements: [{ type: 'qcPDS', locations: [{ url: 'https://a', language: 'eng' }] }] },
      'extension-invalid',
      'qcStatements[0].locations[0].language',
    ],
    [
      'a country in words',
      { qcStatements: [{ type: 'qcCClegislation', countries: ['Ch'] }] },
      'extension-invalid',
      'qcStatements[0].countries[0]',
    ],
    [
      'a statement that is no DER',
      { qcStatements: [{ type: 'other', oid: '1.2', der: bytes('0500ff') }] },
      'extension-invalid',
      'qcStatements[0].der',
    ],
    [
      'an extension with a member',
      { extensions: [{ oid: '2.5.29.15', critical: true, der: bytes('030101') }] },
      'extension-invalid',
      'extensions[0].oid',
    ],
    [
      'an extension of CRLs',
      { extensions: [{ oid: '2.5.29.20', critical: false, der: bytes('020101') }] },
      'extension-invalid',
      'extensions[0].oid',
    ],
    [
      'ocsp-nocheck by number',
      { extensions: [{ oid: '1.3.6.1.5.5.7.48.1.5', critical: false, der: bytes('0500') }] },
      'extension-invalid',
      'extensions[0].oid',
    ],
    [
      'one twice',
      { extensions: Array(2).fill({ oid: '1.2', critical: false, der: bytes('0500') }) },
      'extension-invalid',
      'extensions[1]',
    ],
    [
      'one that is no DER',
      { extensions: [{ oid: '1.2', critical: false, der: bytes('3080') }] },
      'extension-invalid',
      'extensions[0].der',
    ],
    ['an empty list', { extensions: [] }, 'extension-invalid', 'extensions.length'],
    ['a CA not critical', { critical: { basicConstraints: false } }, 'criticality-fixed', 'critical.basicConstraints'],
    [
      'a choice that is fixed',
      { critical: { nameConstraints: false } as never },
      'criticality-fixed',
      'critical.nameConstraints',
    ],
    [
      'a choice about what is not there',
      { critical: { ocspNoCheck: true } },
      'criticality-fixed',
      'critical.ocspNoCheck',
    ],
  ])('%s', (_case, changes, code, path) => {
    expect(refused(() => ca(changes))).toEqual([code, path]);
  });

  test.each<[string, Partial<CertificateProfile>]>([
    ['nameConstraints', { nameConstraints: { permitted: [dns('a')] } }],
    ['policyMappings', { policyMappings: [{ issuerDomainPolicy: '1.2', subjectDomainPolicy: '1.3' }] }],
    ['policyConstraints', { policyConstraints: { requireExplicitPolicy: 0 } }],
    ['inhibitAnyPolicy', { inhibitAnyPolicy: 0 }],
  ])('%s on what is no CA', (path, changes) => {
    expect(refused(() => leaf(changes))).toEqual(['extension-without-ca', path]);
    expect(ca(changes).length).toBeGreaterThan(0);
  });

  test('a subjectAltName that stands for the subject, not critical', () => {
    const changes = { subject: [], critical: { subjectAltName: false } };
    expect(refused(() => leaf(changes))).toEqual(['criticality-fixed', 'critical.subjectAltName']);
  });

  test('more bytes than a reader takes', () => {
    const subjectAltName = Array(1000).fill(uri(`http://a/${'x'.repeat(1100)}`));
    expect(refused(() => leaf({ subjectAltName }))).toEqual(['too-large', 'tbs']);
  });

  test.each<[string, NonNullable<CertificateProfile['subjectAltName']>[number], string]>([
    ['an otherName without DER', { type: 'otherName', oid: '1.2', der: bytes('') }, 'der'],
    ['an otherName without number', { type: 'otherName', oid: 'x', der: bytes('0500') }, 'oid'],
    ['an x400Address that is no SEQUENCE', { type: 'x400Address', der: bytes('0500') }, 'der'],
    ['an ediPartyName with more behind it', { type: 'ediPartyName', der: bytes('300000') }, 'der'],
  ])('%s', (_case, name, field) => {
    expect(refused(() => leaf({ subjectAltName: [name] }))).toEqual([
      'alternative-name-invalid',
      `subjectAltName[0].${field}`,
    ]);
  });
});

test('criticality is as the standards say, or as chosen where they leave it open', () => {
  const changes: Partial<CertificateProfile> = {
    extendedKeyUsage: ['OCSPSigning'],
    issuerAltName: [dns('a')],
    certificatePolicies: [{ policy: '1.2' }],
    policyMappings: [{ issuerDomainPolicy: '1.2', subjectDomainPolicy: '1.3' }],
    policyConstraints: { requireExplicitPolicy: 0 },
    inhibitAnyPolicy: 0,
    nameConstraints: { permitted: [dns('a')] },
    crlDistributionPoints: [{ fullName: [uri('http://a')] }],
    freshestCrl: [{ fullName: [uri('http://a')] }],
    authorityInfoAccess: [{ method: 'ocsp', location: uri('http://a') }],
    subjectInfoAccess: [{ method: 'caRepository', location: uri('http://a') }],
    subjectAltName: [dns('a')],
    tlsFeature: [5],
    qcStatements: [{ type: 'qcCompliance' }],
    ocspNoCheck: true,
  };
  const critical = (tbs: Uint8Array) =>
    readTbs(tbs)
      .extensions.filter((it) => it.critical)
      .map(({ oid }) => oid);
  const always = ['2.5.29.19', '2.5.29.30', '2.5.29.36', '2.5.29.54'];
  expect(critical(ca(changes)).sort()).toEqual([...always, '2.5.29.15', '2.5.29.33'].sort());
  const names = [
    'keyUsage',
    'extendedKeyUsage',
    'subjectAltName',
    'issuerAltName',
    'certificatePolicies',
    'policyMappings',
    'crlDistributionPoints',
    'tlsFeature',
    'qcStatements',
    'ocspNoCheck',
  ];
  const choose = (value: boolean) => ({ ...changes, critical: Object.fromEntries(names.map((name) => [name, value])) });
  expect(critical(ca(choose(false)))).toEqual(critical(ca(changes)).filter((oid) => always.includes(oid)));
  expect(critical(ca(choose(true))).length).toBe(always.length + names.length);
  expect(critical(leaf({ critical: { basicConstraints: false } }))).toEqual(['2.5.29.15']);
});
