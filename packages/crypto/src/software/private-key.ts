import { EC_KEY_OID } from '../ec-key.ts';
import { ED448_OID, ED25519_OID, edwardsCurves } from '../edwards-curve.ts';
import { RSA_KEY_OID } from '../rsa-key.ts';
import { readEcPrivateKey } from './ec-private-key.ts';
import { readEdwardsPrivateKey } from './edwards-private-key.ts';
import type { PrivateKeyReader } from './key.ts';
import { readRsaPrivateKey } from './rsa-private-key.ts';

/** The readers of private keys by the identifier of the key algorithm. */
export const privateKeyReaders: ReadonlyMap<string, PrivateKeyReader> = new Map<string, PrivateKeyReader>([
  [EC_KEY_OID, readEcPrivateKey],
  [RSA_KEY_OID, readRsaPrivateKey],
  [ED25519_OID, (fields) => readEdwardsPrivateKey(edwardsCurves.ed25519, fields)],
  [ED448_OID, (fields) => readEdwardsPrivateKey(edwardsCurves.ed448, fields)],
]);
