import { Base64Error, decodeBase64, readShape, ShapeError } from '@quorate/syntax';
import type { GenericSchema, InferOutput } from 'valibot';
import { type Credential, certificateCredential, publicKeyCredential } from './credential.ts';
import { ApprovalError } from './error.ts';

/** The members by which an approver names itself in every body. */
export interface CredentialMembers {
  readonly approverPublicKey?: string | null | undefined;
  readonly approverCertificate?: string | null | undefined;
}

/** A body of this shape, faults told as {@link ApprovalError}. */
export function readBody<const S extends GenericSchema>(schema: S, body: unknown): InferOutput<S> {
  try {
    return readShape(schema, body);
  } catch (cause) {
    if (cause instanceof ShapeError) throw new ApprovalError('body-invalid', { path: cause.path, cause });
    throw cause;
  }
}

/** The bytes of a base64 member. */
export function readBytes(text: string, path: string): Uint8Array {
  try {
    return decodeBase64(text);
  } catch (cause) {
    if (!(cause instanceof Base64Error)) throw cause;
    throw new ApprovalError('body-invalid', { path, cause: new ShapeError(path, 'base64', 'other text') });
  }
}

/**
 * The approver that a body names, or `null` when it names none. A body that gives both forms is taken when both hold
 * one key; the broker would use the bare key (SKA.md 5.5).
 */
export function readCredential(body: CredentialMembers): Credential | null {
  const { approverPublicKey, approverCertificate } = body;
  const bare =
    typeof approverPublicKey === 'string'
      ? publicKeyCredential(readBytes(approverPublicKey, 'approverPublicKey'))
      : null;
  const certified =
    typeof approverCertificate === 'string'
      ? certificateCredential(readBytes(approverCertificate, 'approverCertificate'))
      : null;
  if (bare !== null && certified !== null && bare.identity !== certified.identity) {
    const cause = new ShapeError('approverCertificate', 'the key of `approverPublicKey`', 'another key');
    throw new ApprovalError('body-invalid', { path: 'approverCertificate', cause });
  }
  return bare ?? certified;
}

/** The members that name this approver. */
export function credentialMembers(
  credential: Credential,
  encode: (bytes: Uint8Array) => string,
): { approverPublicKey: string | null; approverCertificate: string | null } {
  const text = encode(credential.bytes);
  return credential.type === 'public_key'
    ? { approverPublicKey: text, approverCertificate: null }
    : { approverPublicKey: null, approverCertificate: text };
}
