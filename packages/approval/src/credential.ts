import {
  approvalAlgorithm,
  CryptoError,
  keyIdentity,
  type PublicKey,
  parsePublicKey,
  type SignatureAlgorithm,
} from '@quorate/crypto';
import { type Certificate, commonNameOf, parseCertificate, X509Error } from '@quorate/x509';
import { ApprovalError } from './error.ts';

/** By what an approver is known to the HSM: a bare public key, or a certificate (SKA.md 2.2). */
export interface Credential {
  readonly type: 'public_key' | 'certificate';
  /** SubjectPublicKeyInfo or certificate, DER, as the approver sends it. */
  readonly bytes: Uint8Array;
  readonly publicKey: PublicKey;
  /** See `keyIdentity` of the crypto room: one for all spellings of the key. */
  readonly identity: string;
  /** The certificate, read, of a `certificate`. */
  readonly certificate: Certificate | null;
  /** The certificate's common name, if it has one. */
  readonly commonName: string | null;
}

/**
 * The credential of a bare public key.
 *
 * @param spki SubjectPublicKeyInfo, DER
 * @param path where it stands, for the error
 * @throws ApprovalError `approver-invalid`
 */
export function publicKeyCredential(spki: Uint8Array, path = 'approverPublicKey'): Credential {
  const publicKey = readKey(spki, path);
  return {
    type: 'public_key',
    bytes: spki,
    publicKey,
    identity: keyIdentity(publicKey),
    certificate: null,
    commonName: null,
  };
}

/**
 * The credential of a certificate. Only the key and the name are taken from it: whether the certificate is valid is
 * not decided here.
 *
 * @param der the certificate
 * @param path where it stands, for the error
 * @throws ApprovalError `approver-invalid`
 */
export function certificateCredential(der: Uint8Array, path = 'approverCertificate'): Credential {
  try {
    const certificate = parseCertificate(der);
    const publicKey = readKey(certificate.publicKey, path);
    const commonName = commonNameOf(certificate.subject);
    return { type: 'certificate', bytes: der, publicKey, identity: keyIdentity(publicKey), certificate, commonName };
  } catch (cause) {
    if (cause instanceof X509Error) throw new ApprovalError('approver-invalid', { path, cause });
    throw cause;
  }
}

function readKey(spki: Uint8Array, path: string): PublicKey {
  try {
    return parsePublicKey(spki);
  } catch (cause) {
    if (cause instanceof CryptoError) throw new ApprovalError('approver-invalid', { path, cause });
    throw cause;
  }
}

/**
 * The algorithm that a digest name means with an approver's key (SKA.md 4.3).
 *
 * @throws ApprovalError `digest-invalid`
 */
export function algorithmFor(digestName: string, credential: Credential, path: string): SignatureAlgorithm {
  try {
    return approvalAlgorithm(digestName, credential.publicKey);
  } catch (cause) {
    if (cause instanceof CryptoError) throw new ApprovalError('digest-invalid', { path, cause });
    throw cause;
  }
}
