import type { JsonValue } from '@quorate/syntax';

/** REST bodies by the members that give them away (SKA.md 3), first match first. */
const DOCUMENTS: readonly (readonly [member: string, words: string])[] = [
  ['tasks', 'the answer to a request for approval tasks'],
  ['approvalToBeSigned', 'the body of an approval request (POST /v1/approval)'],
  ['timestampSignature', 'a request for approval tasks (POST /v1/filtered…ApprovalTask)'],
  ['modifyRequest', 'a request to modify a policy (POST /v1/modify)'],
  ['signRequest', 'a request to sign (POST /v1/sign)'],
  ['blockRequest', 'a request to block a key (POST /v1/block)'],
  ['unblockRequest', 'a request to unblock a key (POST /v1/unblock)'],
  ['decryptRequest', 'a request to decrypt (POST /v1/decrypt)'],
  ['unwrapKeyRequest', 'a request to unwrap a key (POST /v1/unwrap)'],
  ['selfSignCertificateRequest', 'a request for a self-signed certificate (POST /v1/certificate/selfsign)'],
  ['csrSignRequest', 'a request for a CSR (POST /v1/certificate/request)'],
  ['signCertificateRequest', 'a request to sign a certificate (POST /v1/certificate/sign)'],
  ['xmlSignature', 'signed key attributes (the answer of POST /v1/key)'],
  ['notYetApprovedBy', 'the status of a request (GET /v1/request/{id})'],
  ['signRequestId', 'the answer to a request'],
  ['modifyKeyRequestId', 'the answer to a request'],
  ['policy', 'a request that carries a policy'],
  ['attributes', 'a request to create a key (POST /v1/key)'],
  ['ruleUse', 'a policy'],
  ['errorCode', 'an error answer'],
];

/** What a JSON document is, in words; `null` when nothing gives it away. */
export function documentInWords(value: JsonValue): string | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  return DOCUMENTS.find(([member]) => member in value)?.[1] ?? null;
}
