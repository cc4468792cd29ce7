/** NIST's signature algorithm arc: one identifier for keys and signatures of a parameter set (RFC 9881, 2; RFC 9909, 3). */
const ARC = '2.16.840.1.101.3.4.3';

/** Sizes of the encoded keys of ML-DSA, in octets, by algorithm identifier (RFC 9881, 4). */
export const mlDsaKeySizes: ReadonlyMap<string, number> = new Map([
  [`${ARC}.17`, 1312],
  [`${ARC}.18`, 1952],
  [`${ARC}.19`, 2592],
]);

/** Sizes of the encoded keys of SLH-DSA, in octets, by algorithm identifier (FIPS 205, table 2): SHA2, then SHAKE. */
export const slhDsaKeySizes: ReadonlyMap<string, number> = new Map(
  [32, 32, 48, 48, 64, 64, 32, 32, 48, 48, 64, 64].map((size, i) => [`${ARC}.${20 + i}`, size] as const),
);

/** Octets that a key of this algorithm identifier has; `null` for all but ML-DSA and SLH-DSA. */
export function postQuantumKeySize(oid: string): number | null {
  return mlDsaKeySizes.get(oid) ?? slhDsaKeySizes.get(oid) ?? null;
}

/** Whether an identifier stands for ML-DSA or SLH-DSA, both of the pure kind. */
export function isPostQuantum(oid: string): boolean {
  return postQuantumKeySize(oid) !== null;
}
