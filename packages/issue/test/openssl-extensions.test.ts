import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWhere, missingCommand } from '@quorate/ci';
import { decodePem, encodePem } from '@quorate/der';
import { parseCertificate } from '@quorate/x509';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assemble, buildTbs, readProfile } from '../src/index.ts';
import { fullCa, fullCaInOpenSsl } from './support/full-profile.ts';
import { keys, privatePem, signed } from './support/keys.ts';
import { root } from './support/profiles.ts';

describeWhere('issue: OpenSSL on every extension', missingCommand('openssl'), () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quorate-issue-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

  const issuer = root(keys.p256, { notAfter: Date.UTC(2060, 0, 1) / 1000 });
  const tbs = buildTbs({ profile: readProfile(fullCa), issuer, publicKey: keys.p384.spki }).tbs;
  const { algorithm, spki } = keys.p256;
  const certificate = assemble({ tbs, algorithm, signature: signed(tbs, keys.p256), issuerKey: spki });

  test('openssl ca makes the same TBS, byte for byte', () => {
    mkdirSync(join(folder, 'db'));
    write('db/index.txt', '');
    write('db/serial', '6F12BB90AA03C4D5E6F7\n');
    write('issuer.pem', encodePem({ label: 'CERTIFICATE', bytes: issuer }));
    write('issuer.key', privatePem(keys.p256));
    write('key.pem', privatePem(keys.p384));
    const config = [
      '[ca]\ndefault_ca=this',
      '[this]\ndatabase=db/index.txt\nserial=db/serial\nnew_certs_dir=db\ndefault_md=sha256\npolicy=any',
      'preserve=yes\nunique_subject=no\nx509_extensions=ext\ncopy_extensions=none\nemail_in_dn=yes\nstring_mask=utf8only',
      '[any]\ncountryName=optional\norganizationName=optional\ncommonName=supplied',
      '[req]\nstring_mask=utf8only\nutf8=yes\nprompt=no\ndistinguished_name=dn',
      '[dn]\nC=CH\nO=Zürich, Quorum & Söhne\nCN=Full CA',
      `[ext]${fullCaInOpenSsl}`,
    ];
    write('ca.cnf', config.join('\n'));
    openssl('req', '-new', '-utf8', '-config', 'ca.cnf', '-key', 'key.pem', '-out', 'req.pem');
    const dates = ['-startdate', '20260101073112Z', '-enddate', '20310101073111Z'];
    const by = ['-cert', 'issuer.pem', '-keyfile', 'issuer.key', '-in', 'req.pem'];
    openssl('ca', '-batch', '-notext', '-utf8', '-config', 'ca.cnf', '-out', 'made.pem', ...by, ...dates);
    const [block] = decodePem(readFileSync(join(folder, 'made.pem'), 'utf8'));
    const theirs = parseCertificate(block?.bytes ?? new Uint8Array(0)).tbs;
    expect(Buffer.from(tbs).toString('hex')).toBe(Buffer.from(theirs).toString('hex'));
  });

  const printed = (bytes: Uint8Array): string => {
    write('printed.pem', encodePem({ label: 'CERTIFICATE', bytes }));
    return openssl('x509', '-in', 'printed.pem', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus');
  };

  // Its configuration can only write the organization as VisibleString.
  test('prints a notice that is referred to', () => {
    const noticeRef = { organization: 'Zürich', noticeNumbers: [1, 20] };
    const certificatePolicies = [{ policy: '1.2.3', qualifiers: [{ type: 'userNotice', noticeRef }] }];
    const profile = readProfile({ ...fullCa, certificatePolicies, critical: null });
    const other = buildTbs({ profile, issuer, publicKey: keys.p384.spki }).tbs;
    const signature = signed(other, keys.p256);
    expect(printed(assemble({ tbs: other, algorithm, signature, issuerKey: spki }))).toMatch(
      /Policies: \n +Policy: 1.2.3\n +User Notice:\n +Organization: Z.*rich\n +Numbers: 1, 20\n/,
    );
  });

  test('and prints each of them', () => {
    const text = printed(certificate);
    for (const part of [
      /Serial Number:\n {12}6f:12:bb:90:aa:03:c4:d5:e6:f7/,
      /Not After : Jan {2}1 07:31:11 2031 GMT/,
      /X509v3 Basic Constraints: critical\n +CA:TRUE, pathlen:1\n/,
      /X509v3 Key Usage: critical\n +Certificate Sign, CRL Sign\n/,
      /X509v3 Extended Key Usage: \n +TLS Web Server Authentication, TLS Web Client Authentication, OCSP Signing, 1.3.6.1.4.1.99999.1/,
      /X509v3 Authority Key Identifier: \n +keyid:[0-9A-F:]+\n +DirName:.*Root\n +serial:04:D2/,
      /X509v3 Subject Alternative Name: \n +email:ca@example.org, DNS:ca.example.org, DirName:.*Other name, URI:https:\/\/ca.example.org\/, IP Address:192.0.2.1, IP Address:2001:DB8:0:0:0:0:0:1, Registered ID:1.2.3.4, othername: UPN::ca@ad.local/,
      /X509v3 Issuer Alternative Name: \n +email:root@example.org/,
      /X509v3 Name Constraints: critical\n +Permitted:\n +DNS:example.org\n +email:.example.org\n +IP:192.0.2.0\/255.255.255.0\n +IP:2001:DB8:0:0:0:0:0:0\/FFFF:FFFF:0:0:0:0:0:0\n +URI:.example.org\n +DirName:.*Below\n +Excluded:\n +DNS:secret.example.org\n +IP:192.0.2.128\/255.255.255.128/,
      /X509v3 Certificate Policies: critical\n +Policy: 1.3.6.1.4.1.99999.2\n +CPS: https:\/\/ca.example.org\/cps\n +User Notice:\n +Explicit Text: No reliance.\n +Policy: 1.3.6.1.4.1.99999.3/,
      /X509v3 Policy Mappings: critical\n +1.3.6.1.4.1.99999.2:1.3.6.1.4.1.99999.4/,
      /X509v3 Policy Constraints: critical\n +Require Explicit Policy:3, Inhibit Policy Mapping:0/,
      /X509v3 Inhibit Any Policy: critical\n +2\n/,
      /X509v3 CRL Distribution Points: \s+Full Name:\s+URI:http:\/\/crl.example.org\/a.crl\s+Full Name:\s+URI:http:\/\/crl.example.org\/b.crl\s+DirName:.*CRL\s+Reasons:\s+Key Compromise, CA Compromise\s+CRL Issuer:\s+DirName:.*CRL issuer/,
      /X509v3 Freshest CRL: \s+Full Name:\s+URI:http:\/\/crl.example.org\/delta.crl/,
      /Authority Information Access: \s+OCSP - URI:http:\/\/ocsp.example.org\/\s+CA Issuers - URI:http:\/\/ca.example.org\/root.cer/,
      /Subject Information Access: \s+CA Repository - URI:http:\/\/ca.example.org\/certificates.p7c\s+AD Time Stamping - DNS:tsa.example.org/i,
      /TLS Feature: \s+status_request, status_request_v2/,
      /qcStatements: \n/,
      /OCSP No Check: \n/,
      /1.3.6.1.4.1.99999.6: \s+..hello/,
    ]) {
      expect(text).toMatch(part);
    }
  });
});
