import { CryptoError, keyFingerprint, keyIdentity, parsePublicKey } from '@quorate/crypto';
import { parseCertificate, X509Error } from '@quorate/x509';
import { PolicyError } from './error.ts';
import type { CertificateApprover, PublicKeyApprover } from './policy.ts';

/** Keys that are well-formed as far as can be told, and of a kind or size that is not used for verifying here. */
const NOT_USED_HERE: ReadonlySet<string> = new Set([
  'key-unsupported',
  'key-too-weak',
  'key-too-large',
  'algorithm-unsupported',
]);

/**
 * The name under which an approver is counted: one and the same for a key bare, in a certificate, with its point
 * compressed or not. For a key of a kind or size that is not supported it is taken over the bytes as they stand.
 *
 * @param publicKey SubjectPublicKeyInfo
 * @param path where the key stands, for the error
 * @returns 64 lower-case hexadecimal digits
 * @throws PolicyError `key-invalid` when the key is malformed or cannot be one
 */
export function approvalIdentity(publicKey: Uint8Array, path = 'publicKey'): string {
  try {
    return keyIdentity(parsePublicKey(publicKey));
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    if (NOT_USED_HERE.has(cause.code)) return keyFingerprint(publicKey);
    throw new PolicyError('key-invalid', { path, cause });
  }
}

/** Makes approvers from bytes; within one reader the same bytes are looked at once. */
export class ApproverReader {
  readonly #keys = new Map<string, PublicKeyApprover>();
  readonly #certificates = new Map<string, CertificateApprover>();

  /** @throws PolicyError `key-invalid` */
  publicKey(publicKey: Uint8Array, name: string | null, path: string): PublicKeyApprover {
    const id = keyFingerprint(publicKey);
    const known = this.#keys.get(id);
    const approver: PublicKeyApprover = {
      type: 'public_key',
      name,
      publicKey,
      identity: known === undefined ? approvalIdentity(publicKey, path) : known.identity,
    };
    if (known === undefined) this.#keys.set(id, approver);
    return approver;
  }

  /** @throws PolicyError `certificate-invalid`, `key-invalid` */
  certificate(certificate: Uint8Array, name: string | null, path: string): CertificateApprover {
    const id = keyFingerprint(certificate);
    const known = this.#certificates.get(id);
    if (known !== undefined) return { ...known, name };
    const publicKey = keyInside(certificate, path);
    const identity = approvalIdentity(publicKey, path);
    const approver: CertificateApprover = { type: 'certificate', name, certificate, publicKey, identity };
    this.#certificates.set(id, approver);
    return approver;
  }
}

function keyInside(certificate: Uint8Array, path: string): Uint8Array {
  try {
    return parseCertificate(certificate).publicKey;
  } catch (cause) {
    if (cause instanceof X509Error) throw new PolicyError('certificate-invalid', { path, cause });
    throw cause;
  }
}
