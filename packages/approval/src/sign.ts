import { type SignatureAlgorithm, type Signer, verifySignature } from '@quorate/crypto';
import type { Credential } from './credential.ts';
import { ApprovalError } from './error.ts';

/**
 * Has data signed, and checks what came back under the approver's key before it is let through. The signer is given a
 * copy: what it does to that changes nothing here.
 *
 * @throws ApprovalError `signature-invalid`
 */
export async function signChecked(
  data: Uint8Array,
  algorithm: SignatureAlgorithm,
  approver: Credential,
  signer: Signer,
): Promise<Uint8Array> {
  const signature = await signer.sign(data.slice(), algorithm);
  const verdict = verifySignature({ algorithm, key: approver.publicKey, data, signature });
  if (!verdict.valid) throw new ApprovalError('signature-invalid');
  return signature;
}
