import type { WithAlgorithms } from './algorithm-support.ts';
import { signatureAlgorithms } from './algorithm-table.ts';
import { CryptoError } from './error.ts';
import type { PublicKey } from './public-key.ts';
import type { SignatureAlgorithm } from './scheme.ts';

const byRestName: ReadonlyMap<string, SignatureAlgorithm> = new Map(
  signatureAlgorithms.flatMap((algorithm) => algorithm.restNames.map((name) => [name, algorithm] as const)),
);

/** One curve and no other: without the REST name, which leaves the curve open. */
const byCurve: ReadonlyMap<string, SignatureAlgorithm> = new Map(
  signatureAlgorithms
    .filter(({ scheme }) => scheme.name === 'EdDSA')
    .map((algorithm): [string, SignatureAlgorithm] => [algorithm.name, { ...algorithm, restNames: [] }])
    .flatMap(([name, algorithm]) => [[name, algorithm] as const, [name.replace('id-', ''), algorithm] as const]),
);

/**
 * The algorithm with a name of the REST interface (SKA.md 3.8), for instance `SHA256_WITH_RSA`, `EDDSA` or `BLS`;
 * `EdDSA` is taken too, as its samples write it. Only those that are a function of the data: `NONE_…`, `NONESHA…`,
 * `DOUBLE_SHA256_…`, `KECCAK…` and the rest of the list are refused.
 *
 * `EDDSA` leaves the curve to the key; here, without one, it is Ed25519, the only such curve that the interface lists.
 * `Ed25519` and `Ed448`, and `id-Ed25519` and `id-Ed448` (RFC 8410, 3), are no REST names: they mean that curve alone,
 * and what they give has no `restNames`.
 *
 * @param options `algorithms`: more of them, by the name of their identifier, with `id-` or without: `ML-DSA-65`
 * @throws CryptoError `algorithm-unsupported`
 */
export function signatureAlgorithmByName(name: string, { algorithms }: WithAlgorithms = {}): SignatureAlgorithm {
  const algorithm =
    byRestName.get(name === 'EdDSA' ? 'EDDSA' : name) ??
    byCurve.get(name) ??
    algorithms?.signatureAlgorithms.find((entry) => entry.name === name || entry.name === `id-${name.toLowerCase()}`);
  if (algorithm === undefined) throw new CryptoError('algorithm-unsupported', { subject: name });
  return algorithm;
}

/**
 * The digest names that approvals may carry (SKA.md 3.8). The samples have `EdDSA` for keys whose scheme takes the data
 * themselves; `EDDSA` and `BLS` are the REST names of the same schemes.
 */
const APPROVAL_DIGESTS: readonly string[] = [
  'SHA-224',
  'SHA-256',
  'SHA-384',
  'SHA-512',
  'SHA3-224',
  'SHA3-256',
  'SHA3-384',
  'SHA3-512',
];
const UNDIGESTED: Readonly<Partial<Record<PublicKey['type'], readonly string[]>>> = {
  ed25519: ['EdDSA', 'EDDSA'],
  ed448: ['EdDSA', 'EDDSA'],
  'bls12-381': ['BLS'],
};

/**
 * The algorithm of an approval or of a timestamp proof, which state only a digest: the key decides the rest (SKA.md
 * 4.3). RSA means PKCS#1 v1.5 (PSS cannot be expressed), EC means ECDSA, DSA means DSA; Ed25519 and Ed448 keys go with
 * `EdDSA`, BLS keys with `BLS`, and with no digest name.
 *
 * @throws CryptoError `algorithm-unsupported` for a name that is not in the list or does not go with the key
 */
export function approvalAlgorithm(digestName: string, key: PublicKey): SignatureAlgorithm {
  const undigested = UNDIGESTED[key.type];
  const algorithm = signatureAlgorithms.find(
    (entry) =>
      entry.keyTypes.includes(key.type) &&
      entry.pss === null &&
      (undigested === undefined
        ? entry.digest === digestName && APPROVAL_DIGESTS.includes(digestName)
        : undigested.includes(digestName)),
  );
  if (algorithm === undefined) throw new CryptoError('algorithm-unsupported', { subject: digestName });
  return algorithm;
}
