import { sameBytes } from '@quorate/der';

/** SEQUENCE with the object identifier 1.2.840.113549.1.1.N alone, but for N. */
const PKCS1_WITHOUT_PARAMETERS: Uint8Array = Uint8Array.of(
  0x30,
  0x0b,
  0x06,
  0x09,
  0x2a,
  0x86,
  0x48,
  0x86,
  0xf7,
  0x0d,
  0x01,
  0x01,
);
/** sha1, sha256, sha384, sha512 and sha224WithRSAEncryption. */
const WITH_RSA_ENCRYPTION: readonly number[] = [5, 11, 12, 13, 14];

/**
 * The AlgorithmIdentifier of a CRL or an OCSP response as the crypto room takes it: RSA PKCS#1 v1.5 without parameters,
 * which issuers must not write and readers must accept (RFC 4055, 5), is given its NULL. Everything else stays as it is.
 * The identifier outside of what is signed says the same with it as without.
 */
export function acceptedAlgorithm(identifier: Uint8Array): Uint8Array {
  const last = identifier.length - 1;
  const bare = sameBytes(identifier.subarray(0, last), PKCS1_WITHOUT_PARAMETERS);
  if (!bare || !WITH_RSA_ENCRYPTION.includes(identifier[last] as number)) return identifier;
  const complete = Uint8Array.of(...identifier, 0x05, 0x00);
  complete[1] = complete.length - 2;
  return complete;
}
