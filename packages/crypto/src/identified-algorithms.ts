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

/** An entry for RSASSA-PSS with any parameters; those that have a REST name stand in the table already. */
export function pssAlgorithm(pss: PssParameters, rest: readonly string[] = []): SignatureAlgorithm {
  const { digest, mgfDigest, saltLength } = pss;
  const name = `id-RSASSA-PSS (${digest}, MGF1 with ${mgfDigest}, salt ${saltLength})`;
  return entry(name, PSS_KEY_OID, rsaPssScheme, 'rsa', digest, rest, 'pss', pss);
}

/** The REST interface states no PSS parameters: as in the JCA, MGF1 uses the same digest, the salt has its length. */
function restPss(digest: DigestName, saltLength: number): SignatureAlgorithm {
  return pssAlgorithm({ digest, mgfDigest: digest, saltLength }, [`${plain(digest)}_WITH_RSA_PSS`]);
}

/** A digest as REST names have it: SHA256, SHA3256. */
function plain(digest: DigestName): string {
  return digest.replace('-', '');
}

/** PKCS #1's own names (RFC 8017, A.2.4). The truncated SHA-512s have no REST names. */
function pkcs1(digest: DigestName, arc: number): SignatureAlgorithm {
  const text = plain(digest);
  const name = `${text.toLowerCase().replace('/', '-')}WithRSAEncryption`;
  const rest = digest.includes('/') ? [] : [`${text}_WITH_RSA`];
  return entry(name, `1.2.840.113549.1.1.${arc}`, rsaPkcs1Scheme, 'rsa', digest, rest, 'null');
}

function ecdsa(digest: DigestName, index: number): SignatureAlgorithm {
  const text = plain(digest);
  const rest = [`${text}_WITH_ECDSA`, ...(digest === 'SHA-256' ? [`${text}_WITH_ECDSA_DETERMINISTIC`] : [])];
  const oid = `1.2.840.10045.4.${index === 0 ? 1 : `3.${index}`}`;
  return entry(`ecdsa-with-${text}`, oid, ecdsaScheme, 'ec', digest, rest);
}

function dsa(digest: DigestName, index: number): SignatureAlgorithm {
  const text = plain(digest);
  const oid = index === 0 ? '1.2.840.10040.4.3' : `${NIST}.${index}`;
  return entry(`dsa-with-${text.toLowerCase()}`, oid, dsaScheme, 'dsa', digest, [`${text}_WITH_DSA`]);
}

/** NIST's signature algorithm arc. */
const NIST = '2.16.840.1.101.3.4.3';
const SHA: readonly DigestName[] = ['SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'];
const SHA3: readonly DigestName[] = ['SHA3-224', 'SHA3-256', 'SHA3-384', 'SHA3-512'];

/** `id-…-with-sha3-…`, four in a row from this place of NIST's arc. */
function withSha3(
  what: string,
  arc: number,
  scheme: SignatureScheme,
  keyType: KeyType,
  parameters?: SignatureAlgorithm['parameters'],
): SignatureAlgorithm[] {
  return SHA3.map((digest, index) => {
    const rest = keyType === 'ec' ? [`${plain(digest)}_WITH_ECDSA`] : [];
    const name = `id-${what}-with-${digest.toLowerCase()}`;
    return entry(name, `${NIST}.${arc + index}`, scheme, keyType, digest, rest, parameters);
  });
}

/**
 * The algorithms that an AlgorithmIdentifier can name. Identifiers: RFC 8017, appendix C (RSA); RFC 5758, 3.2, and RFC
 * 3279, 2.2.3 (ECDSA); RFC 3279, 2.2.2, and RFC 5758, 3.1 (DSA); RFC 8410, 3 (EdDSA); NIST's arc for SHA-3.
 */
export const identifiedAlgorithms: readonly SignatureAlgorithm[] = [
  pkcs1('SHA-1', 5),
  pkcs1('SHA-224', 14),
  pkcs1('SHA-256', 11),
  pkcs1('SHA-384', 12),
  pkcs1('SHA-512', 13),
  pkcs1('SHA-512/224', 15),
  pkcs1('SHA-512/256', 16),
  ...withSha3('rsassa-pkcs1-v1-5', 13, rsaPkcs1Scheme, 'rsa', 'null'),
  restPss('SHA-1', 20),
  restPss('SHA-224', 28),
  restPss('SHA-256', 32),
  restPss('SHA-384', 48),
  restPss('SHA-512', 64),
  ...SHA.map(ecdsa),
  ...withSha3('ecdsa', 9, ecdsaScheme, 'ec'),
  ...SHA.map(dsa),
  ...withSha3('dsa', 5, dsaScheme, 'dsa'),
  entry('id-Ed25519', ED25519_OID, eddsaScheme, 'ed25519', null, ['EDDSA']),
  entry('id-Ed448', ED448_OID, eddsaScheme, 'ed448', null, []),
];
