import type { ExtensionsJson, PresetName } from './profile-json/types.ts';

/** What a preset sets; every member of it gives way to the profile's. */
export type Preset = ExtensionsJson & Required<Pick<ExtensionsJson, 'basicConstraints' | 'keyUsage'>>;

/** What each kind sets, as it would stand in a profile. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  /** RFC 5280, 4.2.1.3, 4.2.1.9. No pathLen: its length binds all who rely on it, so it is to be chosen. */
  'root-ca': { basicConstraints: { ca: true }, keyUsage: ['keyCertSign', 'cRLSign'] },
  /** A CA below which there is no other. */
  'intermediate-ca': { basicConstraints: { ca: true, pathLen: 0 }, keyUsage: ['keyCertSign', 'cRLSign'] },
  /** RFC 8446, 4.4.2.2: every key signs in TLS 1.3. For RSA key exchange add keyEncipherment. */
  'tls-server': endEntity(['digitalSignature'], ['serverAuth']),
  'tls-client': endEntity(['digitalSignature'], ['clientAuth']),
  'code-signing': endEntity(['digitalSignature'], ['codeSigning']),
  /** RFC 9336; ETSI EN 319 412-2, 4.3.2: nonRepudiation alone, so that the key signs nothing but documents. */
  'document-signing': endEntity(['nonRepudiation'], ['documentSigning']),
  /** RFC 8550, 4.4.2. To be written to with RSA add keyEncipherment, on a curve keyAgreement. */
  's-mime': endEntity(['digitalSignature'], ['emailProtection']),
  /** RFC 3161, 2.3: this purpose alone, critical. */
  'time-stamping': { ...endEntity(['digitalSignature'], ['timeStamping']), critical: { extendedKeyUsage: true } },
  /** RFC 6960, 4.2.2.2 and 4.2.2.2.1: its own revocation is not asked for, so keep it short-lived. */
  'ocsp-responder': { ...endEntity(['digitalSignature'], ['OCSPSigning']), ocspNoCheck: true },
  /** Of indirect CRLs (RFC 5280, 5.2.5): no CA, and no purpose, since CRLs have none. */
  'crl-signer': { basicConstraints: { ca: false }, keyUsage: ['cRLSign'] },
};

export const presetNames: readonly PresetName[] = Object.keys(presets) as PresetName[];

function endEntity(keyUsage: NonNullable<Preset['keyUsage']>, extendedKeyUsage: readonly string[]): Preset {
  return { basicConstraints: { ca: false }, keyUsage, extendedKeyUsage };
}
