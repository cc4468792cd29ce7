import { createPublicKey, type KeyObject, verify as nodeVerify } from 'node:crypto';
import { certificateOf, ecPair, nameOf, type Pair, rsaPair } from '@quorate/certificates';
import type { PlatformVerifier, PublicKey } from '@quorate/crypto';
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
  /** Both signatures by `node:crypto`, each with its key read from DER: what a path costs who does nothing else. */
  bare(): boolean;
  /** The same, with the keys as JWK, which somebody else has made. */
  bareJwk(): boolean;
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
  const by = ({ spki }: Pair) => {
    const der = Buffer.from(spki);
    return { der, jwk: createPublicKey({ key: der, format: 'der', type: 'spki' }).export({ format: 'jwk' }) };
  };
  const signed = [
    { ...parseCertificate(ca), ...by(rootKey) },
    { ...parseCertificate(leaf), ...by(caKey) },
  ];
  return {
    root,
    ca,
    leaf,
    request: { target: leaf, anchors: [root], intermediates: [ca], time: TIME },
    bare: () =>
      signed.every(({ tbs, signature, der }) =>
        nodeVerify('sha256', tbs, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature),
      ),
    bareJwk: () =>
      signed.every(({ tbs, signature, jwk }) =>
        nodeVerify('sha256', tbs, createPublicKey({ key: jwk, format: 'jwk' }), signature),
      ),
  };
}

/**
 * Signatures by `node:crypto`, each key read once, and read as a JWK: OpenSSL 3 takes 2 microseconds for an RSA key from
 * its numbers, and 100 for the same key from DER.
 */
export function nodePlatform(): PlatformVerifier {
  const keys = new WeakMap<PublicKey, KeyObject>();
  return ({ key, data, rawSignature }) => {
    let known = keys.get(key);
    if (known === undefined) {
      known = keyObject(key);
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

function keyObject(key: PublicKey): KeyObject {
  if (key.type === 'rsa') {
    return createPublicKey({
      key: { kty: 'RSA', n: base64url(key.modulus), e: base64url(key.exponent) },
      format: 'jwk',
    });
  }
  if (key.type !== 'ec') throw new Error('the benchmark has no such keys');
  const point = Buffer.from(key.point.buffer, key.point.byteOffset, key.point.length);
  const [x, y] = [point.toString('base64url', 1, 33), point.toString('base64url', 33)];
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
}

function base64url(value: bigint): string {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex').toString('base64url');
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
