import { X509Certificate } from 'node:crypto';
import { digest } from '@quorate/crypto';
import { readSequence, walkDer } from '@quorate/der';
import { certificateExtensions, nameText, parseCertificate } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { assemble, buildRootTbs, type CertificateProfile, readTbs, tbsExtensions } from '../src/index.ts';
import { keys, type TestKey, using } from './support/keys.ts';
import { DAY, root, rootName, rootProfile, START } from './support/profiles.ts';

const algorithms: readonly TestKey[] = [
  keys.rsa,
  using(keys.rsa, 'SHA384_WITH_RSA'),
  using(keys.rsa, 'SHA256_WITH_RSA_PSS'),
  using(keys.rsa, 'SHA512_WITH_RSA_PSS'),
  keys.p256,
  keys.p384,
  keys.p521,
  keys.secp256k1,
  keys.ed25519,
];

/** SHA-1 of the bits of a key, computed without the code under test. */
function methodOne(spki: Uint8Array): Uint8Array {
  const bits = readSequence(spki, (fields) => {
    fields.sequence().rest();
    return fields.bitStringBytes();
  });
  return digest('SHA-1', bits);
}

function tbsOf(key: TestKey, changes: Partial<CertificateProfile> = {}): Uint8Array {
  return buildRootTbs({ profile: rootProfile(key, changes), publicKey: key.spki });
}

describe('a root', () => {
  test.each(algorithms.map((key) => ({ key, name: `${key.name}, ${key.algorithm.name}` })))(
    'reads back as its profile, field by field: $name',
    ({ key }) => {
      const certificate = parseCertificate(root(key, { basicConstraints: { ca: true, pathLen: 2 } }));
      walkDer(certificate.bytes);
      expect(certificate.version).toBe(3);
      expect([...certificate.serialNumber]).toEqual([0x04, 0xd2]);
      expect(certificate.notBefore).toEqual({ seconds: START, type: 'UTCTime' });
      expect(certificate.notAfter).toEqual({ seconds: START + 3650 * DAY, type: 'UTCTime' });
      expect(certificate.publicKey).toEqual(key.spki);
      expect(certificate.issuer.bytes).toEqual(certificate.subject.bytes);
      expect(certificate.subject.rdns.map((rdn) => rdn.map(({ type, text }) => [type, text]))).toEqual([
        [['2.5.4.6', 'CH']],
        [['2.5.4.10', rootName[1]?.value]],
        [['2.5.4.3', 'Root']],
      ]);
      expect(certificate.subject.rdns.map(([attribute]) => attribute?.value[0])).toEqual([0x13, 0x0c, 0x0c]);
      expect(certificate.extensions.map(({ oid }) => oid)).toEqual([
        '2.5.29.19',
        '2.5.29.15',
        '2.5.29.14',
        '2.5.29.35',
      ]);
      const read = certificateExtensions(certificate);
      const keyIdentifier = methodOne(key.spki);
      expect(read.basicConstraints).toEqual({ critical: true, ca: true, pathLen: 2 });
      expect(read.keyUsage).toEqual({ critical: true, usages: ['keyCertSign', 'cRLSign'], unknownBits: [] });
      expect(read.subjectKeyIdentifier).toEqual({ critical: false, keyIdentifier });
      expect(read.authorityKeyIdentifier).toEqual({ critical: false, keyIdentifier, issuer: null, serialNumber: null });
      expect(read.extendedKeyUsage).toBeNull();
      expect(read.subjectAltName).toBeNull();
      const second = new X509Certificate(certificate.bytes);
      expect(second.verify(second.publicKey)).toBe(true);
      expect(second.ca).toBe(true);
    },
  );

  test('has an RFC 4514 name in the order of the profile', () => {
    const { subject } = readTbs(tbsOf(keys.p256));
    expect(nameText(subject)).toBe('CN=Root,O=Zürich\\, Quorum & Söhne,C=CH');
  });

  test('has every optional extension in one order, whatever the order in the profile', () => {
    const tbs = tbsOf(keys.p256, {
      subjectAltName: [{ type: 'uniformResourceIdentifier', value: 'https://ca.example/' }],
      extendedKeyUsage: ['1.2.3.4', 'OCSPSigning'],
      keyUsage: ['cRLSign', 'decipherOnly', 'keyCertSign'],
    });
    const fields = readTbs(tbs);
    expect(fields.extensions.map(({ oid, critical }) => [oid, critical])).toEqual([
      ['2.5.29.19', true],
      ['2.5.29.15', true],
      ['2.5.29.37', false],
      ['2.5.29.14', false],
      ['2.5.29.35', false],
      ['2.5.29.17', false],
    ]);
    const read = tbsExtensions(fields);
    expect(read.keyUsage?.usages).toEqual(['keyCertSign', 'cRLSign', 'decipherOnly']);
    expect(read.extendedKeyUsage?.purposes).toEqual(['1.2.3.4', '1.3.6.1.5.5.7.3.9']);
    expect(read.subjectAltName).toEqual({
      critical: false,
      names: [{ type: 'uniformResourceIdentifier', value: 'https://ca.example/' }],
    });
  });

  test('writes KeyUsage as a named bit list without trailing zeros', () => {
    const value = (usages: CertificateProfile['keyUsage']) =>
      Buffer.from(readTbs(tbsOf(keys.p256, { keyUsage: usages })).extensions[1]?.value ?? []).toString('hex');
    expect(value(['keyCertSign'])).toBe('03020204');
    expect(value(['keyCertSign', 'cRLSign'])).toBe('03020106');
    expect(value(['keyCertSign', 'digitalSignature'])).toBe('03020284');
    expect(value(['keyCertSign', 'decipherOnly'])).toBe('0303070480');
  });

  test('writes pathLen 0, which is not no pathLen', () => {
    const value = (pathLen?: number) => {
      const constraints = pathLen === undefined ? { ca: true } : { ca: true, pathLen };
      return Buffer.from(readTbs(tbsOf(keys.p256, { basicConstraints: constraints })).extensions[0]?.value ?? []);
    };
    expect(value().toString('hex')).toBe('30030101ff');
    expect(value(0).toString('hex')).toBe('30060101ff020100');
    expect(value(128).toString('hex')).toBe('30070101ff02020080');
    expect(value(255).toString('hex')).toBe('30070101ff020200ff');
  });

  test.each([
    [1n, '01'],
    [0x7fn, '7f'],
    [0x80n, '0080'],
    [(1n << 159n) - 1n, `7f${'ff'.repeat(19)}`],
    [Uint8Array.of(0x8a, 0), '008a00'],
    [Uint8Array.of(0, 0, 5), '05'],
  ])('writes serial number %s as a positive INTEGER', (serialNumber, content) => {
    expect(Buffer.from(readTbs(tbsOf(keys.p256, { serialNumber })).serialNumber).toString('hex')).toBe(content);
  });

  test.each([
    [Date.UTC(1950, 0, 1), 'UTCTime'],
    [Date.UTC(2049, 11, 31, 23, 59, 59), 'UTCTime'],
    [Date.UTC(2050, 0, 1), 'GeneralizedTime'],
    [Date.UTC(9999, 11, 31, 23, 59, 58), 'GeneralizedTime'],
  ])('writes the time %s as %s', (milliseconds, type) => {
    const seconds = milliseconds / 1000;
    const tbs = tbsOf(keys.p256, { notBefore: seconds, notAfter: 253402300799 });
    expect(readTbs(tbs).notBefore).toEqual({ seconds, type });
    expect(Buffer.from(tbs).includes('99991231235959Z')).toBe(true);
  });

  test('is the same bytes for the same input, and holds no view of it', () => {
    const spki = Uint8Array.from(keys.p256.spki);
    const make = () => buildRootTbs({ profile: rootProfile(keys.p256), publicKey: spki });
    const first = make();
    expect(make()).toEqual(first);
    const kept = Uint8Array.from(first);
    spki.fill(0);
    expect(first).toEqual(kept);
  });

  test('of a key that lies inside a larger buffer has that key', () => {
    const large = new Uint8Array(keys.p256.spki.length + 20).fill(7);
    large.set(keys.p256.spki, 10);
    const view = large.subarray(10, 10 + keys.p256.spki.length);
    expect(buildRootTbs({ profile: rootProfile(keys.p256), publicKey: view })).toEqual(tbsOf(keys.p256));
  });

  test('cannot be assembled without the signature being there', () => {
    const tbs = tbsOf(keys.p256);
    const parts = { tbs, algorithm: keys.p256.algorithm, issuerKey: keys.p256.spki };
    expect(() => assemble({ ...parts, signature: new Uint8Array(0) })).toThrow(/signature malformed/);
  });
});
