import type { DigestName } from './digest.ts';
import { dsaScheme } from './dsa-scheme.ts';
import { ecdsaScheme } from './ecdsa-scheme.ts';
import { eddsaScheme } from './eddsa-scheme.ts';
import { ED448_OID, ED25519_OID } from './edwards-curve.ts';
import type { PssParameters } from './pss-parameters.ts';
import type { KeyType } from './public-key.ts';
import { PSS_KEY_OID } from './rsa-key.ts';
import { rsaPkcs1Scheme } from './rsa-pkcs1-scheme.ts';
import { rsaPssScheme } from './rsa-pss-scheme.ts';
import type { SignatureAlgorithm, SignatureScheme } from './scheme.ts';

function entry(
  name: string,
  oid: string,
  scheme: SignatureScheme,
  keyType: KeyType,
  digest: DigestName | null,
  restNames: readonly string[],
  parameters: SignatureAlgorithm['parameters'] = 'absent',
  pss: PssParameters | null = null,
): SignatureAlgorithm {
  return { name, restNames, oid, parameters, scheme, keyTypes: [keyType], digest, pss, weak: digest === 'SHA-1' };
}

function rsaPkcs1(name: string, oid: string, digest: DigestName, ...rest: string[]): SignatureAlgorithm {
  return entry(name, oid, rsaPkcs1Scheme, 'rsa', digest, rest, 'null');
}

/** PKCS #1's own names (RFC 8017, A.2.4). */
function pkcs1(digest: string, number: number, name: DigestName, ...rest: string[]): SignatureAlgorithm {
  return rsaPkcs1(`${digest}WithRSAEncryption`, `1.2.840.113549.1.1.${number}`, name, ...rest);
}

function ecdsa(name: string, oid: string, digest: DigestName, ...rest: string[]): SignatureAlgorithm {
  return entry(name, oid, ecdsaScheme, 'ec', digest, rest);
}

function dsa(name: string, oid: string, digest: DigestName, ...rest: string[]): SignatureAlgorithm {
  return entry(name, oid, dsaScheme, 'dsa', digest, rest);
}

/** An entry for RSASSA-PSS with any parameters; those that have a REST name stand in the table already. */
export function pssAlgorithm(pss: PssParameters, rest: readonly string[] = []): SignatureAlgorithm {
  const { digest, mgfDigest, saltLength } = pss;
  const name = `id-RSASSA-PSS (${digest}, MGF1 with ${mgfDigest}, salt ${saltLength})`;
  return entry(name, PSS_KEY_OID, rsaPssScheme, 'rsa', digest, rest, 'pss', pss);
}

/** The REST interface states no PSS parameters: as in the JCA, MGF1 uses the same digest, the salt has its length. */
function restPss(digest: DigestName, saltLength: number, rest: string): SignatureAlgorithm {
  return pssAlgorithm({ digest, mgfDigest: digest, saltLength }, [rest]);
}

const X962 = '1.2.840.10045.4';
/** NIST's signature algorithm arc. */
const NIST = '2.16.840.1.101.3.4.3';

/**
 * The algorithms that an AlgorithmIdentifier can name. Identifiers: RFC 8017, appendix C (RSA); RFC 5758, 3.2, and RFC 3279, 2.2.3 (ECDSA); RFC 3279, 2.2.2, and
 * RFC 5758, 3.1 (DSA); RFC 8410, 3 (EdDSA); NIST's arc for SHA-3.
 */
export const identifiedAlgorithms: readonly SignatureAlgorithm[] = [
  pkcs1('sha1', 5, 'SHA-1', 'SHA1_WITH_RSA'),
  pkcs1('sha224', 14, 'SHA-224', 'SHA224_WITH_RSA'),
  pkcs1('sha256', 11, 'SHA-256', 'SHA256_WITH_RSA'),
  pkcs1('sha384', 12, 'SHA-384', 'SHA384_WITH_RSA'),
  pkcs1('sha512', 13, 'SHA-512', 'SHA512_WITH_RSA'),
  pkcs1('sha512-224', 15, 'SHA-512/224'),
  pkcs1('sha512-256', 16, 'SHA-512/256'),
  rsaPkcs1('id-rsassa-pkcs1-v1-5-with-sha3-224', `${NIST}.13`, 'SHA3-224'),
  rsaPkcs1('id-rsassa-pkcs1-v1-5-with-sha3-256', `${NIST}.14`, 'SHA3-256'),
  rsaPkcs1('id-rsassa-pkcs1-v1-5-with-sha3-384', `${NIST}.15`, 'SHA3-384'),
  rsaPkcs1('id-rsassa-pkcs1-v1-5-with-sha3-512', `${NIST}.16`, 'SHA3-512'),
  restPss('SHA-1', 20, 'SHA1_WITH_RSA_PSS'),
  restPss('SHA-224', 28, 'SHA224_WITH_RSA_PSS'),
  restPss('SHA-256', 32, 'SHA256_WITH_RSA_PSS'),
  restPss('SHA-384', 48, 'SHA384_WITH_RSA_PSS'),
  restPss('SHA-512', 64, 'SHA512_WITH_RSA_PSS'),
  ecdsa('ecdsa-with-SHA1', `${X962}.1`, 'SHA-1', 'SHA1_WITH_ECDSA'),
  ecdsa('ecdsa-with-SHA224', `${X962}.3.1`, 'SHA-224', 'SHA224_WITH_ECDSA'),
  ecdsa('ecdsa-with-SHA256', `${X962}.3.2`, 'SHA-256', 'SHA256_WITH_ECDSA', 'SHA256_WITH_ECDSA_DETERMINISTIC'),
  ecdsa('ecdsa-with-SHA384', `${X962}.3.3`, 'SHA-384', 'SHA384_WITH_ECDSA'),
  ecdsa('ecdsa-with-SHA512', `${X962}.3.4`, 'SHA-512', 'SHA512_WITH_ECDSA'),
  ecdsa('id-ecdsa-with-sha3-224', `${NIST}.9`, 'SHA3-224', 'SHA3224_WITH_ECDSA'),
  ecdsa('id-ecdsa-with-sha3-256', `${NIST}.10`, 'SHA3-256', 'SHA3256_WITH_ECDSA'),
  ecdsa('id-ecdsa-with-sha3-384', `${NIST}.11`, 'SHA3-384', 'SHA3384_WITH_ECDSA'),
  ecdsa('id-ecdsa-with-sha3-512', `${NIST}.12`, 'SHA3-512', 'SHA3512_WITH_ECDSA'),
  dsa('dsa-with-sha1', '1.2.840.10040.4.3', 'SHA-1', 'SHA1_WITH_DSA'),
  dsa('dsa-with-sha224', `${NIST}.1`, 'SHA-224', 'SHA224_WITH_DSA'),
  dsa('dsa-with-sha256', `${NIST}.2`, 'SHA-256', 'SHA256_WITH_DSA'),
  dsa('dsa-with-sha384', `${NIST}.3`, 'SHA-384', 'SHA384_WITH_DSA'),
  dsa('dsa-with-sha512', `${NIST}.4`, 'SHA-512', 'SHA512_WITH_DSA'),
  dsa('id-dsa-with-sha3-224', `${NIST}.5`, 'SHA3-224'),
  dsa('id-dsa-with-sha3-256', `${NIST}.6`, 'SHA3-256'),
  dsa('id-dsa-with-sha3-384', `${NIST}.7`, 'SHA3-384'),
  dsa('id-dsa-with-sha3-512', `${NIST}.8`, 'SHA3-512'),
  entry('id-Ed25519', ED25519_OID, eddsaScheme, 'ed25519', null, ['EDDSA']),
  entry('id-Ed448', ED448_OID, eddsaScheme, 'ed448', null, []),
];
