import { signatureAlgorithmOfDer } from '@quorate/crypto';
import { encodeBitString, encodeInteger, encodeNull, encodeOctetString, encodeOid, encodeSequence } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { buildCsrInfo, buildTbs, type CertificateProfile, type IssueErrorCode, readTbs } from '../src/index.ts';
import { keys, using } from './support/keys.ts';
import { leafProfile, root, rootProfile } from './support/profiles.ts';
import { refused } from './support/refusal.ts';

const lint = { sets: [] };
const issuer = root(keys.p256);
const leaf = (changes: Partial<CertificateProfile>) =>
  buildTbs({ profile: leafProfile(keys.p256, { lint, ...changes }), issuer, publicKey: keys.p384.spki }).tbs;
const ca = (changes: Partial<CertificateProfile>, randomBytes = new Uint8Array(0)) =>
  buildTbs({
    profile: rootProfile(keys.p256, { lint, ...changes }),
    issuer: 'self',
    publicKey: keys.p256.spki,
    randomBytes,
  }).tbs;
const critical = (tbs: Uint8Array) =>
  readTbs(tbs)
    .extensions.filter((it) => it.critical)
    .map(({ oid }) => oid);
const PURPOSES = '2.5.29.37';
const STAMPING = '1.3.6.1.5.5.7.3.8';

describe('time stamping', () => {
  test.each(['timeStamping', STAMPING])('is critical without a word (%s), and can be nothing else', (purpose) => {
    expect(critical(leaf({ extendedKeyUsage: [purpose] }))).toContain(PURPOSES);
    expect(critical(leaf({ extendedKeyUsage: [purpose], critical: { extendedKeyUsage: true } }))).toContain(PURPOSES);
    expect(refused(() => leaf({ extendedKeyUsage: [purpose], critical: { extendedKeyUsage: false } }))).toEqual([
      'criticality-fixed',
      'critical.extendedKeyUsage',
    ]);
  });
  test('stands alone', () => {
    for (const extendedKeyUsage of [
      ['timeStamping', 'codeSigning'],
      ['anyExtendedKeyUsage', STAMPING],
    ]) {
      expect(refused(() => leaf({ extendedKeyUsage }))).toEqual(['extension-invalid', 'extendedKeyUsage']);
    }
  });
  test('of a CA is for those below it', () => {
    expect(critical(ca({ extendedKeyUsage: ['timeStamping', 'codeSigning'] }))).not.toContain(PURPOSES);
  });
  test('is asked for in a request in the same way', () => {
    const profile = { subject: [{ type: 'commonName', value: 'TSA' }], extendedKeyUsage: ['timeStamping'] };
    const info = Buffer.from(buildCsrInfo({ profile, publicKey: keys.p256.spki })).toString('hex');
    expect(info).toContain('0603551d250101ff');
  });
});

test('ocsp-nocheck is for OCSP responders', () => {
  for (const extendedKeyUsage of [['serverAuth'], undefined]) {
    const { extendedKeyUsage: _none, ...profile } = leafProfile(keys.p256, { lint, ocspNoCheck: true });
    const purposes = extendedKeyUsage === undefined ? {} : { extendedKeyUsage };
    const given = { profile: { ...profile, ...purposes }, issuer, publicKey: keys.p384.spki };
    expect(refused(() => buildTbs(given))).toEqual(['extension-invalid', 'ocspNoCheck']);
  }
  expect(leaf({ ocspNoCheck: true, extendedKeyUsage: ['serverAuth', 'OCSPSigning'] }).length).toBeGreaterThan(0);
  expect(leaf({ ocspNoCheck: false }).length).toBeGreaterThan(0);
});

describe('an extension by object identifier', () => {
  const extension = (oid: string, der: Uint8Array = encodeNull(), isCritical = false) =>
    refused(() => leaf({ extensions: [{ oid, critical: isCritical, der }] }));
  test.each([
    ['a draft of authorityKeyIdentifier', '2.5.29.1'],
    ['of keyUsage', '2.5.29.4'],
    ['of subjectAltName', '2.5.29.7'],
    ['of basicConstraints', '2.5.29.10'],
    ['of nameConstraints', '2.5.29.11'],
    ['of policyConstraints', '2.5.29.34'],
    ["Netscape's certificate type", '2.16.840.1.113730.1.1'],
    ['of CRLs', '2.5.29.60'],
    ['of OCSP responses', '1.3.6.1.5.5.7.48.1.2'],
  ])('is no second way to say the same: %s', (_case, oid) => {
    expect(extension(oid)).toEqual(['extension-invalid', 'extensions[0].oid']);
  });
  test.each<[string, string, Uint8Array, boolean, string]>([
    ['subjectDirectoryAttributes of another type', '2.5.29.9', encodeNull(), false, 'der'],
    ['critical ones', '2.5.29.9', encodeSequence(), true, 'critical'],
    ['privateKeyUsagePeriod of another type', '2.5.29.16', encodeNull(), false, 'der'],
    ['a list of timestamps that is none', '1.3.6.1.4.1.11129.2.4.2', encodeNull(), false, 'der'],
    ['poison with something in it', '1.3.6.1.4.1.11129.2.4.3', encodeOctetString(encodeNull()), true, 'der'],
    ['poison that is not critical', '1.3.6.1.4.1.11129.2.4.3', encodeNull(), false, 'critical'],
  ])('has its form where that is known: %s', (_case, oid, der, isCritical, member) => {
    expect(extension(oid, der, isCritical)).toEqual(['extension-invalid', `extensions[0].${member}`]);
  });
  test('and is taken so', () => {
    const extensions = [
      { oid: '2.5.29.9', critical: false, der: encodeSequence() },
      { oid: '1.3.6.1.4.1.11129.2.4.3', critical: true, der: encodeNull() },
    ];
    expect(
      readTbs(leaf({ extensions }))
        .extensions.slice(-2)
        .map(({ oid }) => oid),
    ).toEqual(extensions.map(({ oid }) => oid));
  });
});

describe('PSS', () => {
  const made = using(keys.rsa, 'SHA256_WITH_RSA_PSS').algorithm;
  const salted = (saltLength: number, key = keys.rsa) => {
    const pss = { digest: 'SHA-256', mgfDigest: 'SHA-256', saltLength } as const;
    const signatureAlgorithm = { ...made, pss };
    const profile = rootProfile(key, { lint, signatureAlgorithm });
    return () => buildTbs({ profile, issuer: 'self', publicKey: key.spki });
  };
  test('has no more salt than there is room for', () => {
    expect(refused(salted(223))).toEqual(['algorithm-key-mismatch', 'signatureAlgorithm']);
    const { tbs } = salted(222)();
    expect(signatureAlgorithmOfDer(readTbs(tbs).signatureAlgorithm).pss?.saltLength).toBe(222);
  });
  test('counts the bits of a modulus, which has one octet more than its block when they are 8k + 1', () => {
    // OpenSSL makes none of 2049 bits, so a number that is none of two primes stands for one.
    const key = encodeSequence(encodeInteger(2n ** 2048n + 12345n), encodeInteger(65537));
    const identifier = encodeSequence(encodeOid('1.2.840.113549.1.1.1'), encodeNull());
    const odd = { ...keys.rsa, spki: encodeSequence(identifier, encodeBitString(key)) };
    expect(salted(222, odd)().tbs.length).toBeGreaterThan(0);
    expect(refused(salted(223, odd))[0]).toBe('algorithm-key-mismatch');
  });
});

test.each<[string, number]>([
  ['none', 0],
  ['a part of one', 1.5],
  ['no number', Number.NaN],
  ['text', '2' as never],
])('a quorum is a whole number from 1: %s', (_case, quorum) => {
  const expected: [IssueErrorCode, string] = ['profile-malformed', 'quorum'];
  expect(refused(() => ca({ quorum }))).toEqual(expected);
});

test('random bytes whose one bit is the one that is cleared are refused', () => {
  const bytes = Uint8Array.of(0x80, ...new Uint8Array(19));
  expect(refused(() => ca({ serialNumber: 'random' }, bytes))).toEqual(['random-bytes-invalid', 'randomBytes']);
});
