import { DerReader } from '@quorate/der';
import { readAlgorithmIdentifier } from '../algorithm-identifier.ts';
import { CryptoError } from '../error.ts';
import { guardDer } from '../guard.ts';
import type { PrivateKey, PrivateKeyReader } from './key.ts';

const MAX_BYTES = 64 * 1024;
/** `[0] IMPLICIT Attributes` and `[1] IMPLICIT BIT STRING` publicKey of OneAsymmetricKey (RFC 5958, 2). */
const ATTRIBUTES = 0xa0;
const PUBLIC_KEY = 0x81;

/**
 * Reads an unencrypted PKCS#8 private key: version 0, or version 1 with the public key, which must then belong to it.
 *
 * @param readers by the object identifier of the key algorithm
 * @throws CryptoError `private-key-malformed`, `private-key-unsupported`, `private-key-invalid`, `curve-parameters-…`,
 *   `key-…`
 */
export function readPrivateKey(pkcs8: Uint8Array, readers: ReadonlyMap<string, PrivateKeyReader>): PrivateKey {
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
