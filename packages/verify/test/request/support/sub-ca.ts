import {
  certificateOf,
  type ExtensionParts,
  extension,
  keyIdentifier,
  nameOf,
  type Pair,
  type TbsParts,
  utc,
} from '@quorate/certificates';
import { signatureAlgorithmByName } from '@quorate/crypto';
import { encodeElement, encodeSequence } from '@quorate/der';
import { type Certificate, parseCertificate } from '@quorate/x509';
import {
  type CertificateRequest,
  checkCertificateAgainstRequest,
  NOTHING_ASKED,
  type RequestReport,
} from '../../../src/request/index.ts';
import { platform } from './platform.ts';
import { CN, caKey, caName, leafKey, O, rootParts } from './story.ts';

export const C = '2.5.4.6';
export const PURPOSES: readonly string[] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.9'];
export const HOSTS: readonly string[] = ['one.example', 'two.example', 'three.example'];

/** subjectAltName with these host names. */
export function hostNames(names: readonly string[], critical = false): ExtensionParts {
  const encoded = names.map((name) => encodeElement(0x82, new TextEncoder().encode(name)));
  return { oid: '2.5.29.17', critical, value: encodeSequence(...encoded) };
}

/** The subject, as attributes in their order. */
export const SUBJECT: readonly (readonly [string, string])[] = [
  [C, 'CH'],
  [O, 'Example'],
  [CN, 'Issuing CA'],
];

/** A CA below a root, with something in every field that a request can ask for. */
export const subParts: TbsParts = {
  ...rootParts,
  serialNumber: Uint8Array.of(0x3c, 1, 2, 3, 4, 5, 6, 7),
  subject: nameOf(...SUBJECT),
  spki: leafKey.spki,
  notBefore: utc('2026-02-03T04:05:06Z'),
  notAfter: utc('2027-02-03T04:05:06Z'),
  extensions: [
    extension.basicConstraints(true, 3),
    extension.keyUsage([0, 5, 6]),
    extension.extKeyUsage(PURPOSES),
    hostNames(HOSTS),
    extension.subjectKeyIdentifier(keyIdentifier(leafKey.spki)),
    extension.authorityKeyIdentifier(keyIdentifier(caKey.spki)),
  ],
};

/** Everything that can be asked for, exactly. */
export const subRequest: CertificateRequest = {
  ...NOTHING_ASKED,
  subject: { type: 'exact', bytes: subParts.subject },
  publicKey: leafKey.spki,
  notBefore: subParts.notBefore.seconds,
  notAfter: subParts.notAfter.seconds,
  serialNumber: subParts.serialNumber,
  signatureAlgorithm: signatureAlgorithmByName('SHA256_WITH_ECDSA'),
  ca: true,
  pathLen: 3,
  keyUsage: ['digitalSignature', 'keyCertSign', 'cRLSign'],
  extendedKeyUsage: PURPOSES,
  critical: { basicConstraints: true, keyUsage: true, extKeyUsage: false },
  otherExtensions: [{ oid: '2.5.29.17', critical: false, value: hostNames(HOSTS).value }],
};

/** A root that leaves room for all of it. */
export const wideRoot: Certificate = parseCertificate(
  certificateOf(
    {
      ...rootParts,
      issuer: caName,
      notBefore: utc('1990-01-01T00:00:00Z'),
      notAfter: { type: 'GeneralizedTime', seconds: Date.parse('2199-01-01T00:00:00Z') / 1000 },
      extensions: [extension.basicConstraints(true, null), ...rootParts.extensions.slice(1)],
    },
    caKey,
  ),
);

export function judgeSub(parts: TbsParts, request: CertificateRequest = subRequest, key: Pair = caKey): RequestReport {
  const certificate = parseCertificate(certificateOf(parts, key));
  return checkCertificateAgainstRequest(certificate, request, { issuer: wideRoot, platform });
}
