import type { ApprovalToken } from '@quorate/approval';
import { TlvReader } from '@quorate/syntax';

/**
 * What a token is about, byte for byte: its payload, or the policy that a modify token would put in force; `null` when
 * it has neither. These are the bytes of the token as they stand, not written anew.
 *
 * @param token from `decodeToken`
 */
export function tokenContent(token: ApprovalToken): Uint8Array | null {
  if (token.operation !== 'modify') return token.payload;
  let content: Uint8Array | null = null;
  // The policy is the last element of a modify token (SKA.md 5.3).
  const reader = TlvReader.of(token.bytes);
  for (let type = reader.peek(); type !== null; type = reader.peek()) content = reader.value(type);
  return content;
}
