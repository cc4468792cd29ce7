import { createECDH, createPrivateKey, createPublicKey } from 'node:crypto';
import { type Pair, pairOf } from './certificate.ts';

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A key pair of P-256 that is the same in every run. Not for anything but tests: the private key is the number. */
export function fixedEcPair(scalar: number): Pair {
  const d = Buffer.alloc(32);
  d.writeUInt32BE(scalar, 28);
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(d);
  const point = ecdh.getPublicKey();
  const key = {
    kty: 'EC',
    crv: 'P-256',
    d: base64url(d),
    x: base64url(point.subarray(1, 33)),
    y: base64url(point.subarray(33)),
  };
  const privateKey = createPrivateKey({ key, format: 'jwk' });
  return pairOf({ privateKey, publicKey: createPublicKey(privateKey) });
}

/** PKCS#8 of an Ed25519 key (RFC 8410, 7) up to its seed. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

/** The same of Ed25519, whose signatures too are the same in every run. */
export function fixedEd25519Pair(seed: number): Pair {
  const secret = Buffer.alloc(32);
  secret.writeUInt32BE(seed, 28);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
  return pairOf({ privateKey, publicKey: createPublicKey(privateKey) });
}
