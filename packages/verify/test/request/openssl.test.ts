import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWhere, missingCommand } from '@quorate/ci';
import { signatureAlgorithmByName } from '@quorate/crypto';
import { parseCertificate, parseCertificationRequest, purposeOid } from '@quorate/x509';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CertificateRequest,
  checkCertificateAgainstRequest,
  checkCsr,
  NOTHING_ASKED,
} from '../../src/request/index.ts';
import { CN, idsOf } from './support/story.ts';

const CONFIG = `
[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

describeWhere('certificates that OpenSSL makes', missingCommand('openssl'), () => {
  let folder = '';
  const openssl = (line: string): void => {
    execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'pipe' });
  };
  const bytes = (name: string): Uint8Array => Uint8Array.from(readFileSync(join(folder, name)));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quorate-verify-'));
    writeFileSync(join(folder, 'config'), CONFIG);
    for (const [name, key] of [
      ['ca', 'rsa:2048'],
      ['leaf', 'rsa:2048'],
    ]) {
      openssl(
        `req -config config -new -newkey ${key} -noenc -keyout ${name}.key -subj /CN=${name}.example -out ${name}.csr -outform DER`,
      );
    }
    openssl(
      'x509 -req -in ca.csr -inform DER -signkey ca.key -days 30 -sha256 -extfile config -extensions ca -out ca.pem',
    );
    openssl('x509 -in ca.pem -outform DER -out ca.der');
    openssl(
      'x509 -req -in leaf.csr -inform DER -CA ca.pem -CAkey ca.key -set_serial 4660 -days 20 -sha256 -extfile config -extensions leaf -outform DER -out leaf.der',
    );
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const named = (commonName: string): CertificateRequest => ({
    ...NOTHING_ASKED,
    subject: { type: 'attributes', attributes: [{ type: CN, text: commonName }] },
    validityDays: 30,
    signatureAlgorithm: signatureAlgorithmByName('SHA256_WITH_RSA'),
  });
  const leafRequest = (): CertificateRequest => ({
    ...named('leaf.example'),
    validityDays: 20, // it would outlive its issuer if the clock moved on between the two
    publicKey: parseCertificationRequest(bytes('leaf.csr')).publicKey,
    serialNumber: Uint8Array.of(0x12, 0x34),
    ca: false,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: [purposeOid('clientAuth') as string],
  });

  test('pass against what OpenSSL was asked for', () => {
    const ca = parseCertificate(bytes('ca.der'));
    const root: CertificateRequest = {
      ...named('ca.example'),
      publicKey: parseCertificationRequest(bytes('ca.csr')).publicKey,
      ca: true,
      pathLen: 0,
      keyUsage: ['keyCertSign', 'cRLSign'],
      selfSigned: true,
    };
    expect(checkCertificateAgainstRequest(ca, root).verdict).toBe('pass');
    const leaf = parseCertificate(bytes('leaf.der'));
    expect(checkCertificateAgainstRequest(leaf, leafRequest(), { issuer: ca }).verdict).toBe('pass');
    expect(idsOf(checkCertificateAgainstRequest(leaf, { ...leafRequest(), ca: true }, { issuer: ca }), 'fail')).toEqual(
      ['certificate.basic-constraints'],
    );
  });

  test('so do its CSRs', () => {
    expect(checkCsr(parseCertificationRequest(bytes('leaf.csr'))).verdict).toBe('pass');
    expect(checkCsr(parseCertificationRequest(bytes('ca.csr')), { ...leafRequest(), keyUsage: null }).verdict).toBe(
      'fail',
    );
  });
});
