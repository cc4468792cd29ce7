import { X509Certificate as NodeCertificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import 'reflect-metadata';
import { X509Certificate as PeculiarCertificate } from '@peculiar/x509';
import { issuedCertificate } from '@quorate/vectors';
import { certificateExtensions, parseCertificate } from '@quorate/x509';
import jsrsasign from 'jsrsasign';
import forge from 'node-forge';
import { Certificate as PkijsCertificate } from 'pkijs';
import type { Benchmark } from './src/benchmark.ts';

/**
 * Whole certificates, every field and every extension decoded, by each library's shortest way. One call reads the whole
 * set: the certificate issued under an SKA key, and of the PKITS suite a root, a CA and end entities with policies and
 * qualifiers, mappings, name constraints, alternative names and distribution points. All keys are RSA, because node-forge
 * reads no others. Without the suites the set is the issued certificate, as often.
 *
 * node:crypto stands here for reference: it reads on demand, and only the extensions that it has a getter for.
 */
const NAMES: readonly string[] = [
  'TrustAnchorRootCertificate',
  'GoodCACert',
  'ValidCertificatePathTest1EE',
  'UserNoticeQualifierTest16EE',
  'Mapping1to2CACert',
  'nameConstraintsDN1CACert',
  'ValidDNnameConstraintsTest4EE',
  'distributionPoint1CACert',
  'ValiddistributionPointTest1EE',
];

const folder = resolve(process.env['QUORATE_CONFORMANCE'] || '../shared/conformance', 'pkits/certs');
const files = NAMES.map((name) => resolve(folder, `${name}.crt`));
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0)
  process.stderr.write(`bench: without ${missing.length} certificates, for instance ${missing[0]}\n`);
const set = [
  issuedCertificate,
  ...files.map((file) => (existsSync(file) ? Uint8Array.from(readFileSync(file)) : issuedCertificate)),
];

const buffers = set.map((bytes) => Uint8Array.from(bytes).buffer);
const binaries = set.map((bytes) => Buffer.from(bytes).toString('binary'));
const hexes = set.map((bytes) => Buffer.from(bytes).toString('hex'));

function ofPkijs(buffer: ArrayBuffer): unknown {
  const certificate = PkijsCertificate.fromBER(buffer);
  return { certificate, extensions: certificate.extensions?.map((extension) => extension.parsedValue as unknown) };
}

function ofPeculiar(buffer: ArrayBuffer): unknown {
  const certificate = new PeculiarCertificate(buffer);
  const { subject, issuer, serialNumber, notBefore, notAfter, publicKey, extensions } = certificate;
  return { subject, issuer, serialNumber, notBefore, notAfter, publicKey, extensions };
}

function ofJsrsasign(hex: string): unknown {
  const certificate = new jsrsasign.X509();
  certificate.readCertHex(hex);
  return certificate.getParam();
}

function ofNode(bytes: Uint8Array): unknown {
  const certificate = new NodeCertificate(bytes);
  const { subject, issuer, serialNumber, validFrom, validTo, ca, keyUsage, subjectAltName, infoAccess } = certificate;
  return { subject, issuer, serialNumber, validFrom, validTo, ca, keyUsage, subjectAltName, infoAccess };
}

export default {
  title: `${set.length} whole certificates with all extensions`,
  per: 'set',
  ours: 'parseCertificate, certificateExtensions',
  subjects: {
    'parseCertificate, certificateExtensions': () => set.map((der) => certificateExtensions(parseCertificate(der))),
    'node:crypto X509Certificate': () => set.map(ofNode),
    'pkijs 4.0.0': () => buffers.map(ofPkijs),
    '@peculiar/x509 2.2.0': () => buffers.map(ofPeculiar),
    'node-forge 1.4.3': () => binaries.map((binary) => forge.pki.certificateFromAsn1(forge.asn1.fromDer(binary))),
    'jsrsasign 11.1.5': () => hexes.map(ofJsrsasign),
  },
  // 100,000 certificates a second.
  goal: 100_000 / set.length,
} satisfies Benchmark;
