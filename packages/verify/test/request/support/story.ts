import {
  certificateOf,
  ecPair,
  extension,
  keyIdentifier,
  nameOf,
  type Pair,
  type TbsParts,
  utc,
} from '@quorate/certificates';
import { signatureAlgorithmByName } from '@quorate/crypto';
import type { Finding, Outcome, Report } from '@quorate/report';
import { type Certificate, parseCertificate, purposeOid } from '@quorate/x509';
import { type CertificateRequest, checkCertificateAgainstRequest, NOTHING_ASKED } from '../../../src/request/index.ts';

export const CN = '2.5.4.3';
export const O = '2.5.4.10';
export const SERVER_AUTH = purposeOid('serverAuth') as string;

export const caKey: Pair = ecPair();
export const leafKey: Pair = ecPair();
export const otherKey: Pair = ecPair();

export const caName = nameOf([O, 'Example'], [CN, 'Test CA']);
export const leafName = nameOf([CN, 'leaf.example'], [O, 'Example']);

/** A root that passes against `rootRequest`. */
export const rootParts: TbsParts = {
  version: 2,
  serialNumber: Uint8Array.of(0x4d, 0x21, 7),
  digest: 'sha256',
  issuer: caName,
  notBefore: utc('2026-01-02T03:04:05Z'),
  notAfter: utc('2036-01-02T03:04:05Z'),
  subject: caName,
  spki: caKey.spki,
  extensions: [
    extension.basicConstraints(true, 1),
    extension.keyUsage([5, 6]),
    extension.subjectKeyIdentifier(keyIdentifier(caKey.spki)),
  ],
};

/** A certificate under it that passes against `leafRequest`. */
export const leafParts: TbsParts = {
  ...rootParts,
  serialNumber: Uint8Array.of(0x00, 0x9a, 1, 2, 3),
  subject: leafName,
  spki: leafKey.spki,
  notBefore: utc('2026-02-03T04:05:06Z'),
  notAfter: utc('2027-02-03T04:05:06Z'),
  extensions: [
    extension.keyUsage([0, 2]),
    extension.extKeyUsage([SERVER_AUTH]),
    extension.subjectKeyIdentifier(keyIdentifier(leafKey.spki)),
    extension.authorityKeyIdentifier(keyIdentifier(caKey.spki)),
  ],
};

export const rootRequest: CertificateRequest = {
  ...NOTHING_ASKED,
  subject: { type: 'exact', bytes: caName },
  publicKey: caKey.spki,
  notBefore: rootParts.notBefore.seconds,
  notAfter: rootParts.notAfter.seconds,
  signatureAlgorithm: signatureAlgorithmByName('SHA256_WITH_ECDSA'),
  ca: true,
  pathLen: 1,
  keyUsage: ['keyCertSign', 'cRLSign'],
  selfSigned: true,
};

export const leafRequest: CertificateRequest = {
  ...NOTHING_ASKED,
  subject: {
    type: 'attributes',
    attributes: [
      { type: O, text: 'Example' },
      { type: CN, text: 'leaf.example' },
    ],
  },
  publicKey: leafKey.spki,
  validityDays: 365,
  signatureAlgorithm: signatureAlgorithmByName('SHA256_WITH_ECDSA'),
  ca: false,
  keyUsage: ['digitalSignature', 'keyEncipherment'],
  extendedKeyUsage: [SERVER_AUTH],
};

export const root: Certificate = parseCertificate(certificateOf(rootParts, caKey));

/** The report on a certificate with these parts, signed by the CA unless said otherwise. */
export function judgeLeaf(
  change: Partial<TbsParts>,
  request: Partial<CertificateRequest> = {},
  issuer: Certificate | null = root,
  key: Pair = caKey,
): Report {
  const certificate = parseCertificate(certificateOf({ ...leafParts, ...change }, key));
  return checkCertificateAgainstRequest(certificate, { ...leafRequest, ...request }, issuer === null ? {} : { issuer });
}

/** Ids of the findings with this outcome, in their order. */
export function idsOf(report: Report, outcome: Outcome): string[] {
  return report.findings.filter((finding) => finding.outcome === outcome).map(({ id }) => id);
}

export function findingNamed(report: Report, id: string): Finding {
  const found = report.findings.filter((finding) => finding.id === id);
  if (found.length !== 1) throw new Error(`${found.length} findings \`${id}\``);
  return found[0] as Finding;
}

/** The extensions of a leaf, with one put in the place of that with the same identifier, or added, or (`null`) without it. */
export function withExtension(
  oid: string,
  replacement: TbsParts['extensions'][number] | null,
  base: TbsParts['extensions'] = leafParts.extensions,
): TbsParts['extensions'] {
  const rest = base.filter((each) => each.oid !== oid);
  return replacement === null ? rest : [...rest, replacement];
}
