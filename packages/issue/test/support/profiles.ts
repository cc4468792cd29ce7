import { encodeSignatureAlgorithm } from '@quorate/crypto';
import { encodeBitString, encodeElement, encodeInteger, encodeOid, encodeSequence, encodeSetOf } from '@quorate/der';
import {
  assemble,
  buildRootTbs,
  buildTbsFromCsr,
  type CertificateProfile,
  type DistinguishedName,
} from '../../src/index.ts';
import { signed, type TestKey } from './keys.ts';

/** 2026-01-01T00:00:00Z. */
export const START: number = 1_767_225_600;
export const DAY: number = 86_400;

export const rootName: DistinguishedName = [
  { type: 'countryName', value: 'CH' },
  { type: 'organizationName', value: 'Zürich, Quorum & Söhne' },
  { type: 'commonName', value: 'Root' },
];

/** A root's profile for a key, with changes. */
export function rootProfile(key: TestKey, changes: Partial<CertificateProfile> = {}): CertificateProfile {
  return {
    subject: rootName,
    notBefore: START,
    notAfter: START + 3650 * DAY,
    serialNumber: 0x4d2n,
    signatureAlgorithm: key.algorithm,
    basicConstraints: { ca: true },
    keyUsage: ['keyCertSign', 'cRLSign'],
    ...changes,
  };
}

/** An intermediate's, under an issuer with this key. */
export function intermediateProfile(issuer: TestKey, changes: Partial<CertificateProfile> = {}): CertificateProfile {
  return rootProfile(issuer, {
    subject: [{ type: 'commonName', value: 'Intermediate' }],
    notAfter: START + 1000 * DAY,
    serialNumber: 2n,
    basicConstraints: { ca: true, pathLen: 0 },
    ...changes,
  });
}

/** A TLS server's, under an issuer with this key. */
export function leafProfile(issuer: TestKey, changes: Partial<CertificateProfile> = {}): CertificateProfile {
  return {
    subject: [{ type: 'commonName', value: 'leaf.example' }],
    notBefore: START,
    notAfter: START + 90 * DAY,
    serialNumber: 3n,
    signatureAlgorithm: issuer.algorithm,
    basicConstraints: { ca: false },
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['serverAuth', 'clientAuth'],
    subjectAltName: [
      { type: 'dNSName', value: 'leaf.example' },
      { type: 'iPAddress', bytes: Uint8Array.of(192, 0, 2, 1) },
    ],
    ...changes,
  };
}

/** A self-signed root made here and signed by node:crypto. */
export function root(key: TestKey, changes: Partial<CertificateProfile> = {}): Uint8Array {
  const tbs = buildRootTbs({ profile: rootProfile(key, changes), publicKey: key.spki });
  return assemble({ tbs, algorithm: key.algorithm, signature: signed(tbs, key), issuerKey: key.spki });
}

/** A certificate for a request, likewise. */
export function issued(profile: CertificateProfile, csr: Uint8Array, issuer: Uint8Array, key: TestKey): Uint8Array {
  const tbs = buildTbsFromCsr({ profile, csr, issuer });
  return assemble({ tbs, algorithm: key.algorithm, signature: signed(tbs, key), issuerKey: key.spki });
}

/** A Name with one attribute, the value as an element of any tag. */
export function nameOf(oid: string, tag: number, content: string): Uint8Array {
  return encodeSequence(encodeSetOf(encodeSequence(encodeOid(oid), encodeElement(tag, Buffer.from(content)))));
}

export interface RequestParts {
  readonly subject?: Uint8Array;
  readonly algorithm?: TestKey['algorithm'];
  readonly signature?: (info: Uint8Array) => Uint8Array;
}

/** A certification request for a key, written by hand. */
export function request(key: TestKey, parts: RequestParts = {}): Uint8Array {
  const subject = parts.subject ?? nameOf('2.5.4.3', 0x0c, 'asked for');
  const info = encodeSequence(encodeInteger(0), subject, key.spki, encodeElement(0xa0));
  const algorithm = parts.algorithm ?? key.algorithm;
  const signature = parts.signature?.(info) ?? signed(info, key, algorithm);
  return encodeSequence(info, encodeSignatureAlgorithm(algorithm), encodeBitString(signature));
}
