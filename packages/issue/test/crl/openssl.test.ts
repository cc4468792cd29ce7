import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeWhere, missingCommand } from '@quorate/ci';
import { decodePem } from '@quorate/der';
import { lint, readLintObject } from '@quorate/lint';
import { parseCertificateList } from '@quorate/x509';
import { expect, test } from 'vitest';
import { buildTbsCertList, type Revocation } from '../../src/index.ts';
import { crl, crlProfile, crlRequest } from '../support/crl.ts';
import { keys, privatePem, type TestKey, using } from '../support/keys.ts';
import { opensslFolder } from '../support/openssl-folder.ts';
import { DAY, root, START } from '../support/profiles.ts';

const pss = using(keys.rsa, 'SHA256_WITH_RSA_PSS');
const everyKind: readonly TestKey[] = [keys.rsa, pss, keys.p256, keys.p384, keys.p521, keys.secp256k1, keys.ed25519];

const revoked: readonly Revocation[] = [
  { serialNumber: 0x8a03n, revocationDate: START + DAY, reason: 'keyCompromise' },
  { serialNumber: 3n, revocationDate: START + 2 * DAY },
  { serialNumber: 0x7fffffffffffffffn, revocationDate: START + 3 * DAY, reason: 'superseded' },
  { serialNumber: 0x80n, revocationDate: START + 3 * DAY, reason: 'certificateHold' },
];

describeWhere('issue: OpenSSL as second opinion on CRLs', missingCommand('openssl'), () => {
  const { path, openssl, write, pem } = opensslFolder();

  test.each(everyKind.map((key) => ({ key, name: `${key.name}, ${key.algorithm.name}` })))(
    'verifies a CRL, and nothing is wrong with it to lint: $name',
    ({ key }) => {
      const issuer = root(key);
      const bytes = crl(key, crlRequest(key, { issuer, revoked }));
      const files = ['-in', pem('list.pem', 'X509 CRL', bytes), '-CAfile', pem('ca.pem', 'CERTIFICATE', issuer)];
      expect(
        execFileSync('openssl', ['crl', '-noout', '-verify', ...files], {
          cwd: path(),
          stdio: ['ignore', 'pipe', 'pipe'],
        }).length,
      ).toBe(0);
      const report = lint(readLintObject('crl', bytes), { sets: ['rfc5280', 'practice'] });
      expect(report.findings.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
    },
  );

  test('one under another key does not verify there', () => {
    const bytes = crl(keys.p256, crlRequest(keys.p256, { revoked }));
    const files = [
      '-in',
      pem('list.pem', 'X509 CRL', bytes),
      '-CAfile',
      pem('ca.pem', 'CERTIFICATE', root(keys.otherP256)),
    ];
    expect(() => openssl('crl', '-noout', '-verify', ...files)).not.toThrow();
    const said = execFileSync('sh', ['-c', `openssl crl -noout -verify ${files.join(' ')} 2>&1 || true`], {
      cwd: path(),
      encoding: 'utf8',
    });
    expect(said).toMatch(/verify failure/);
  });

  test('shows what was asked for', () => {
    const issuer = root(keys.p256);
    const profile = crlProfile(keys.p256, {
      issuerAltName: [{ type: 'rfc822Name', value: 'ca@example.ch' }],
      issuingDistributionPoint: {
        fullName: [{ type: 'uniformResourceIdentifier', value: 'http://crl.example.ch/root.crl' }],
        onlyContainsCACerts: true,
        onlySomeReasons: ['keyCompromise', 'superseded', 'certificateHold'],
      },
      freshestCrl: [{ fullName: [{ type: 'uniformResourceIdentifier', value: 'http://crl.example.ch/delta.crl' }] }],
      authorityInfoAccess: [
        {
          method: 'caIssuers',
          location: { type: 'uniformResourceIdentifier', value: 'http://crl.example.ch/root.cer' },
        },
      ],
    });
    const entries = revoked.filter(({ reason }) => reason !== undefined);
    const request = crlRequest(keys.p256, {
      issuer,
      profile,
      crlNumber: 1n << 100n,
      thisUpdate: Date.UTC(2049, 11, 31) / 1000,
      revoked: [{ ...entries[0], invalidityDate: START } as Revocation, ...entries.slice(1)],
    });
    const text = openssl('crl', '-noout', '-text', '-in', pem('shown.pem', 'X509 CRL', crl(keys.p256, request)));
    for (const part of [
      /Version 2 \(0x1\)/,
      /Last Update: Dec 31 00:00:00 2049 GMT/,
      /Next Update: Jan {2}7 00:00:00 2050 GMT/,
      /X509v3 Issuer Alternative Name: \n\s+email:ca@example.ch/,
      /X509v3 CRL Number: \n\s+(?:1267650600228229401496703205376|0x10{25})\n/i,
      /X509v3 Issuing Distribution Point: critical\n/,
      /URI:http:\/\/crl.example.ch\/root.crl/,
      /Only CA Certificates/,
      /Only Some Reasons:\s+Key Compromise, Superseded, Certificate Hold/,
      /X509v3 Freshest CRL: \n/,
      /CA Issuers - URI:http:\/\/crl.example.ch\/root.cer/,
      /Serial Number: 80\n[\s\S]*Certificate Hold[\s\S]*Serial Number: 8A03\n[\s\S]*Key Compromise[\s\S]*Invalidity Date: \n\s+Jan {2}1 00:00:00 2026/,
    ]) {
      expect(text).toMatch(part);
    }
  });

  test('shows a delta CRL and an indirect one', () => {
    const delta = crlRequest(keys.p256, {
      baseCrlNumber: 5,
      revoked: [{ serialNumber: 3n, revocationDate: START, reason: 'removeFromCRL' }],
    });
    const text = openssl('crl', '-noout', '-text', '-in', pem('delta.pem', 'X509 CRL', crl(keys.p256, delta)));
    expect(text).toMatch(/X509v3 Delta CRL Indicator: critical\n\s+5\n/);
    expect(text).toMatch(/Remove From CRL/);
    const profile = crlProfile(keys.p256, { issuingDistributionPoint: { indirectCRL: true } });
    const certificateIssuer = [{ type: 'commonName', value: 'Another' }];
    const indirect = crlRequest(keys.p256, {
      profile,
      revoked: [{ serialNumber: 3n, revocationDate: START, certificateIssuer }],
    });
    const shown = openssl('crl', '-noout', '-text', '-in', pem('indirect.pem', 'X509 CRL', crl(keys.p256, indirect)));
    expect(shown).toMatch(/Indirect CRL/);
    expect(shown).toMatch(/X509v3 Certificate Issuer: critical\n\s+DirName:\s?\/?CN ?= ?Another/);
  });

  test.each([
    { name: 'without entries', entries: [] },
    { name: 'with entries', entries: revoked },
    { name: 'with a number of ten octets', entries: revoked, number: 1n << 77n },
  ])('openssl ca makes the same TBSCertList, byte for byte: $name', ({ entries, number = 7n }) => {
    const key = keys.rsa;
    const issuer = root(key);
    rmSync(join(path(), 'db'), { recursive: true, force: true });
    mkdirSync(join(path(), 'db'));
    const hex = number.toString(16);
    write('db/crlnumber', `${hex.padStart(hex.length + (hex.length % 2), '0')}\n`);
    const lines = [...entries].reverse().map(({ serialNumber, revocationDate, reason }) => {
      const day = (seconds: number) => new Date(seconds * 1000).toISOString().replace(/[-:T]/g, '').slice(2, 14);
      const serial = serialNumber.toString(16).toUpperCase();
      const why = reason === undefined ? '' : `,${reason}`;
      return `R\t360101000000Z\t${day(revocationDate)}Z${why}\t${serial.padStart(serial.length + (serial.length % 2), '0')}\tunknown\t/CN=x\n`;
    });
    write('db/index.txt', lines.join(''));
    write(
      'ca.cnf',
      [
        '[ca]\ndefault_ca=this',
        '[this]\ndatabase=db/index.txt\ncrlnumber=db/crlnumber\ndefault_md=sha256\ncrl_extensions=ext\nunique_subject=no',
        '[ext]\nauthorityKeyIdentifier=keyid:always\n',
      ].join('\n'),
    );
    write('key.pem', privatePem(key));
    pem('ca.pem', 'CERTIFICATE', issuer);
    const dates = ['-crl_lastupdate', '20260111000000Z', '-crl_nextupdate', '20260118000000Z'];
    openssl(
      'ca',
      '-gencrl',
      '-config',
      'ca.cnf',
      '-cert',
      'ca.pem',
      '-keyfile',
      'key.pem',
      '-out',
      'made.pem',
      ...dates,
    );
    const [block] = decodePem(readFileSync(join(path(), 'made.pem'), 'utf8'));
    const theirs = parseCertificateList(block?.bytes ?? new Uint8Array(0)).tbs;
    const { tbs } = buildTbsCertList(crlRequest(key, { issuer, revoked: entries, crlNumber: number }));
    expect(Buffer.from(tbs).toString('hex')).toBe(Buffer.from(theirs).toString('hex'));
  });
});
