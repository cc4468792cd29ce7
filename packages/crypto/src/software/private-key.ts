import { DerReader } from '@quorate/der';
import { readAlgorithmIdentifier } from '../algorithm-identifier.ts';
import { EC_KEY_OID } from '../ec-key.ts';
import { ED448_OID, ED25519_OID, edwardsCurves } from '../edwards-curve.ts';
import { CryptoError } from '../error.ts';
import { guardDer } from '../guard.ts';
import { RSA_KEY_OID } from '../rsa-key.ts';
import { readEcPrivateKey } from './ec-private-key.ts';
import { readEdwardsPrivateKey } from './edwards-private-key.ts';
import type { PrivateKey, PrivateKeyReader } from './key.ts';
import { readRsaPrivateKey } from './rsa-private-key.ts';

const MAX_BYTES = 64 * 1024;
/** `[0] IMPLICIT Attributes` and `[1] IMPLICIT BIT STRING` publicKey of OneAsymmetricKey (RFC 5958, 2). */
const ATTRIBUTES = 0xa0;
const PUBLIC_KEY = 0x81;

const readers: ReadonlyMap<string, PrivateKeyReader> = new Map<string, PrivateKeyReader>([
  [EC_KEY_OID, readEcPrivateKey],
  [RSA_KEY_OID, readRsaPrivateKey],
  [ED25519_OID, (fields) => readEdwardsPrivateKey(edwardsCurves.ed25519, fields)],
  [ED448_OID, (fields) => readEdwardsPrivateKey(edwardsCurves.ed448, fields)],
]);

/**
 * Reads an unencrypted PKCS#8 private key: version 0, or version 1 with the public key, which must then belong to it.
 *
 * @throws CryptoError `private-key-malformed`, `private-key-unsupported`, `private-key-invalid`, `curve-parameters-…`,
 *   `key-…`
 */
export function readPrivateKey(pkcs8: Uint8Array): PrivateKey {
  return guardDer('private-key-malformed', () => {
    const outer = DerReader.of(pkcs8, { maxBytes: MAX_BYTES });
    const fields = outer.sequence();
    outer.finish();
    const version = fields.smallInteger(0, 1);
    const algorithm = readAlgorithmIdentifier(fields);
    const content = fields.octetString();
    fields.optional(ATTRIBUTES);
    const publicKey = version === 1 && fields.peek() === PUBLIC_KEY ? fields.bitStringBytes(PUBLIC_KEY) : null;
    fields.finish();
    const read = readers.get(algorithm.oid);
    if (read === undefined) throw new CryptoError('private-key-unsupported', { subject: algorithm.oid });
    return read({ algorithm, content, publicKey });
  });
}
