import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWhere, missingCommand } from '@quorate/ci';
import { decodePem, encodeNull, encodePem, encodeUtf8String } from '@quorate/der';
import { lint, readLintObject } from '@quorate/lint';
import { parseCertificationRequest } from '@quorate/x509';
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { describe, expect, test } from 'vitest';
import { assembleCsr, buildCsrInfo, type CsrProfile, readCsr, readCsrInfo, readCsrProfile } from '../../src/index.ts';
import { sha256 } from '../support/cases.ts';
import { csrOf } from '../support/csr.ts';
import { ecKey, keys, privatePem, rsaKey, signed, signedJoined, type TestKey, using } from '../support/keys.ts';
import { opensslFolder } from '../support/openssl-folder.ts';
import { refusal, refused } from '../support/refusal.ts';

const server: CsrProfile = {
  subject: [
    { type: 'countryName', value: 'CH' },
    { type: 'commonName', value: 'leaf.example' },
  ],
  basicConstraints: { ca: false },
  keyUsage: ['digitalSignature'],
  extendedKeyUsage: ['serverAuth'],
  subjectAltName: [
    { type: 'dNSName', value: 'leaf.example' },
    { type: 'iPAddress', bytes: Uint8Array.of(192, 0, 2, 1) },
  ],
};
const everyKind: readonly TestKey[] = [
  keys.rsa,
  using(keys.rsa, 'SHA256_WITH_RSA_PSS'),
  keys.p256,
  keys.p384,
  keys.p521,
  keys.secp256k1,
  ecKey('brainpoolP256r1', 'ecdsa-with-SHA256'),
  keys.ed25519,
];

describe('a request that is made here', () => {
  test.each(everyKind.map((key) => ({ key, name: key.algorithm.name })))('proves possession: $name', ({ key }) => {
    const csr = csrOf(key, server);
    const { request, algorithm, extensions } = readCsr(csr);
    expect(algorithm).toBe(key.algorithm);
    expect(request.publicKey).toEqual(key.spki);
    expect(extensions.keyUsage?.usages).toEqual(['digitalSignature']);
    expect(extensions.subjectAltName?.names.length).toBe(2);
    expect(extensions.subjectKeyIdentifier).toBe(null);
    const report = lint(readLintObject('csr', csr), { sets: ['rfc5280', 'practice'] });
    expect(report.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'not-checked')).toEqual([]);
  });

  test('is the same when it is made again', () => {
    const request = { profile: server, publicKey: keys.p256.spki };
    expect(buildCsrInfo(request)).toEqual(buildCsrInfo({ ...request, profile: { ...server, note: 'for people' } }));
  });

  test('without extensions it has no attributes, as RFC 2986 writes that', () => {
    const info = buildCsrInfo({ profile: { subject: server.subject }, publicKey: keys.p256.spki });
    expect(info.subarray(-2)).toEqual(Uint8Array.of(0xa0, 0));
    expect(readCsrInfo(info).attributes).toEqual([]);
  });

  test('attributes stand in the order of DER, whatever order they are given in', () => {
    const attributes = [
      { type: '1.2.840.113549.1.9.7', values: [encodeUtf8String('password')] },
      { type: '1.2.3.4', values: [encodeNull(), encodeUtf8String('x')] },
    ];
    const of = (list: CsrProfile['attributes']) =>
      buildCsrInfo({ profile: { ...server, attributes: list ?? [] }, publicKey: keys.p256.spki });
    expect(of(attributes)).toEqual(of([...attributes].reverse()));
    expect(readCsrInfo(of(attributes)).attributes.length).toBe(3);
  });
});

describe('what is not made:', () => {
  const build =
    (profile: Partial<CsrProfile>, publicKey = keys.p256.spki) =>
    () =>
      buildCsrInfo({ profile: { subject: server.subject, ...profile }, publicKey });

  test.each<readonly [string, Partial<CsrProfile>, string, string]>([
    ['no name at all', { subject: [] }, 'subject-empty', 'subject'],
    [
      'a pathLen without CA',
      { basicConstraints: { ca: false, pathLen: 0 } },
      'path-length-without-ca',
      'basicConstraints.pathLen',
    ],
    [
      'half a pathLen',
      { basicConstraints: { ca: true, pathLen: 0.5 } },
      'path-length-invalid',
      'basicConstraints.pathLen',
    ],
    ['keyCertSign without CA', { keyUsage: ['keyCertSign'] }, 'key-cert-sign-without-ca', 'keyUsage'],
    ['an unknown purpose', { extendedKeyUsage: ['flying'] }, 'usage-unknown', 'extendedKeyUsage[0]'],
    [
      'a name with a control character',
      { subject: [{ type: 'commonName', value: 'a\nb' }] },
      'name-value-invalid',
      'subject[0].value',
    ],
    [
      'no object identifier',
      { attributes: [{ type: 'x', values: [encodeNull()] }] },
      'extension-invalid',
      'attributes[0].type',
    ],
    [
      'an attribute without values',
      { attributes: [{ type: '1.2.3', values: [] }] },
      'extension-invalid',
      'attributes[0].values',
    ],
    [
      'a value twice',
      { attributes: [{ type: '1.2.3', values: [encodeNull(), encodeNull()] }] },
      'extension-invalid',
      'attributes[0].values',
    ],
    [
      'a value that is no DER',
      { attributes: [{ type: '1.2.3', values: [Uint8Array.of(5)] }] },
      'extension-invalid',
      'attributes[0].values[0]',
    ],
    [
      'extensions as an attribute',
      { attributes: [{ type: '1.2.840.113549.1.9.14', values: [encodeNull()] }] },
      'extension-invalid',
      'attributes[0].type',
    ],
    [
      'an attribute twice',
      {
        attributes: [
          { type: '1.2.3', values: [encodeNull()] },
          { type: '1.2.3', values: [encodeNull()] },
        ],
      },
      'extension-invalid',
      'attributes[1].type',
    ],
  ])('%s', (_case, profile, code, path) => {
    expect(refused(build(profile))).toEqual([code, path]);
  });

  test('a weak key, and none', () => {
    expect(refused(build({}, rsaKey(1024, 'sha256WithRSAEncryption').spki))).toEqual(['key-weak', 'publicKey']);
    expect(refused(build({}, new Uint8Array(3)))).toEqual(['key-invalid', 'publicKey']);
  });

  test('more than readers take', () => {
    const values = Array.from({ length: 100 }, (_, i) => encodeUtf8String(`${i}`.padEnd(11_000, 'x')));
    expect(refused(build({ attributes: [{ type: '1.2.3', values }] }))).toEqual(['too-large', 'info']);
  });
});

describe('joining it with a signature', () => {
  const key = keys.p256;
  const info = buildCsrInfo({ profile: server, publicKey: key.spki });
  const attempt = (changes: Partial<Parameters<typeof assembleCsr>[0]>) => () =>
    assembleCsr({ info, algorithm: key.algorithm, signature: signed(info, key), ...changes });

  test('in any declared form gives the same kind of request', () => {
    const raw = signedJoined(info, key);
    const hex = Buffer.from(raw).toString('hex');
    expect(attempt({ signature: raw, form: 'raw' })()).toEqual(attempt({ signature: hex, form: 'raw-hex' })());
  });

  test.each<readonly [string, Partial<Parameters<typeof assembleCsr>[0]>, string, string]>([
    ['r and s joined, not declared', { signature: signedJoined(info, key) }, 'signature-encoding', 'signature'],
    ['another key signed', { signature: signed(info, keys.otherP256) }, 'signature-mismatch', 'signature'],
    ['another digest', { signature: signed(info, using(key, 'SHA384_WITH_ECDSA')) }, 'algorithm-mismatch', 'signature'],
    ['another kind of algorithm', { algorithm: keys.rsa.algorithm }, 'key-mismatch', 'info.publicKey'],
    ['a weak algorithm', { algorithm: using(key, 'SHA1_WITH_ECDSA').algorithm }, 'algorithm-weak', 'algorithm'],
    ['other bytes than expected', { expectedInfo: info.subarray(1) }, 'tbs-differs', 'info'],
    ['no info', { info: info.subarray(1) }, 'request-malformed', 'info'],
    ['a whole request', { info: csrOf(key, server) }, 'request-malformed', 'info'],
  ])('%s', (_case, changes, code, path) => {
    expect(refused(attempt(changes))).toEqual([code, path]);
  });

  test('the digest hashed again, told as that', () => {
    const twice = signed(sha256(info), key);
    expect(refusal(attempt({ signature: twice })).message).toMatch(
      /the SHA-256 of the CertificationRequestInfo, taken as data/,
    );
  });
});

test('pkijs reads and verifies it', async () => {
  const csr = csrOf(keys.p256, server);
  const { result } = fromBER(Uint8Array.from(csr).buffer);
  const request = new pkijs.CertificationRequest({ schema: result });
  expect(await request.verify()).toBe(true);
  expect(request.subject.typesAndValues.map(({ type }) => type)).toEqual(['2.5.4.6', '2.5.4.3']);
});

test('a description in JSON', () => {
  const json = {
    $schema: 'x',
    note: 'for people',
    subject: [{ type: 'commonName', value: 'leaf.example' }],
    subjectAltName: [{ type: 'iPAddress', value: '192.0.2.1' }],
    keyUsage: ['digitalSignature'],
    attributes: [{ type: '1.2.840.113549.1.9.7', values: ['hex:0500'] }],
  };
  expect(readCsrProfile(json)).toEqual({
    note: 'for people',
    subject: [{ type: 'commonName', value: 'leaf.example' }],
    subjectAltName: [{ type: 'iPAddress', bytes: Uint8Array.of(192, 0, 2, 1) }],
    keyUsage: ['digitalSignature'],
    attributes: [{ type: '1.2.840.113549.1.9.7', values: [encodeNull()] }],
  });
  expect(refused(() => readCsrProfile({ ...json, keyUsages: [] }))).toEqual(['profile-malformed', 'keyUsages']);
  expect(refusal(() => readCsrProfile({ ...json, keyUsages: [] })).message).toMatch(/`keyUsage`, perhaps/);
  expect(refused(() => readCsrProfile({ ...json, authorityKeyIdentifier: 'key-identifier' }))).toEqual([
    'profile-malformed',
    'authorityKeyIdentifier',
  ]);
  expect(refused(() => readCsrProfile([]))).toEqual(['profile-malformed', '']);
  expect(refused(() => readCsrProfile({ subject: 'from-request' }))).toEqual(['profile-malformed', 'subject']);
});

describeWhere('issue: OpenSSL as second opinion on requests', missingCommand('openssl'), () => {
  const { path, openssl, write } = opensslFolder();

  test.each(everyKind.map((key) => ({ key, name: key.algorithm.name })))('verifies there: $name', ({ key }) => {
    const file = write('made.pem', encodePem({ label: 'CERTIFICATE REQUEST', bytes: csrOf(key, server) }));
    const text = openssl('req', '-in', file, '-noout', '-verify', '-text');
    expect(text).toMatch(/DNS:leaf.example, IP Address:192.0.2.1/);
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature/);
  });

  test.each([keys.rsa, keys.p384])(
    'openssl req makes the same CertificationRequestInfo, byte for byte: $name',
    (key) => {
      write('key.pem', privatePem(key));
      write(
        'req.cnf',
        [
          '[req]\nstring_mask=utf8only\nutf8=yes\nprompt=no\ndistinguished_name=dn\nreq_extensions=ext',
          '[dn]\nC=CH\nCN=leaf.example',
          '[ext]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth',
          'subjectAltName=DNS:leaf.example,IP:192.0.2.1\n',
        ].join('\n'),
      );
      openssl('req', '-new', '-utf8', '-config', 'req.cnf', '-key', 'key.pem', '-out', 'theirs.pem');
      const [block] = decodePem(readFileSync(join(path(), 'theirs.pem'), 'utf8'));
      const theirs = parseCertificationRequest(block?.bytes ?? new Uint8Array(0)).info;
      const ours = buildCsrInfo({ profile: server, publicKey: key.spki });
      expect(Buffer.from(ours).toString('hex')).toBe(Buffer.from(theirs).toString('hex'));
    },
  );
});
