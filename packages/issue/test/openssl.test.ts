import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeWhere, missingCommand } from '@quorate/ci';
import { decodePem } from '@quorate/der';
import { parseCertificate } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { buildRootTbs, buildTbsFromCsr } from '../src/index.ts';
import { keys, privatePem, type TestKey, using } from './support/keys.ts';
import { opensslFolder } from './support/openssl-folder.ts';
import { intermediateProfile, issued, leafProfile, request, root, rootProfile } from './support/profiles.ts';

/** Who signs the intermediate and who the leaf. */
const chains: readonly (readonly [TestKey, TestKey])[] = [
  [keys.rsa, keys.p256],
  [using(keys.rsa, 'SHA256_WITH_RSA_PSS'), keys.largeRsa],
  [keys.p256, keys.rsa],
  [keys.p384, using(keys.rsa, 'SHA384_WITH_RSA_PSS')],
  [keys.p521, keys.p384],
  [keys.ed25519, keys.otherEd25519],
];

describeWhere('issue: OpenSSL as second opinion', missingCommand('openssl'), () => {
  const { path, openssl, write, pem: pemOf } = opensslFolder();
  const pem = (name: string, bytes: Uint8Array): string => pemOf(name, 'CERTIFICATE', bytes);

  describe('a root, an intermediate and a leaf', () => {
    test.each(
      chains.map(([top, middle]) => ({ top, middle, name: `${top.algorithm.name}, ${middle.algorithm.name}` })),
    )('verify as a chain: $name', ({ top, middle }) => {
      const rootDer = root(top);
      const middleDer = issued(intermediateProfile(top), request(middle), rootDer, top);
      const leafDer = issued(leafProfile(middle), request(keys.otherP256), middleDer, middle);
      const [a, b, c] = [pem('root.pem', rootDer), pem('middle.pem', middleDer), pem('leaf.pem', leafDer)];
      const at = ['-attime', '1767312000', '-x509_strict', '-check_ss_sig', '-CAfile', a];
      expect(openssl('verify', ...at, a)).toBe('root.pem: OK\n');
      const use = ['-untrusted', b, '-purpose', 'sslserver', '-verify_hostname', 'leaf.example', c];
      expect(openssl('verify', ...at, ...use)).toBe('leaf.pem: OK\n');
      const [first, second, third] = [rootDer, middleDer, leafDer].map((der) => new X509Certificate(der));
      expect(third?.checkIssued(second as X509Certificate)).toBe(true);
      expect(third?.verify((second as X509Certificate).publicKey)).toBe(true);
      expect(second?.verify((first as X509Certificate).publicKey)).toBe(true);
      expect(first?.verify((second as X509Certificate).publicKey)).toBe(false);
    });
  });

  test('shows what the profile says', () => {
    const rootDer = root(keys.p256, { basicConstraints: { ca: true, pathLen: 3 }, notAfter: 253402300799 });
    const text = openssl(
      'x509',
      '-in',
      pem('shown.pem', rootDer),
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_comma_plus',
    );
    for (const part of [
      /Version: 3 \(0x2\)\n {8}Serial Number: 1234 \(0x4d2\)/,
      /Issuer: C=CH,O=Zürich, Quorum & Söhne,CN=Root/,
      /Not Before: Jan {2}1 00:00:00 2026 GMT/,
      /Not After : Dec 31 23:59:59 9999 GMT/,
      /X509v3 Basic Constraints: critical\n +CA:TRUE, pathlen:3\n/,
      /X509v3 Key Usage: critical\n +Certificate Sign, CRL Sign\n/,
      /X509v3 Subject Key Identifier: \n/,
    ]) {
      expect(text).toMatch(part);
    }
    expect(text).not.toMatch(/Identifier: critical/);
  });

  test('a chain that breaks pathLen does not verify there either', () => {
    const rootDer = root(keys.p256, { basicConstraints: { ca: true, pathLen: 0 } });
    const loose = issued(intermediateProfile(keys.p256), request(keys.p384), root(keys.p256), keys.p256);
    const leafDer = issued(leafProfile(keys.p384), request(keys.otherP256), loose, keys.p384);
    const args = ['-attime', '1767312000', '-CAfile', pem('tight.pem', rootDer), '-untrusted', pem('loose.pem', loose)];
    expect(() => openssl('verify', ...args, pem('below.pem', leafDer))).toThrow(/path length constraint exceeded/);
  });

  describe('openssl ca makes the same TBS, byte for byte:', () => {
    const config = (extensions: string): string =>
      [
        '[ca]\ndefault_ca=this',
        '[this]\ndatabase=db/index.txt\nserial=db/serial\nnew_certs_dir=db\ndefault_md=sha256\npolicy=any',
        'preserve=yes\nunique_subject=no\nx509_extensions=ext\ncopy_extensions=none\nemail_in_dn=yes\nstring_mask=utf8only',
        '[any]\ncountryName=optional\norganizationName=optional\ncommonName=supplied',
        '[req]\nstring_mask=utf8only\nutf8=yes\nprompt=no\ndistinguished_name=dn',
        '[dn]\nC=CH\nO=Zürich, Quorum & Söhne\nCN=Root',
        `[ext]\n${extensions}`,
      ].join('\n');

    /** The TBS of what `openssl ca` issues. */
    const made = (serial: string, extensions: string, ...args: string[]): Uint8Array => {
      rmSync(join(path(), 'db'), { recursive: true, force: true });
      mkdirSync(join(path(), 'db'));
      write('db/index.txt', '');
      write('db/serial', `${serial}\n`);
      write('ca.cnf', config(extensions));
      openssl('ca', '-batch', '-notext', '-utf8', '-config', 'ca.cnf', '-out', 'made.pem', ...args);
      const [block] = decodePem(readFileSync(join(path(), 'made.pem'), 'utf8'));
      return parseCertificate(block?.bytes ?? new Uint8Array(0)).tbs;
    };
    const signingRequest = (key: TestKey, ...args: string[]): void => {
      write('key.pem', privatePem(key));
      write('ca.cnf', config(''));
      openssl('req', '-new', '-utf8', '-config', 'ca.cnf', '-key', 'key.pem', '-out', 'req.pem', ...args);
    };
    const requested = (): Uint8Array =>
      decodePem(readFileSync(join(path(), 'req.pem'), 'utf8'))[0]?.bytes ?? new Uint8Array(0);

    test.each([keys.rsa, keys.p256, using(keys.p384, 'SHA256_WITH_ECDSA')])('a root, $name', (key) => {
      signingRequest(key);
      const extensions = [
        'basicConstraints=critical,CA:TRUE,pathlen:1',
        'keyUsage=critical,keyCertSign,cRLSign',
        'subjectKeyIdentifier=hash',
        'authorityKeyIdentifier=keyid:always',
      ];
      const dates = ['-startdate', '20260101000000Z', '-enddate', '20600101000000Z'];
      const theirs = made(
        '04D2',
        extensions.join('\n'),
        '-selfsign',
        '-keyfile',
        'key.pem',
        '-in',
        'req.pem',
        ...dates,
      );
      const changes = { basicConstraints: { ca: true, pathLen: 1 }, notAfter: Date.UTC(2060, 0, 1) / 1000 };
      const ours = buildRootTbs({ profile: rootProfile(key, changes), publicKey: key.spki });
      expect(Buffer.from(ours).toString('hex')).toBe(Buffer.from(theirs).toString('hex'));
    });

    test('a leaf with purposes and alternative names', () => {
      const issuer = root(keys.rsa);
      signingRequest(keys.p256, '-subj', '/CN=leaf.example');
      pem('issuer.pem', issuer);
      write('issuer.key', privatePem(keys.rsa));
      const extensions = [
        'basicConstraints=critical,CA:FALSE',
        'keyUsage=critical,digitalSignature',
        'extendedKeyUsage=serverAuth,clientAuth',
        'subjectKeyIdentifier=hash',
        'authorityKeyIdentifier=keyid:always',
        'subjectAltName=DNS:leaf.example,IP:192.0.2.1',
      ];
      const dates = ['-startdate', '20260101000000Z', '-enddate', '20260401000000Z'];
      const by = ['-cert', 'issuer.pem', '-keyfile', 'issuer.key', '-in', 'req.pem'];
      const theirs = made('8A03', extensions.join('\n'), ...by, ...dates);
      const profile = leafProfile(keys.rsa, { subject: 'from-request', serialNumber: 0x8a03n });
      const ours = buildTbsFromCsr({ profile, csr: requested(), issuer });
      expect(Buffer.from(ours).toString('hex')).toBe(Buffer.from(theirs).toString('hex'));
      expect(
        buildTbsFromCsr({ profile: { ...profile, subject: leafProfile(keys.rsa).subject }, csr: requested(), issuer }),
      ).toEqual(ours);
    });
  });
});
