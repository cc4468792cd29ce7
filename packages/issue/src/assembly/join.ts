import { verifySignature } from '@quorate/crypto';
import { bytesOf, encodeBitString, encodeSequence, readSequence, sameBytes, Tag } from '@quorate/der';
import { IssueError } from '../error.ts';
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

/**
 * Joins a part with its signature, after verifying it over the part's exact bytes. When it does not verify, the error says
 * which it was; see `diagnose.ts`.
 *
 * @returns SEQUENCE { part, AlgorithmIdentifier, BIT STRING }
 * @throws IssueError `algorithm-mismatch`, `key-mismatch`, `signature-encoding`, `signature-malformed`, `tbs-mismatch`,
 *   `signature-mismatch`
 * @throws TypeError for a form that is none, and text where octets were declared
 */
export function join(part: SignedPart, by: SignedBy, returned: ReturnedSignature): Uint8Array {
  const { algorithm, identifier, key, platform } = by;
  const declared = readDeclared(returned.signature, returned.form ?? 'der', key);
  const { signature } = declared;
  if (signature === null) throw diagnose({ part, by, declared, reason: 'signature-malformed' });
  const fast = platform === undefined ? {} : { platform };
  const verdict = verifySignature({ algorithm, key, data: part.bytes, signature }, fast);
  if (!verdict.valid) throw diagnose({ part, by, declared, reason: verdict.reason });
  const joined = encodeSequence(part.bytes, identifier, encodeBitString(signature));
  demandWhole(joined, [part.bytes, identifier, signature]);
  return joined;
}

/** Reads what was joined: it is the three parts, byte for byte, and nothing else. */
function demandWhole(joined: Uint8Array, parts: readonly [Uint8Array, Uint8Array, Uint8Array]): void {
  const read = readSequence(joined, (fields) => [
    bytesOf(fields.element(Tag.SEQUENCE)),
    bytesOf(fields.element(Tag.SEQUENCE)),
    fields.bitStringBytes(),
  ]);
  if (parts.every((part, i) => sameBytes(part, read[i] as Uint8Array))) return;
  throw new IssueError('encoding-fault', { path: 'signature', expected: 'the parts given' });
}
