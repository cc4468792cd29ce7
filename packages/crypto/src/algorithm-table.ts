import { blsScheme } from './bls-scheme.ts';
import type { DigestName } from './digest.ts';
import { dsaScheme } from './dsa-scheme.ts';
import { ecdsaScheme } from './ecdsa-scheme.ts';
import { eddsaScheme } from './eddsa-scheme.ts';
import { ED448_OID, ED25519_OID } from './edwards-key.ts';
import type { PssParameters } from './pss-parameters.ts';
import type { KeyType } from './public-key.ts';
import { PSS_KEY_OID } from './rsa-key.ts';
import { rsaPkcs1Scheme } from './rsa-pkcs1-scheme.ts';
import { rsaPssScheme } from './rsa-pss-scheme.ts';
import type { SignatureAlgorithm, SignatureScheme } from './scheme.ts';

interface Row {
  readonly name: string;
  readonly oid: string;
  readonly digest: DigestName;
  readonly rest: readonly string[];
}

function rsaPkcs1(row: Row): SignatureAlgorithm {
  return entry(row, 'null', rsaPkcs1Scheme, 'rsa', null);
}

function ecdsa(row: Row): SignatureAlgorithm {
  return entry(row, 'absent', ecdsaScheme, 'ec', null);
}

function dsa(row: Row): SignatureAlgorithm {
  return entry(row, 'absent', dsaScheme, 'dsa', null);
}

function entry(
  { name, oid, digest, rest }: Row,
  parameters: SignatureAlgorithm['parameters'],
  scheme: SignatureScheme,
  keyType: KeyType,
  pss: PssParameters | null,
): SignatureAlgorithm {
  const weak = digest === 'SHA-1';
  return { name, restNames: rest, oid, parameters, scheme, keyTypes: [keyType], digest, pss, weak };
}

/** An entry for RSASSA-PSS with any parameters; those that have a REST name stand in the table already. */
export function pssAlgorithm(pss: PssParameters, rest: readonly string[] = []): SignatureAlgorithm {
  const { digest, mgfDigest, saltLength } = pss;
  const name = `id-RSASSA-PSS (${digest}, MGF1 with ${mgfDigest}, salt ${saltLength})`;
  return entry({ name, oid: PSS_KEY_OID, digest, rest }, 'pss', rsaPssScheme, 'rsa', pss);
}

/** The REST interface states no PSS parameters: as in the JCA, MGF1 uses the same digest, the salt has its length. */
function restPss(digest: DigestName, saltLength: number, rest: string): SignatureAlgorithm {
  return pssAlgorithm({ digest, mgfDigest: digest, saltLength }, [rest]);
}

function edwards(name: string, oid: string, keyType: KeyType, restNames: readonly string[]): SignatureAlgorithm {
  const base = { name, restNames, oid, scheme: eddsaScheme, keyTypes: [keyType] };
  return { ...base, parameters: 'absent', digest: null, pss: null, weak: false };
}

const bls: SignatureAlgorithm = {
  name: 'BLS',
  restNames: ['BLS'],
  oid: null,
  parameters: 'absent',
  scheme: blsScheme,
  keyTypes: ['bls12-381'],
  digest: null,
  pss: null,
  weak: false,
};

const PKCS1 = '1.2.840.113549.1.1';
const X962 = '1.2.840.10045.4';
/** NIST's signature algorithm arc. */
const NIST = '2.16.840.1.101.3.4.3';

/**
 * The table. Identifiers: RFC 8017, appendix C (RSA); RFC 5758, 3.2, and RFC 3279, 2.2.3 (ECDSA); RFC 3279, 2.2.2, and
 * RFC 5758, 3.1 (DSA); RFC 8410, 3 (EdDSA); NIST's arc for SHA-3.
 */
export const signatureAlgorithms: readonly SignatureAlgorithm[] = [
  rsaPkcs1({ name: 'sha1WithRSAEncryption', oid: `${PKCS1}.5`, digest: 'SHA-1', rest: ['SHA1_WITH_RSA'] }),
  rsaPkcs1({ name: 'sha224WithRSAEncryption', oid: `${PKCS1}.14`, digest: 'SHA-224', rest: ['SHA224_WITH_RSA'] }),
  rsaPkcs1({ name: 'sha256WithRSAEncryption', oid: `${PKCS1}.11`, digest: 'SHA-256', rest: ['SHA256_WITH_RSA'] }),
  rsaPkcs1({ name: 'sha384WithRSAEncryption', oid: `${PKCS1}.12`, digest: 'SHA-384', rest: ['SHA384_WITH_RSA'] }),
  rsaPkcs1({ name: 'sha512WithRSAEncryption', oid: `${PKCS1}.13`, digest: 'SHA-512', rest: ['SHA512_WITH_RSA'] }),
  rsaPkcs1({ name: 'sha512-224WithRSAEncryption', oid: `${PKCS1}.15`, digest: 'SHA-512/224', rest: [] }),
  rsaPkcs1({ name: 'sha512-256WithRSAEncryption', oid: `${PKCS1}.16`, digest: 'SHA-512/256', rest: [] }),
  rsaPkcs1({ name: 'id-rsassa-pkcs1-v1-5-with-sha3-224', oid: `${NIST}.13`, digest: 'SHA3-224', rest: [] }),
  rsaPkcs1({ name: 'id-rsassa-pkcs1-v1-5-with-sha3-256', oid: `${NIST}.14`, digest: 'SHA3-256', rest: [] }),
  rsaPkcs1({ name: 'id-rsassa-pkcs1-v1-5-with-sha3-384', oid: `${NIST}.15`, digest: 'SHA3-384', rest: [] }),
  rsaPkcs1({ name: 'id-rsassa-pkcs1-v1-5-with-sha3-512', oid: `${NIST}.16`, digest: 'SHA3-512', rest: [] }),
  restPss('SHA-1', 20, 'SHA1_WITH_RSA_PSS'),
  restPss('SHA-224', 28, 'SHA224_WITH_RSA_PSS'),
  restPss('SHA-256', 32, 'SHA256_WITH_RSA_PSS'),
  restPss('SHA-384', 48, 'SHA384_WITH_RSA_PSS'),
  restPss('SHA-512', 64, 'SHA512_WITH_RSA_PSS'),
  ecdsa({ name: 'ecdsa-with-SHA1', oid: `${X962}.1`, digest: 'SHA-1', rest: ['SHA1_WITH_ECDSA'] }),
  ecdsa({ name: 'ecdsa-with-SHA224', oid: `${X962}.3.1`, digest: 'SHA-224', rest: ['SHA224_WITH_ECDSA'] }),
  ecdsa({
    name: 'ecdsa-with-SHA256',
    oid: `${X962}.3.2`,
    digest: 'SHA-256',
    rest: ['SHA256_WITH_ECDSA', 'SHA256_WITH_ECDSA_DETERMINISTIC'],
  }),
  ecdsa({ name: 'ecdsa-with-SHA384', oid: `${X962}.3.3`, digest: 'SHA-384', rest: ['SHA384_WITH_ECDSA'] }),
  ecdsa({ name: 'ecdsa-with-SHA512', oid: `${X962}.3.4`, digest: 'SHA-512', rest: ['SHA512_WITH_ECDSA'] }),
  ecdsa({ name: 'id-ecdsa-with-sha3-224', oid: `${NIST}.9`, digest: 'SHA3-224', rest: ['SHA3224_WITH_ECDSA'] }),
  ecdsa({ name: 'id-ecdsa-with-sha3-256', oid: `${NIST}.10`, digest: 'SHA3-256', rest: ['SHA3256_WITH_ECDSA'] }),
  ecdsa({ name: 'id-ecdsa-with-sha3-384', oid: `${NIST}.11`, digest: 'SHA3-384', rest: ['SHA3384_WITH_ECDSA'] }),
  ecdsa({ name: 'id-ecdsa-with-sha3-512', oid: `${NIST}.12`, digest: 'SHA3-512', rest: ['SHA3512_WITH_ECDSA'] }),
  dsa({ name: 'dsa-with-sha1', oid: '1.2.840.10040.4.3', digest: 'SHA-1', rest: ['SHA1_WITH_DSA'] }),
  dsa({ name: 'dsa-with-sha224', oid: `${NIST}.1`, digest: 'SHA-224', rest: ['SHA224_WITH_DSA'] }),
  dsa({ name: 'dsa-with-sha256', oid: `${NIST}.2`, digest: 'SHA-256', rest: ['SHA256_WITH_DSA'] }),
  dsa({ name: 'dsa-with-sha384', oid: `${NIST}.3`, digest: 'SHA-384', rest: ['SHA384_WITH_DSA'] }),
  dsa({ name: 'dsa-with-sha512', oid: `${NIST}.4`, digest: 'SHA-512', rest: ['SHA512_WITH_DSA'] }),
  dsa({ name: 'id-dsa-with-sha3-224', oid: `${NIST}.5`, digest: 'SHA3-224', rest: [] }),
  dsa({ name: 'id-dsa-with-sha3-256', oid: `${NIST}.6`, digest: 'SHA3-256', rest: [] }),
  dsa({ name: 'id-dsa-with-sha3-384', oid: `${NIST}.7`, digest: 'SHA3-384', rest: [] }),
  dsa({ name: 'id-dsa-with-sha3-512', oid: `${NIST}.8`, digest: 'SHA3-512', rest: [] }),
  edwards('id-Ed25519', ED25519_OID, 'ed25519', ['EDDSA']),
  edwards('id-Ed448', ED448_OID, 'ed448', []),
  bls,
];
