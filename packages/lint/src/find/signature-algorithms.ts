import { type SignatureAlgorithm, signatureAlgorithmOfDer, signatureAlgorithms } from '@quorate/crypto';
import type { LintCertificate } from '../object/lint-certificate.ts';
import type { LintRequest } from '../object/lint-request.ts';
import type { RawAlgorithm } from '../object/raw-algorithm.ts';
import { remembered } from '../object/remembered.ts';
import type { RuleFinding } from '../rule.ts';

/** id-RSASSA-PSS (RFC 4055, 3.1). */
export const RSASSA_PSS = '1.2.840.113549.1.1.10';

/** Identifiers of signatures that the crypto room has no use for, with the hash in each. */
const OTHER_HASHES: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.2', 'MD2'],
  ['1.2.840.113549.1.1.3', 'MD4'],
  ['1.2.840.113549.1.1.4', 'MD5'],
  ['1.3.14.3.2.3', 'MD5'],
  ['1.3.14.3.2.27', 'SHA-1'],
  ['1.3.14.3.2.29', 'SHA-1'],
]);

/** RSA with PKCS #1 v1.5 padding, of the hashes that the crypto room does not have. */
const OTHER_RSA: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.3',
  '1.2.840.113549.1.1.4',
]);

/** The first of each OID. */
const BY_OID: ReadonlyMap<string | null, SignatureAlgorithm> = new Map(
  signatureAlgorithms.map((one) => [one.oid, one] as const).reverse(),
);

/** A signature algorithm identifier of an object and the field that holds it. */
export interface PlacedAlgorithm {
  readonly where: 'signature' | 'signatureAlgorithm';
  readonly algorithm: RawAlgorithm;
}

/** The identifier inside the TBSCertificate, if there is one, and the one behind it, if there is one. */
export const placedAlgorithms: (object: LintCertificate | LintRequest) => readonly PlacedAlgorithm[] = remembered(
  (object) => {
    const outer = object.signatureAlgorithm;
    return [
      ...(object.kind === 'csr' ? [] : [{ where: 'signature', algorithm: object.signature } as const]),
      ...(outer === null ? [] : [{ where: 'signatureAlgorithm', algorithm: outer } as const]),
    ];
  },
);

/** What an identifier stands for, by its OID alone; `null` for unknown ones and for PSS, which its parameters define. */
export function algorithmByOid(oid: string): SignatureAlgorithm | null {
  return oid === RSASSA_PSS ? null : (BY_OID.get(oid) ?? null);
}

/** Whether an identifier stands for RSA with PKCS #1 v1.5 padding, whose parameters are NULL. */
export function isRsaPkcs1(oid: string): boolean {
  return OTHER_RSA.has(oid) || algorithmByOid(oid)?.parameters === 'null';
}

/**
 * The name of the hash that an identifier stands for; `null` when it is unknown, or has none, as EdDSA.
 *
 * @throws CryptoError when the parameters of PSS cannot be read
 */
export const hashOf: (algorithm: RawAlgorithm) => string | null = remembered(({ oid, bytes }) => {
  if (oid === RSASSA_PSS) return signatureAlgorithmOfDer(bytes).digest;
  return OTHER_HASHES.get(oid) ?? algorithmByOid(oid)?.digest ?? null;
});

/** One finding for each identifier, of those that `concerns` is true of, whose parameters are not left out. */
export function findParameters(
  object: LintCertificate | LintRequest,
  concerns: (oid: string) => boolean,
): readonly RuleFinding[] {
  return placedAlgorithms(object).flatMap(({ where, algorithm }) => {
    if (!concerns(algorithm.oid) || algorithm.parameters === null) return [];
    const message = `the parameters of \`${algorithm.oid}\` are not left out`;
    return [{ message, where, at: algorithm.parameters, expected: 'no parameters' }];
  });
}
