import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWhere, missingCommand } from '@quorate/ci';
import { decodePem, encodePem } from '@quorate/der';
import { parseCertificate } from '@quorate/x509';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble, buildTbs, readProfile } from '../src/index.ts';
import type { Json } from './support/arbitrary-profile.ts';
import { keys, privatePem, signed, type TestKey } from './support/keys.ts';

/** A CA that OpenSSL made long ago: names in PrintableString, a comma in one of them. */
const OLD_NAME = '/C=CH/O=Example, Ltd./CN=Old Root';
const oldName = [
  { type: 'countryName', value: 'CH' },
  { type: 'organizationName', value: 'Example, Ltd.', string: 'PrintableString' },
  { type: 'commonName', value: 'Old Root', string: 'PrintableString' },
];
const newName = [
  { type: 'countryName', value: 'CH' },
  { type: 'organizationName', value: 'Zürich AG' },
  { type: 'commonName', value: 'New Root' },
];
const base: Json = { notBefore: '2026-01-01T07:31:12Z', signatureAlgorithm: 'SHA256_WITH_ECDSA' };

let count = 0;
function certify(json: Json, key: TestKey, issuer: Uint8Array | 'self', by: TestKey): Uint8Array {
  const randomBytes = Uint8Array.from({ length: 16 }, (_, i) => 13 * i + ++count);
  const profile = readProfile({ serialNumber: 'random', ...base, ...json });
  const { tbs } = buildTbs({ profile, issuer, publicKey: key.spki, randomBytes });
  return assemble({ tbs, algorithm: by.algorithm, signature: signed(tbs, by), issuerKey: by.spki });
}

describeWhere('issue: what CAs need, and OpenSSL verifies', missingCommand('openssl'), () => {
  let folder = '';
  let old = new Uint8Array(0);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quorate-issue-'));
    writeFileSync(join(folder, 'key.pem'), privatePem(keys.p256));
    const config = [
      '[req]\ndistinguished_name=dn\nstring_mask=default\nx509_extensions=v3\n[dn]\n',
      '[v3]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n',
    ];
    writeFileSync(join(folder, 'openssl.cnf'), config.join(''));
    const made = ['req', '-x509', '-new', '-key', 'key.pem', '-config', 'openssl.cnf', '-days', '3650'];
    openssl(...made, '-set_serial', '77', '-subj', OLD_NAME, '-out', 'old.pem');
    old = Uint8Array.from(decodePem(readFileSync(join(folder, 'old.pem'), 'utf8'))[0]?.bytes ?? []);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const pem = (file: string, ...ders: Uint8Array[]): string => {
    const text = ders.map((bytes) => encodePem({ label: 'CERTIFICATE', bytes })).join('');
    writeFileSync(join(folder, file), text);
    return file;
  };
  const verify = (top: Uint8Array, between: readonly Uint8Array[], der: Uint8Array, ...more: string[]): string => {
    const middle = between.length === 0 ? [] : ['-untrusted', pem('between.pem', ...between)];
    const args = ['verify', '-attime', '1768000000', '-x509_strict', '-CAfile', pem('top.pem', top), ...middle];
    return openssl(...args, ...more, pem('leaf.pem', der));
  };

  const [oldKey, newKey] = [keys.p256, keys.otherP256];
  const newRoot = certify({ extends: 'root-ca', subject: newName, notAfter: 'P20Y' }, newKey, 'self', newKey);

  test('the name of an old CA, octet by octet, in its renewal with the same key', () => {
    const renewed = certify({ extends: 'root-ca', subject: oldName, notAfter: 'P20Y' }, oldKey, 'self', oldKey);
    expect(parseCertificate(renewed).subject.bytes).toEqual(parseCertificate(old).subject.bytes);
    expect(verify(renewed, [], renewed)).toBe('leaf.pem: OK\n');
  });

  test('a cross-certificate: an old CA below a new one, with what the old one issued', () => {
    const cross = certify({ extends: 'intermediate-ca', subject: oldName, notAfter: 'P5Y' }, oldKey, newRoot, newKey);
    expect(parseCertificate(cross).subject.bytes).toEqual(parseCertificate(old).subject.bytes);
    const client = { extends: 'tls-client', subject: [{ type: 'commonName', value: 'client' }], notAfter: 'P90D' };
    const validity = { code: 'validity-outside-issuer', because: 'the old root is made when the test runs' };
    const der = certify({ ...client, allow: [validity] }, keys.p384, old, oldKey);
    // What the old CA issued is good below the new one too.
    expect(verify(newRoot, [cross], der, '-purpose', 'sslclient')).toBe('leaf.pem: OK\n');
  });

  test('a new key of the same CA, certified by the old one (RFC 4210, 4.4)', () => {
    const ca = { extends: 'root-ca', subject: newName, notAfter: 'P5Y' };
    const newWithOld = certify(ca, oldKey, newRoot, newKey);
    const below = { extends: 'tls-client', subject: [{ type: 'commonName', value: 'client' }], notAfter: 'P90D' };
    const der = certify(below, keys.secp256k1, newWithOld, oldKey);
    expect(verify(newRoot, [newWithOld], der, '-purpose', 'sslclient')).toBe('leaf.pem: OK\n');
  });

  describe('a chain below a root', () => {
    const host = { type: 'dNSName', value: 'www.example.ch' };
    const ev: Json = {
      extends: 'tls-server',
      notAfter: 'P47D',
      subject: [
        { type: 'jurisdictionCountryName', value: 'CH' },
        { type: 'jurisdictionStateOrProvinceName', value: 'Zürich' },
        { type: 'businessCategory', value: 'Private Organization' },
        { type: 'serialNumber', value: 'CHE-123.456.789' },
        { type: 'countryName', value: 'CH' },
        { type: 'localityName', value: 'Zürich' },
        { type: 'organizationName', value: 'Example AG' },
      ],
      subjectAltName: [host, { type: 'iPAddress', value: '2001:db8::1' }],
      certificatePolicies: [{ policy: '2.23.140.1.1' }],
      tlsFeature: ['status_request'],
    };
    const mailbox: Json = {
      extends: 's-mime',
      notAfter: 'P1Y',
      subject: [{ type: 'commonName', value: 'Jürg' }],
      subjectAltName: [
        { type: 'otherName', oid: '1.3.6.1.5.5.7.8.9', der: 'hex:0c106ac3bc7267406578616d706c652e6368' },
      ],
    };
    const qualified: Json = {
      extends: 'document-signing',
      notAfter: 'P3Y',
      subject: [
        { type: 'countryName', value: 'CH' },
        { type: 'givenName', value: 'Jürg' },
        { type: 'surname', value: 'Müller' },
        { type: 'serialNumber', value: 'PASCH-S1234567' },
        { type: 'commonName', value: 'Jürg Müller' },
      ],
      critical: { extendedKeyUsage: false, certificatePolicies: false },
      certificatePolicies: [
        { policy: '0.4.0.194112.1.2', qualifiers: [{ type: 'cps', uri: 'https://example.ch/cps' }] },
      ],
      qcStatements: [
        { type: 'qcCompliance' },
        { type: 'qcSSCD' },
        { type: 'qcType', types: ['esign'] },
        { type: 'qcPDS', locations: [{ url: 'https://example.ch/pds', language: 'en' }] },
      ],
      extensions: [{ oid: '2.5.29.9', critical: false, der: 'hex:3012301006082b06010505070904310413024348' }],
    };
    const precertificate: Json = {
      ...ev,
      extensions: [{ oid: '1.3.6.1.4.1.11129.2.4.3', critical: true, der: 'hex:0500' }],
    };

    test.each<[string, Json, string[], RegExp]>([
      [
        'EV',
        ev,
        ['-purpose', 'sslserver', '-verify_hostname', 'www.example.ch'],
        /jurisdictionC = CH|jurisdictionC=CH/,
      ],
      ['a mailbox beyond ASCII', mailbox, ['-purpose', 'smimesign'], /SmtpUTF8Mailbox|smtputf8|othername/i],
      ['precertificate', precertificate, ['-ignore_critical'], /CT Precertificate Poison: critical/],
    ])('%s', (_case, json, more, shown) => {
      const ca = {
        extends: 'intermediate-ca',
        subject: [{ type: 'commonName', value: 'Issuing CA' }],
        notAfter: 'P10Y',
        nameConstraints: {
          permitted: [
            { type: 'dNSName', value: 'example.ch' },
            { type: 'iPAddress', value: '2001:db8::/32' },
          ],
        },
      };
      const issuing = certify(ca, oldKey, newRoot, newKey);
      const der = certify(json, keys.p384, issuing, oldKey);
      expect(verify(newRoot, [issuing], der, ...more)).toBe('leaf.pem: OK\n');
      expect(openssl('x509', '-noout', '-text', '-in', 'leaf.pem')).toMatch(shown);
    });

    test('qualified, with attributes of the person', () => {
      const der = certify(qualified, keys.p384, newRoot, newKey);
      expect(verify(newRoot, [], der)).toBe('leaf.pem: OK\n');
      expect(openssl('x509', '-noout', '-text', '-in', 'leaf.pem')).toContain('qcStatements');
    });
  });
});
