import 'reflect-metadata';
import { X509Certificate as NodeCertificate, webcrypto } from 'node:crypto';
import * as peculiar from '@peculiar/x509';
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { describe, expect, test } from 'vitest';
import type { CertificateProfile } from '../../src/index.ts';
import { crl, crlRequest } from '../support/crl.ts';
import { csrOf } from '../support/csr.ts';
import { keys, type TestKey, using } from '../support/keys.ts';
import { DAY, intermediateProfile, issued, leafProfile, request, root, START } from '../support/profiles.ts';

peculiar.cryptoProvider.set(webcrypto as unknown as Crypto);
const AT = new Date((START + DAY) * 1000);

/** Who signs the intermediate, and who the leaf. What WebCrypto verifies: the peers compute nothing themselves. */
const signers: readonly (readonly [TestKey, TestKey])[] = [
  [keys.rsa, keys.p256],
  [using(keys.rsa, 'SHA256_WITH_RSA_PSS'), keys.largeRsa],
  [keys.p256, keys.rsa],
  [keys.p384, using(keys.rsa, 'SHA384_WITH_RSA_PSS')],
  [keys.p521, keys.p384],
];

const rich: Partial<CertificateProfile> = {
  nameConstraints: { permitted: [{ type: 'dNSName', value: 'example' }] },
  certificatePolicies: [
    { policy: '1.3.6.1.4.1.55555.1', qualifiers: [{ type: 'cps', uri: 'https://example.ch/cps' }] },
  ],
  crlDistributionPoints: [
    { fullName: [{ type: 'uniformResourceIdentifier', value: 'http://crl.example.ch/root.crl' }] },
  ],
  authorityInfoAccess: [
    { method: 'caIssuers', location: { type: 'uniformResourceIdentifier', value: 'http://ca.example.ch/root.cer' } },
  ],
};

function chain(top: TestKey, middle: TestKey): readonly [Uint8Array, Uint8Array, Uint8Array] {
  const rootDer = root(top);
  const middleDer = issued(intermediateProfile(top, rich), request(middle), rootDer, top);
  const leafDer = issued(leafProfile(middle), request(keys.otherP256), middleDer, middle);
  return [rootDer, middleDer, leafDer];
}

function pkijsCertificate(der: Uint8Array): pkijs.Certificate {
  return new pkijs.Certificate({ schema: fromBER(Uint8Array.from(der).buffer).result });
}

const named = signers.map(([top, middle]) => ({
  top,
  middle,
  name: `${top.algorithm.name}, ${middle.algorithm.name}`,
}));

describe('a root, an intermediate and a leaf that are made here', () => {
  test.each(named)('are a chain in @peculiar/x509: $name', async ({ top, middle }) => {
    const [rootDer, middleDer, leafDer] = chain(top, middle);
    const [a, b, c] = [rootDer, middleDer, leafDer].map((der) => new peculiar.X509Certificate(Uint8Array.from(der)));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three certificates');
    expect(await a.isSelfSigned()).toBe(true);
    expect(await c.verify({ publicKey: b.publicKey, date: AT })).toBe(true);
    expect(await b.verify({ publicKey: a.publicKey, date: AT })).toBe(true);
    expect(await b.verify({ publicKey: b.publicKey, date: AT }).catch(() => false)).toBe(false);
    const built = await new peculiar.X509ChainBuilder({ certificates: [a, b] }).build(c);
    expect(built.map(({ subject }) => subject)).toEqual([c.subject, b.subject, a.subject]);
    const constraints = b.getExtension(peculiar.BasicConstraintsExtension);
    expect([constraints?.ca, constraints?.pathLength, constraints?.critical]).toEqual([true, 0, true]);
    expect(c.getExtension(peculiar.SubjectAlternativeNameExtension)?.names.toJSON()).toEqual([
      { type: 'dns', value: 'leaf.example' },
      { type: 'ip', value: '192.0.2.1' },
    ]);
    expect(c.getExtension(peculiar.ExtendedKeyUsageExtension)?.usages).toHaveLength(2);
    expect(new Uint8Array(b.rawData)).toEqual(middleDer);
  });

  test.each(named)('are a chain in pkijs: $name', async ({ top, middle }) => {
    const [rootDer, middleDer, leafDer] = chain(top, middle);
    const engine = new pkijs.CertificateChainValidationEngine({
      trustedCerts: [pkijsCertificate(rootDer)],
      certs: [pkijsCertificate(middleDer), pkijsCertificate(leafDer)],
      checkDate: AT,
    });
    const verdict = await engine.verify();
    expect([verdict.result, verdict.resultMessage]).toEqual([true, expect.any(String)]);
    expect(verdict.certificatePath).toHaveLength(3);
    const late = new pkijs.CertificateChainValidationEngine({
      trustedCerts: [pkijsCertificate(rootDer)],
      certs: [pkijsCertificate(middleDer), pkijsCertificate(leafDer)],
      checkDate: new Date((START + 99 * DAY) * 1000),
    });
    expect((await late.verify()).result).toBe(false);
  });

  test.each(named)('are a chain in node:crypto: $name', ({ top, middle }) => {
    const [a, b, c] = chain(top, middle).map((der) => new NodeCertificate(der));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three certificates');
    expect([c.checkIssued(b), b.checkIssued(a), c.checkIssued(a)]).toEqual([true, true, false]);
    expect([c.verify(b.publicKey), b.verify(a.publicKey), b.verify(b.publicKey)]).toEqual([true, true, false]);
    expect([a.ca, b.ca, c.ca, c.checkHost('leaf.example')]).toEqual([true, true, false, 'leaf.example']);
  });
});

describe('a request and a CRL that are made here', () => {
  test.each(named)('verify in both libraries: $name', async ({ top }) => {
    const der = csrOf(top, { subject: [{ type: 'commonName', value: 'asked' }], keyUsage: ['digitalSignature'] });
    const csr = new peculiar.Pkcs10CertificateRequest(Uint8Array.from(der));
    expect([await csr.verify(), csr.subject]).toEqual([true, 'CN=asked']);
    const other = new pkijs.CertificationRequest({ schema: fromBER(Uint8Array.from(der).buffer).result });
    expect(await other.verify()).toBe(true);

    const issuer = root(top);
    const revoked = [{ serialNumber: 0x8a03n, revocationDate: START, reason: 'keyCompromise' as const }];
    const list = crl(top, crlRequest(top, { issuer, revoked }));
    const read = new peculiar.X509Crl(Uint8Array.from(list));
    const { publicKey } = new peculiar.X509Certificate(Uint8Array.from(issuer));
    expect(await read.verify({ publicKey })).toBe(true);
    expect(read.entries.map(({ serialNumber, reason }) => [serialNumber, reason])).toEqual([
      ['8a03', peculiar.X509CrlReason.keyCompromise],
    ]);
    const theirs = new pkijs.CertificateRevocationList({ schema: fromBER(Uint8Array.from(list).buffer).result });
    expect(await theirs.verify({ issuerCertificate: pkijsCertificate(issuer) })).toBe(true);
    expect(await theirs.verify({ issuerCertificate: pkijsCertificate(root(keys.otherRsa)) })).toBe(false);
  });
});
