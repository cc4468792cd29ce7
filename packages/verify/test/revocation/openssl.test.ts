import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWhere, missingCommand } from '@quorate/ci';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, derOf } from './support/ask.ts';

const CONFIG = `
[ca]
default_ca = one
[one]
dir = .
database = index.txt
new_certs_dir = .
serial = serial
crlnumber = crlnumber
certificate = ca.pem
private_key = ca.key
default_md = sha256
default_days = 30
default_crl_days = 20
policy = any
crl_extensions = crl_ext
[any]
commonName = supplied
[crl_ext]
authorityKeyIdentifier = keyid
[req]
distinguished_name = dn
[dn]
[v3_ca]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[v3_leaf]
authorityKeyIdentifier = keyid
[v3_ocsp]
extendedKeyUsage = OCSPSigning
noCheck = ignored
`;

/** Names, and the reason that each is revoked for. */
const LEAVES: readonly (readonly [string, string | null])[] = [
  ['good', null],
  ['compromised', 'keyCompromise'],
  ['superseded', 'superseded'],
  ['held', 'certificateHold'],
];

describeWhere('a second opinion: openssl', missingCommand('openssl'), () => {
  let folder = '';
  const run = (...args: string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const pem = (file: string): Uint8Array =>
    derOf(readFileSync(join(folder, file), 'utf8').replace(/^[^-]*(?=-----BEGIN)/, ''));

  /** Its exit and what it prints, good or bad. */
  const said = (...args: string[]): string => {
    try {
      return run(...args);
    } catch (cause) {
      const { stdout, stderr } = cause as { stdout: string; stderr: string };
      return `${stdout}${stderr}`;
    }
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'revocation-'));
    writeFileSync(join(folder, 'openssl.cnf'), CONFIG);
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(join(folder, 'serial'), '1000\n');
    writeFileSync(join(folder, 'crlnumber'), '01\n');
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    run(
      'req',
      '-config',
      'openssl.cnf',
      '-x509',
      '-extensions',
      'v3_ca',
      ...key,
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-subj',
      '/CN=Second CA',
      '-days',
      '60',
    );
    const issue = (name: string, section: string): void => {
      run(
        'req',
        '-config',
        'openssl.cnf',
        '-new',
        ...key,
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.csr`,
        '-subj',
        `/CN=${name}`,
      );
      run(
        'ca',
        '-config',
        'openssl.cnf',
        '-batch',
        '-notext',
        '-extensions',
        section,
        '-in',
        `${name}.csr`,
        '-out',
        `${name}.pem`,
      );
    };
    issue('responder', 'v3_ocsp');
    for (const [name, reason] of LEAVES) {
      issue(name, 'v3_leaf');
      if (reason !== null) run('ca', '-config', 'openssl.cnf', '-revoke', `${name}.pem`, '-crl_reason', reason);
    }
    run('ca', '-config', 'openssl.cnf', '-gencrl', '-out', 'crl.pem');
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // The files were made by the clock of this machine a moment ago.
  const time = (): string => `${new Date(Date.now() + 1000).toISOString().slice(0, 19)}Z`;

  it.each(LEAVES)('its CRL says the same of `%s` here and there', (name, reason) => {
    const there = said('verify', '-crl_check', '-CAfile', 'ca.pem', '-CRLfile', 'crl.pem', `${name}.pem`);
    const status = ask({
      certificate: pem(`${name}.pem`),
      issuer: pem('ca.pem'),
      crls: [pem('crl.pem')],
      time: time(),
    });
    expect(there.includes('certificate revoked')).toBe(reason !== null);
    expect(there.includes(': OK')).toBe(reason === null);
    expect(status).toMatchObject(reason === null ? { status: 'good' } : { status: 'revoked', reason });
  });

  it.each(['ca', 'responder'])(
    'the OCSP responses of the %s say the same here and there',
    (signer) => {
      for (const digest of ['-sha1', '-sha256']) {
        for (const [name, reason] of LEAVES) {
          const file = `${signer}${digest}-${name}`;
          run('ocsp', digest, '-issuer', 'ca.pem', '-cert', `${name}.pem`, '-reqout', `${file}.req`, '-no_nonce');
          run(
            'ocsp',
            '-index',
            'index.txt',
            '-CA',
            'ca.pem',
            '-rsigner',
            `${signer}.pem`,
            '-rkey',
            `${signer}.key`,
            '-reqin',
            `${file}.req`,
            '-respout',
            `${file}.resp`,
            '-ndays',
            '5',
          );
          const there = said(
            'ocsp',
            digest,
            '-issuer',
            'ca.pem',
            '-cert',
            `${name}.pem`,
            '-CAfile',
            'ca.pem',
            '-respin',
            `${file}.resp`,
            '-no_nonce',
          );
          const status = ask({
            certificate: pem(`${name}.pem`),
            issuer: pem('ca.pem'),
            ocsp: [Uint8Array.from(readFileSync(join(folder, `${file}.resp`)))],
            time: time(),
          });
          expect(there).toContain(reason === null ? `${name}.pem: good` : `${name}.pem: revoked`);
          expect(status).toMatchObject(reason === null ? { status: 'good' } : { status: 'revoked', reason });
        }
      }
    },
    60_000,
  );

  it('a response signed by a leaf without OCSPSigning is refused here and there', () => {
    run('ocsp', '-issuer', 'ca.pem', '-cert', 'good.pem', '-reqout', 'x.req', '-no_nonce');
    run(
      'ocsp',
      '-index',
      'index.txt',
      '-CA',
      'ca.pem',
      '-rsigner',
      'good.pem',
      '-rkey',
      'good.key',
      '-reqin',
      'x.req',
      '-respout',
      'x.resp',
      '-ndays',
      '5',
    );
    const there = said(
      'ocsp',
      '-issuer',
      'ca.pem',
      '-cert',
      'good.pem',
      '-CAfile',
      'ca.pem',
      '-respin',
      'x.resp',
      '-no_nonce',
    );
    const status = ask({
      certificate: pem('good.pem'),
      issuer: pem('ca.pem'),
      ocsp: [Uint8Array.from(readFileSync(join(folder, 'x.resp')))],
      time: time(),
    });
    expect(there).toContain('Response Verify Failure');
    expect(status).toMatchObject({ status: 'undetermined', faults: [{ id: 'revocation.ocsp-signature' }] });
  });
});
