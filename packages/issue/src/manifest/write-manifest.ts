import {
  CryptoError,
  digest,
  encodeSignatureAlgorithm,
  type SignatureAlgorithm,
  signatureAlgorithmOfDer,
} from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { writePolicyJson } from '@quorate/policy';
import { encodeBase64, encodeUtf8, type JsonValue } from '@quorate/syntax';
import type { CertificateProfile } from '../profile.ts';
import { writeProfile } from '../write-profile.ts';
import { canonicalJson } from './canonical-json.ts';
import { MANIFEST_FORMAT, MANIFEST_VERSION, type Manifest } from './manifest.ts';

/** A manifest as JSON text in its one form (RFC 8785); see `canonicalJson`. */
export function writeManifest(manifest: Manifest): string {
  return canonicalJson(manifestJson(manifest));
}

/** SHA-256 of that text, 64 lower-case hexadecimal digits. */
export function manifestSha256(manifest: Manifest): string {
  return hexOf(digest('SHA-256', encodeUtf8(writeManifest(manifest))));
}

/** A manifest as a JSON value; what is not known is left out. */
export function manifestJson(manifest: Manifest): { readonly [member: string]: JsonValue } {
  const { profile, issuer, publicKey, csr, randomBytes, policy } = manifest;
  return {
    format: MANIFEST_FORMAT,
    version: MANIFEST_VERSION,
    profile: writeProfile(profile, { algorithms: { signatureAlgorithms: unlistedAlgorithms(profile) } }),
    issuer: issuer === 'self' ? 'self' : encodeBase64(issuer),
    ...(publicKey === null ? {} : { publicKey: encodeBase64(publicKey) }),
    ...(csr === null ? {} : { csr: encodeBase64(csr) }),
    ...(randomBytes === null ? {} : { randomBytes: encodeBase64(randomBytes) }),
    ...(policy === undefined ? {} : { policy: policyValue(policy) }),
  };
}

/**
 * A profile's signature algorithm, if it is none that every reader knows: then it is written by its name, and whoever reads
 * must bring it. The text is the same whoever writes.
 */
export function unlistedAlgorithms({ signatureAlgorithm }: CertificateProfile): readonly SignatureAlgorithm[] {
  if (signatureAlgorithm.oid === null) return [];
  try {
    signatureAlgorithmOfDer(encodeSignatureAlgorithm(signatureAlgorithm));
    return [];
  } catch (cause) {
    if (cause instanceof CryptoError) return [signatureAlgorithm];
    throw cause;
  }
}

/** A policy as a JSON value. */
export function policyValue(policy: Manifest['policy'] & (object | null)): JsonValue {
  return writePolicyJson(policy) as JsonValue;
}
