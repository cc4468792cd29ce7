import { createPublicKey, verify as nodeVerify } from 'node:crypto';
import { certificateOf, ecPair, nameOf, type Pair, rsaPair } from '@quorate/certificates';
import { canonicalSpki, type PlatformVerifier, type PublicKey } from '@quorate/crypto';
import {
  encodeBoolean,
  encodeElement,
  encodeNamedBits,
  encodeOctetString,
  encodeOid,
  encodeSequence,
} from '@quorate/der';
import type { PathRequest } from '@quorate/verify';
import { parseCertificate } from '@quorate/x509';

/** A root, a CA and a server certificate, as public CAs make them, and all that a benchmark asks of them. */
export interface ThreeCertificates {
  readonly root: Uint8Array;
  readonly ca: Uint8Array;
  readonly leaf: Uint8Array;
  readonly request: PathRequest;
  /** The cost that nothing can save: both signatures by `node:crypto`, each with its key read from DER. */
  bare(): boolean;
}

/** An instant at which all three are valid. */
const TIME = 1_800_000_000;
const PKIX = '1.3.6.1.5.5.7';

export function threeCertificates(kind: 'RSA-2048' | 'P-256'): ThreeCertificates {
  const pair = (): Pair => (kind === 'P-256' ? ecPair() : rsaPair(2048));
  const [rootKey, caKey, leafKey] = [pair(), pair(), pair()];
  const root = certificate('Root', rootKey, 'Root', rootKey, [...authority(), keyIdentifier(1)]);
  const ca = certificate('Issuing CA', caKey, 'Root', rootKey, [
    ...authority(0),
    keyIdentifier(2),
    issuerKeyIdentifier(1),
    policies(),
    purposes(),
  ]);
  const leaf = certificate('www.example.com', leafKey, 'Issuing CA', caKey, [
    { oid: '2.5.29.15', critical: true, value: encodeNamedBits([0]) },
    { oid: '2.5.29.19', critical: true, value: encodeSequence() },
    keyIdentifier(3),
    issuerKeyIdentifier(2),
    policies(),
    purposes(),
    alternativeNames(['www.example.com', 'example.com']),
  ]);
  const signed = [
    { ...parseCertificate(ca), by: Buffer.from(rootKey.spki) },
    { ...parseCertificate(leaf), by: Buffer.from(caKey.spki) },
  ];
  return {
    root,
    ca,
    leaf,
    request: { target: leaf, anchors: [root], intermediates: [ca], time: TIME },
    bare: () =>
      signed.every(({ tbs, signature, by }) =>
        nodeVerify('sha256', tbs, createPublicKey({ key: by, format: 'der', type: 'spki' }), signature),
      ),
  };
}

/** Signatures by `node:crypto`, each key read once. */
export function nodePlatform(): PlatformVerifier {
  const keys = new WeakMap<PublicKey, ReturnType<typeof createPublicKey>>();
  return ({ key, data, rawSignature }) => {
    let known = keys.get(key);
    if (known === undefined) {
      known = createPublicKey({ key: Buffer.from(canonicalSpki(key)), format: 'der', type: 'spki' });
      keys.set(key, known);
    }
    return nodeVerify(
      'sha256',
      data,
      key.type === 'ec' ? { key: known, dsaEncoding: 'ieee-p1363' } : known,
      rawSignature,
    );
  };
}

type Extension = { readonly oid: string; readonly critical?: boolean; readonly value: Uint8Array };

function certificate(subject: string, key: Pair, issuer: string, signer: Pair, extensions: Extension[]): Uint8Array {
  return certificateOf(
    {
      version: 2,
      serialNumber: Uint8Array.from({ length: 16 }, (_, i) => subject.charCodeAt(i % subject.length)),
      digest: 'sha256',
      issuer: fullName(issuer),
      subject: fullName(subject),
      notBefore: { seconds: 1_700_000_000, type: 'UTCTime' },
      notAfter: { seconds: 1_900_000_000, type: 'UTCTime' },
      spki: key.spki,
      extensions,
    },
    signer,
  );
}

function fullName(commonName: string): Uint8Array {
  return nameOf(['2.5.4.6', 'CH'], ['2.5.4.10', 'Example'], ['2.5.4.3', commonName]);
}

function authority(pathLen?: number): Extension[] {
  const fields = [encodeBoolean(true), ...(pathLen === undefined ? [] : [encodeElement(0x02, Uint8Array.of(pathLen))])];
  return [
    { oid: '2.5.29.19', critical: true, value: encodeSequence(...fields) },
    { oid: '2.5.29.15', critical: true, value: encodeNamedBits([5, 6]) },
  ];
}

const identifier = (number: number): Uint8Array => new Uint8Array(20).fill(number);
const keyIdentifier = (n: number): Extension => ({ oid: '2.5.29.14', value: encodeOctetString(identifier(n)) });
const issuerKeyIdentifier = (n: number): Extension => ({
  oid: '2.5.29.35',
  value: encodeSequence(encodeElement(0x80, identifier(n))),
});
/** The domain-validated policy of the CA/Browser Forum. */
const policies = (): Extension => ({
  oid: '2.5.29.32',
  value: encodeSequence(encodeSequence(encodeOid('2.23.140.1.2.1'))),
});
const purposes = (): Extension => ({
  oid: '2.5.29.37',
  value: encodeSequence(encodeOid(`${PKIX}.3.1`), encodeOid(`${PKIX}.3.2`)),
});
const alternativeNames = (names: readonly string[]): Extension => ({
  oid: '2.5.29.17',
  value: encodeSequence(...names.map((name) => encodeElement(0x82, new TextEncoder().encode(name)))),
});
