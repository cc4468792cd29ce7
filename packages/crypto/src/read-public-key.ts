import { DerReader } from '@quorate/der';
import { readAlgorithmIdentifier } from './algorithm-identifier.ts';
import type { WithAlgorithms } from './algorithm-support.ts';
import { DSA_KEY_OID, readDsaKey } from './dsa-key.ts';
import { EC_KEY_OID, readEcKey } from './ec-key.ts';
import { ED448_OID, ED25519_OID } from './edwards-curve.ts';
import { readEd448Key, readEd25519Key } from './edwards-key.ts';
import { CryptoError } from './error.ts';
import { guardDer } from './guard.ts';
import type { KeyReader } from './key-reader.ts';
import type { PublicKey } from './public-key.ts';
import { PSS_KEY_OID, RSA_KEY_OID, readPssKey, readRsaKey } from './rsa-key.ts';

/** Twice the largest RSA key that is taken, and room for DSA parameters. */
const MAX_SPKI_BYTES = 16 * 1024;

/** The readers by the identifier of the key algorithm: those of RFC 3279, 4055, 5480 and 8410. */
export const certificateKeyReaders: readonly (readonly [oid: string, reader: KeyReader])[] = [
  [RSA_KEY_OID, readRsaKey],
  [PSS_KEY_OID, readPssKey],
  [EC_KEY_OID, readEcKey],
  [ED25519_OID, readEd25519Key],
  [ED448_OID, readEd448Key],
  [DSA_KEY_OID, readDsaKey],
];

/**
 * Reads a SubjectPublicKeyInfo with one of these readers, or else with one of those that were given.
 *
 * @throws CryptoError
 */
export function readPublicKey(
  spki: Uint8Array,
  readers: ReadonlyMap<string, KeyReader>,
  { algorithms }: WithAlgorithms,
): PublicKey {
  return guardDer('key-malformed', () => {
    const outer = DerReader.of(spki, { maxBytes: MAX_SPKI_BYTES });
    const fields = outer.sequence();
    outer.finish();
    const algorithm = readAlgorithmIdentifier(fields);
    const subjectPublicKey = fields.bitStringBytes();
    fields.finish();
    const read = readers.get(algorithm.oid) ?? algorithms?.keyReaders.get(algorithm.oid);
    if (read === undefined) throw new CryptoError('key-unsupported', { subject: algorithm.oid });
    return read(spki, algorithm, subjectPublicKey);
  });
}
