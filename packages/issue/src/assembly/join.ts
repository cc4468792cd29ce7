import { verifySignature } from '@quorate/crypto';
import { encodeBitString, encodeSequence } from '@quorate/der';
import { diagnose } from './diagnose.ts';
import { readDeclared, type SignatureForm } from './signature-form.ts';
import type { SignedBy, SignedPart } from './signed-part.ts';

/** What came back, in the form that whoever brings it declares. */
export interface ReturnedSignature {
  /** Octets; for a form of text also a string. */
  readonly signature: Uint8Array | string;
  /** Default `der`. */
  readonly form?: SignatureForm;
}

/** A signed object, and the signature as it stands in it. */
export interface Joined {
  /** SEQUENCE { part, AlgorithmIdentifier, BIT STRING }. */
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * Joins a part with its signature, after verifying it over the part's exact bytes. When it does not verify, the error says
 * which it was; see `diagnose.ts`.
 *
 * @throws IssueError `algorithm-mismatch`, `key-mismatch`, `signature-encoding`, `signature-malformed`, `tbs-mismatch`,
 *   `signature-mismatch`
 * @throws TypeError for a form that is none, and text where octets were declared
 */
export function join(part: SignedPart, by: SignedBy, returned: ReturnedSignature): Joined {
  const { algorithm, identifier, key } = by;
  const declared = readDeclared(returned.signature, returned.form ?? 'der', key);
  const { signature } = declared;
  if (signature === null) throw diagnose({ part, by, declared, reason: 'signature-malformed' });
  const verdict = verifySignature({ algorithm, key, data: part.bytes, signature });
  if (!verdict.valid) throw diagnose({ part, by, declared, reason: verdict.reason });
  return { bytes: encodeSequence(part.bytes, identifier, encodeBitString(signature)), signature };
}
