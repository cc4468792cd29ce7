import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWhere, missingCommand } from '@quorate/ci';
import { encodePem } from '@quorate/der';
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble, type BuiltTbs, buildTbs, type PresetName, presetNames, readProfile } from '../src/index.ts';
import type { Json } from './support/arbitrary-profile.ts';
import { keys, signed, type TestKey } from './support/keys.ts';

const name = (commonName: string): Json[] => [
  { type: 'countryName', value: 'CH' },
  { type: 'organizationName', value: 'Quorum' },
  { type: 'commonName', value: commonName },
];
const base = { notBefore: '2026-01-01T07:31:12Z', serialNumber: 'random' };

/** What each kind needs beside its preset. */
const more: Readonly<Record<PresetName, Json>> = {
  'root-ca': { subject: name('Root'), notAfter: 'P20Y', basicConstraints: { ca: true, pathLen: 1 } },
  'intermediate-ca': {
    subject: name('Intermediate'),
    notAfter: 'P10Y',
    nameConstraints: {
      permitted: [
        { type: 'dNSName', value: 'example.org' },
        { type: 'rfc822Name', value: 'example.org' },
      ],
    },
    crlDistributionPoints: [{ uri: 'http://crl.example.org/root.crl' }],
    authorityInfoAccess: [{ method: 'caIssuers', uri: 'http://ca.example.org/root.cer' }],
  },
  'tls-server': { subject: [], notAfter: 'P47D', subjectAltName: [{ type: 'dNSName', value: 'www.example.org' }] },
  'tls-client': { subject: name('client'), notAfter: 'P90D' },
  'code-signing': { subject: name('Publisher'), notAfter: 'P1Y' },
  'document-signing': { subject: name('Signer'), notAfter: 'P1Y' },
  's-mime': {
    subject: name('Somebody'),
    notAfter: 'P1Y',
    subjectAltName: [{ type: 'rfc822Name', value: 'somebody@example.org' }],
  },
  'time-stamping': { subject: name('TSA'), notAfter: 'P1Y' },
  'ocsp-responder': { subject: name('OCSP'), notAfter: 'P30D' },
  'crl-signer': { subject: name('CRL'), notAfter: 'P1Y' },
};

let count = 0;
function built(preset: PresetName, issuer: Uint8Array | 'self', key: TestKey, changes: Json = {}): BuiltTbs {
  const randomBytes = Uint8Array.from({ length: 16 }, (_, i) => 17 * i + ++count);
  const signatureAlgorithm = preset.endsWith('-ca') ? 'SHA256_WITH_ECDSA' : 'SHA384_WITH_ECDSA';
  const profile = readProfile({ extends: preset, ...base, signatureAlgorithm, ...more[preset], ...changes });
  return buildTbs({ profile, issuer, publicKey: key.spki, randomBytes });
}
function certificate(it: BuiltTbs, issuer: TestKey): Uint8Array {
  const { algorithm, spki } = issuer;
  return assemble({ tbs: it.tbs, algorithm, signature: signed(it.tbs, issuer), issuerKey: spki });
}

const root = certificate(built('root-ca', 'self', keys.p256), keys.p256);
const intermediate = certificate(built('intermediate-ca', root, keys.p384), keys.p256);
const leaves = presetNames.filter((preset) => !preset.endsWith('-ca'));

test.each(presetNames)('%s needs no override and has no lint error', (preset) => {
  const [issuer, key] =
    preset === 'root-ca'
      ? (['self', keys.p256] as const)
      : preset === 'intermediate-ca'
        ? ([root, keys.p384] as const)
        : ([intermediate, keys.otherP256] as const);
  const { decisions, lint } = built(preset, issuer, key);
  expect(decisions.filter(({ id }) => id !== 'issue.constraints-above')).toEqual([]);
  expect(lint.verdict).toBe('pass');
});

describe('the chain of presets in other libraries', () => {
  test.each(leaves)('pkijs and node:crypto: %s', async (preset) => {
    const der = certificate(built(preset, intermediate, keys.otherP256), keys.p384);
    const [theirs, above] = [der, intermediate].map((bytes) => {
      const { result, offset } = fromBER(Uint8Array.from(bytes).buffer);
      expect(offset).toBe(bytes.length);
      return new pkijs.Certificate({ schema: result });
    });
    expect(await theirs?.verify(above)).toBe(true);
    expect(new Uint8Array(theirs?.toSchema(true).toBER() ?? new ArrayBuffer(0))).toEqual(der);
    expect(
      theirs?.extensions?.every((it) => it.parsedValue !== undefined || it.extnID === '1.3.6.1.5.5.7.48.1.5'),
    ).toBe(true);
    const [leaf, issuer] = [new X509Certificate(der), new X509Certificate(intermediate)];
    expect([leaf.checkIssued(issuer), leaf.verify(issuer.publicKey)]).toEqual([true, true]);
  });
});

/** The purposes by which `openssl verify` judges. */
const purposes: Readonly<Partial<Record<PresetName, string>>> = {
  'tls-server': 'sslserver',
  'tls-client': 'sslclient',
  's-mime': 'smimesign',
  'time-stamping': 'timestampsign',
  'ocsp-responder': 'ocsphelper',
  'crl-signer': 'crlsign',
};

describeWhere('issue: OpenSSL verifies the chain of presets', missingCommand('openssl'), () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quorate-issue-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const pem = (file: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, file), encodePem({ label: 'CERTIFICATE', bytes }));
    return file;
  };
  const verify = (der: Uint8Array, purpose: string): string => {
    const files = ['-CAfile', pem('root.pem', root), '-untrusted', pem('intermediate.pem', intermediate)];
    const args = ['verify', '-attime', '1768000000', '-x509_strict', '-check_ss_sig', '-purpose', purpose, ...files];
    return execFileSync('openssl', [...args, pem('leaf.pem', der)], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  };

  test.each(leaves)('%s', (preset) => {
    const der = certificate(built(preset, intermediate, keys.otherP256), keys.p384);
    expect(verify(der, purposes[preset] ?? 'any')).toBe('leaf.pem: OK\n');
  });

  test('and refuses what buildTbs refuses: a name outside the constraints', () => {
    const subjectAltName = [{ type: 'dNSName', value: 'www.example.com' }];
    expect(() => built('tls-server', intermediate, keys.otherP256, { subjectAltName })).toThrow(/names outside issuer/);
    const free = certificate(built('intermediate-ca', root, keys.p384, { nameConstraints: null }), keys.p256);
    const der = certificate(built('tls-server', free, keys.otherP256, { subjectAltName }), keys.p384);
    expect(() => verify(der, 'sslserver')).toThrow(/permitted subtree violation/);
  });
});
