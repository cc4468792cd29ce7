import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWhere } from '@quorate/ci';
import { encodePem } from '@quorate/der';
import { lint, readLintObject } from '@quorate/lint';
import { afterAll, describe, expect, test } from 'vitest';
import {
  assemble,
  assembleCrl,
  assembleCsr,
  buildCsrInfo,
  buildTbs,
  buildTbsCertList,
  type CertificateProfile,
} from '../../src/index.ts';
import { createManifest } from '../../src/manifest/index.ts';
import { addSignature, createPending } from '../../src/pending/index.ts';
import { keys, type TestKey } from '../support/keys.ts';
import { DAY, intermediateProfile, leafProfile, rootProfile, START } from '../support/profiles.ts';
import { refusal } from '../support/refusal.ts';
import { missingToken, Token, type TokenKey, type TokenKeyKind, tokenKeyKinds } from './token.ts';

describeWhere('issue: keys in a token of SoftHSM2 sign', missingToken(), () => {
  const token = new Token();
  afterAll(() => token.remove());

  const made = new Map<string, TokenKey>();
  /** One key of each kind, made when it is first asked for. */
  const keyOf = (kind: TokenKeyKind): TokenKey => {
    const key = made.get(kind.name) ?? token.generate(kind);
    made.set(kind.name, key);
    return key;
  };
  const [first, second] = tokenKeyKinds as readonly [TokenKeyKind, TokenKeyKind];
  /** A key of another token object, and of another size. */
  const otherThan = (kind: TokenKeyKind): TokenKey => keyOf(kind === second ? first : second);

  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { cwd: token.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const pem = (name: string, label: string, bytes: Uint8Array): string => {
    writeFileSync(join(token.folder, name), encodePem({ label, bytes }));
    return name;
  };
  /** The profiles of the other tests ask for a key's algorithm alone. */
  const by = (key: TokenKey): TestKey => ({ ...keys.rsa, algorithm: key.algorithm });

  const certificate = (
    profile: CertificateProfile,
    issuer: Uint8Array | 'self',
    subjectKey: Uint8Array,
    key: TokenKey,
  ): Uint8Array => {
    const { tbs } = buildTbs({ profile, issuer, publicKey: subjectKey });
    const { algorithm, form, spki: issuerKey } = key;
    return assemble({ tbs, algorithm, form, issuerKey, signature: key.sign(tbs), expectedTbs: tbs });
  };
  const rootOf = (key: TokenKey): Uint8Array => certificate(rootProfile(by(key)), 'self', key.spki, key);

  describe.each(tokenKeyKinds)('$name:', (kind) => {
    const key = keyOf(kind);

    test('a root, an intermediate and a leaf verify in OpenSSL and in node:crypto', () => {
      const rootDer = rootOf(key);
      const middle = otherThan(kind);
      const middleDer = certificate(intermediateProfile(by(key)), rootDer, middle.spki, key);
      const leafDer = certificate(leafProfile(by(middle)), middleDer, keys.p256.spki, middle);
      const [a, b, c] = [
        pem('root.pem', 'CERTIFICATE', rootDer),
        pem('middle.pem', 'CERTIFICATE', middleDer),
        pem('leaf.pem', 'CERTIFICATE', leafDer),
      ];
      const at = ['-attime', '1767312000', '-x509_strict', '-check_ss_sig', '-CAfile', a];
      expect(openssl('verify', ...at, a)).toBe('root.pem: OK\n');
      expect(openssl('verify', ...at, '-untrusted', b, '-purpose', 'sslserver', c)).toBe('leaf.pem: OK\n');
      const [top, below] = [new X509Certificate(rootDer), new X509Certificate(middleDer)];
      expect([top.verify(top.publicKey), below.verify(top.publicKey)]).toEqual([true, true]);
      expect(below.checkIssued(top)).toBe(true);
    });

    test('a request proves possession, and a CRL verifies', () => {
      const { algorithm, form, spki } = key;
      const info = buildCsrInfo({ profile: { subject: [{ type: 'commonName', value: 'asked' }] }, publicKey: spki });
      const csr = assembleCsr({ info, algorithm, form, signature: key.sign(info) });
      expect(() =>
        openssl('req', '-verify', '-noout', '-in', pem('asked.pem', 'CERTIFICATE REQUEST', csr)),
      ).not.toThrow();
      const issuer = rootOf(key);
      const { tbs } = buildTbsCertList({
        profile: { signatureAlgorithm: algorithm, period: 7 * DAY },
        issuer,
        revoked: [{ serialNumber: 3n, revocationDate: START, reason: 'keyCompromise' }],
        crlNumber: 1,
        thisUpdate: START + DAY,
      });
      const crl = assembleCrl({ tbs, algorithm, form, issuer, signature: key.sign(tbs) });
      const [list, ca] = [pem('list.pem', 'X509 CRL', crl), pem('ca.pem', 'CERTIFICATE', issuer)];
      const said = execFileSync('sh', ['-c', `openssl crl -noout -verify -in ${list} -CAfile ${ca} 2>&1`], {
        cwd: token.folder,
        encoding: 'utf8',
      });
      expect(said).toContain('verify OK');
      const { findings } = lint(readLintObject('crl', crl), { sets: ['rfc5280'] });
      expect(findings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
    });

    test('a pending issuance takes the signature in its form, and no other key’s', () => {
      const manifest = createManifest({ profile: rootProfile(by(key)), issuer: 'self', publicKey: key.spki });
      const pending = createPending({ manifest, policy: null });
      const signed = addSignature(pending, key.sign(pending.tbs), key.form);
      expect(new X509Certificate(signed.certificate ?? new Uint8Array()).ca).toBe(true);
      const other = otherThan(kind);
      const refused = refusal(() => addSignature(pending, other.sign(pending.tbs), key.form));
      expect(refused.code).toMatch(/^(key|signature)-/);
    });
  });

  test('the private keys never leave', () => {
    const said = token.privateKeys();
    expect(said.match(/never extractable/g)?.length).toBe(tokenKeyKinds.length);
    expect(said.match(/sensitive/g)?.length).toBeGreaterThanOrEqual(tokenKeyKinds.length);
  });

  test('r and s joined are refused where DER is declared, and taken where they are declared', () => {
    const kind = tokenKeyKinds.find(({ mechanism }) => mechanism.form === 'raw') ?? first;
    const { algorithm, spki, sign } = keyOf(kind);
    const { tbs } = buildTbs({
      profile: rootProfile({ ...keys.p256, algorithm }),
      issuer: 'self',
      publicKey: spki,
    });
    const parts = { tbs, algorithm, issuerKey: spki, signature: sign(tbs) };
    expect(refusal(() => assemble(parts)).code).toBe('signature-encoding');
    expect(new X509Certificate(assemble({ ...parts, form: 'raw' })).ca).toBe(true);
  });
});
