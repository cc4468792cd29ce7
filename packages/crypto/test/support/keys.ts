import { generateKeyPairSync } from 'node:crypto';

function pair(made: { privateKey: Buffer; publicKey: Buffer }): { pkcs8: Uint8Array; spki: Uint8Array } {
  return { pkcs8: Uint8Array.from(made.privateKey), spki: Uint8Array.from(made.publicKey) };
}

const encodings = {
  privateKeyEncoding: { format: 'der', type: 'pkcs8' },
  publicKeyEncoding: { format: 'der', type: 'spki' },
} as const;

/** A fresh key pair on a curve, by its name in OpenSSL. */
export function ecPair(namedCurve: string): { pkcs8: Uint8Array; spki: Uint8Array } {
  return pair(generateKeyPairSync('ec', { namedCurve, ...encodings }));
}

export function rsaPair(modulusLength: number, publicExponent = 65537): { pkcs8: Uint8Array; spki: Uint8Array } {
  return pair(generateKeyPairSync('rsa', { modulusLength, publicExponent, ...encodings }));
}

export function edPair(type: 'ed25519' | 'ed448'): { pkcs8: Uint8Array; spki: Uint8Array } {
  // The overloads of node:crypto want one literal each.
  return pair(type === 'ed25519' ? generateKeyPairSync('ed25519', encodings) : generateKeyPairSync('ed448', encodings));
}

export function dsaPair(modulusLength: number, divisorLength: number): { pkcs8: Uint8Array; spki: Uint8Array } {
  return pair(generateKeyPairSync('dsa', { modulusLength, divisorLength, ...encodings }));
}

/** OpenSSL's names of the curves. */
export const opensslCurves = {
  'P-256': 'prime256v1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
  secp256k1: 'secp256k1',
  brainpoolP256r1: 'brainpoolP256r1',
  brainpoolP384r1: 'brainpoolP384r1',
  brainpoolP512r1: 'brainpoolP512r1',
} as const;
