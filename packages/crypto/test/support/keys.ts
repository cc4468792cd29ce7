import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { CurveName } from '../../src/index.ts';

/** A key pair in DER. */
export interface KeyPair {
  readonly pkcs8: Uint8Array;
  readonly spki: Uint8Array;
}

function exported({ privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }): KeyPair {
  return {
    pkcs8: Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' })),
    spki: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })),
  };
}

/** OpenSSL's names of the curves. */
const opensslCurves: Readonly<Record<CurveName, string>> = {
  'P-256': 'prime256v1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
  secp256k1: 'secp256k1',
  brainpoolP256r1: 'brainpoolP256r1',
  brainpoolP384r1: 'brainpoolP384r1',
  brainpoolP512r1: 'brainpoolP512r1',
};

export const curveNames: readonly CurveName[] = Object.keys(opensslCurves) as CurveName[];

export function ecPair(curve: CurveName): KeyPair {
  return exported(generateKeyPairSync('ec', { namedCurve: opensslCurves[curve] }));
}

export function rsaPair(modulusLength: number, publicExponent = 65537): KeyPair {
  return exported(generateKeyPairSync('rsa', { modulusLength, publicExponent }));
}

export function ed25519Pair(): KeyPair {
  return exported(generateKeyPairSync('ed25519'));
}

export function ed448Pair(): KeyPair {
  return exported(generateKeyPairSync('ed448'));
}

export function dsaPair(modulusLength: number, divisorLength: number): KeyPair {
  return exported(generateKeyPairSync('dsa', { modulusLength, divisorLength }));
}
