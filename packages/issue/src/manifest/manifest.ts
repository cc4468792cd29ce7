import type { Policy } from '@quorate/policy';
import type { CertificateProfile } from '../profile.ts';

/**
 * Every input of a TBSCertificate, so that anybody makes the same bytes alone: what `buildTbs` is given, with the profile
 * resolved. docs/pending-issuance.md describes its JSON.
 */
export interface Manifest {
  readonly profile: CertificateProfile;
  /** The issuer's certificate, DER; `'self'`: a self-signed certificate. */
  readonly issuer: Uint8Array | 'self';
  /** SubjectPublicKeyInfo; `null` when the request alone names the key. */
  readonly publicKey: Uint8Array | null;
  /** The certification request, DER. */
  readonly csr: Uint8Array | null;
  /** Of which the serial number is made. */
  readonly randomBytes: Uint8Array | null;
  /** Of the subject's key: `null` for an ordinary key, `undefined` when it is not known. It decides no byte. */
  readonly policy: Policy | null | undefined;
}

export const MANIFEST_FORMAT = 'quorate-manifest';
export const MANIFEST_VERSION = 1;

/** The JSON of a manifest. */
export interface ManifestJson {
  readonly format: typeof MANIFEST_FORMAT;
  readonly version: typeof MANIFEST_VERSION;
  readonly profile: object;
  readonly issuer: string;
  readonly publicKey?: string;
  readonly csr?: string;
  readonly randomBytes?: string;
  readonly policy?: object | null;
}
