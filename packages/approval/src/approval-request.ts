import type { Signer } from '@quorate/crypto';
import { encodeBase64, ShapeError } from '@quorate/syntax';
import { nullish, strictObject, string } from 'valibot';
import { credentialMembers, readBody, readBytes, readCredential } from './body-shape.ts';
import { algorithmFor, type Credential } from './credential.ts';
import { decodeToken } from './decode-token.ts';
import { ApprovalError } from './error.ts';
import { signChecked } from './sign.ts';

/** The JSON body of `POST /v1/approval` (SKA.md 3.5), its members in the documented order. */
export interface ApprovalRequestBody {
  /** Of the task, not of the request. */
  readonly id: string;
  /** The token, base64. */
  readonly approvalToBeSigned: string;
  /** Base64; its form depends on the key (SKA.md 4.3). */
  readonly signature: string;
  /** For instance `SHA-256`, or `EdDSA`. */
  readonly approvalDigestAlgorithm: string;
  readonly approverPublicKey: string | null;
  readonly approverCertificate: string | null;
}

/** One approver's approval: a token, a signature, and who signed. */
export interface ApprovalRequest {
  readonly id: string;
  readonly token: Uint8Array;
  readonly signature: Uint8Array;
  readonly digestAlgorithm: string;
  readonly approver: Credential;
}

const shape = strictObject({
  id: string(),
  approvalToBeSigned: string(),
  signature: string(),
  approvalDigestAlgorithm: string(),
  approverPublicKey: nullish(string()),
  approverCertificate: nullish(string()),
});

/**
 * Reads the body of an approval request. No signature is checked.
 *
 * @param body parsed JSON
 * @throws ApprovalError `body-invalid`, `approver-invalid`
 */
export function readApprovalRequest(body: unknown): ApprovalRequest {
  const members = readBody(shape, body);
  const approver = readCredential(members);
  if (approver === null) {
    const path = 'approverPublicKey';
    const cause = new ShapeError(path, 'a public key here or a certificate in `approverCertificate`', 'neither');
    throw new ApprovalError('body-invalid', { path, cause });
  }
  return {
    id: members.id,
    token: readBytes(members.approvalToBeSigned, 'approvalToBeSigned'),
    signature: readBytes(members.signature, 'signature'),
    digestAlgorithm: members.approvalDigestAlgorithm,
    approver,
  };
}

/** What it takes to make an approval. */
export interface SignApprovalInput {
  /** Of the task that asked for it. */
  readonly id: string;
  /** The token as received: it is read before it is signed. */
  readonly token: Uint8Array;
  readonly approver: Credential;
  /** Default `SHA-256`, or `EdDSA` for Ed25519 and Ed448 keys. */
  readonly digestAlgorithm?: string;
  readonly signer: Signer;
}

/**
 * Makes the body of an approval request. The token must be well-formed, and the signature that comes back must verify
 * under the approver's key, or nothing is returned.
 *
 * @throws ApprovalError codes of {@link decodeToken}, `digest-invalid`, `signature-invalid`; what the signer throws
 */
export async function signApproval(input: SignApprovalInput): Promise<ApprovalRequestBody> {
  const { id, token, approver, signer } = input;
  decodeToken(token, { certificateElement: 'guessed' });
  const digestAlgorithm = input.digestAlgorithm ?? defaultDigest(approver);
  const algorithm = algorithmFor(digestAlgorithm, approver, 'approvalDigestAlgorithm');
  const signature = await signChecked(token, algorithm, approver, signer);
  return {
    id,
    approvalToBeSigned: encodeBase64(token),
    signature: encodeBase64(signature),
    approvalDigestAlgorithm: digestAlgorithm,
    ...credentialMembers(approver, encodeBase64),
  };
}

/** The digest name an approver's key goes with when none is asked for (SKA.md 4.3). */
export function defaultDigest(approver: Credential): string {
  const { type } = approver.publicKey;
  return type === 'ed25519' || type === 'ed448' ? 'EdDSA' : 'SHA-256';
}
