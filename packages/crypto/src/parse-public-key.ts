import { DerReader } from '@quorate/der';
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from './algorithm-identifier.ts';
import { BLS_KEY_OID, readBlsKey } from './bls-key.ts';
import { DSA_KEY_OID, readDsaKey } from './dsa-key.ts';
import { EC_KEY_OID, readEcKey } from './ec-key.ts';
import { ED448_OID, ED25519_OID, readEd448Key, readEd25519Key } from './edwards-key.ts';
import { CryptoError } from './error.ts';
import { guardDer } from './guard.ts';
import type { PublicKey } from './public-key.ts';
import { PSS_KEY_OID, RSA_KEY_OID, readPssKey, readRsaKey } from './rsa-key.ts';

/** Twice the largest RSA key that is taken, and room for DSA parameters. */
const MAX_SPKI_BYTES = 16 * 1024;

/**
 * Reads the content of a subjectPublicKey BIT STRING for one key algorithm.
 *
 * @throws DerError, CryptoError
 */
type KeyReader = (spki: Uint8Array, algorithm: AlgorithmIdentifier, subjectPublicKey: Uint8Array) => PublicKey;

const readers: ReadonlyMap<string, KeyReader> = new Map<string, KeyReader>([
  [RSA_KEY_OID, readRsaKey],
  [PSS_KEY_OID, readPssKey],
  [EC_KEY_OID, readEcKey],
  [ED25519_OID, readEd25519Key],
  [ED448_OID, readEd448Key],
  [DSA_KEY_OID, readDsaKey],
  [BLS_KEY_OID, readBlsKey],
]);

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) and refuses it unless it can be used: strict DER, the parameters that
 * the algorithm demands (RFC 3279, 4055, 5480, 8410), and a key that is valid in itself.
 *
 * Refused: RSA moduli that are even or outside 1024 to 16,384 bits, exponents that are even, below 3, above 256 bits or
 * not below the modulus; EC points off the curve, at infinity, in hybrid form; explicit or missing curve parameters;
 * Edwards points that are not canonical or outside the prime-order subgroup; DSA values outside their group; BLS points
 * outside their subgroup. Not decided: whether an RSA modulus is a product of two primes, whether DSA's p and q are
 * prime.
 *
 * @param spki at most 16 KiB; kept, not copied
 * @throws CryptoError any code that starts with `key-` or `curve-`; for the parameters of an id-RSASSA-PSS key also
 *   `algorithm-parameters` and `algorithm-unsupported`
 */
export function parsePublicKey(spki: Uint8Array): PublicKey {
  return guardDer('key-malformed', () => {
    const outer = DerReader.of(spki, { maxBytes: MAX_SPKI_BYTES });
    const fields = outer.sequence();
    outer.finish();
    const algorithm = readAlgorithmIdentifier(fields);
    const subjectPublicKey = fields.bitStringBytes();
    fields.finish();
    const read = readers.get(algorithm.oid);
    if (read === undefined) throw new CryptoError('key-unsupported', { subject: algorithm.oid });
    return read(spki, algorithm, subjectPublicKey);
  });
}
