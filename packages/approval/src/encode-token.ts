import { type PolicyTlvOptions, writePolicyTlv } from '@quorate/policy';
import { encodeTlv, encodeTlvLevel, encodeTlvU32, encodeTlvU64, encodeUtf8, TLV_MAX_VALUE } from '@quorate/syntax';
import { LATEST_TIME, TOKEN_MAX_BYTES } from './decode-token.ts';
import { ApprovalError } from './error.ts';
import { OPERATION_CODES } from './operation.ts';
import { type ApprovalToken, Element, type Timestamp } from './token.ts';

/** What a token says, without the bytes that say it. */
export type TokenFields = Omit<ApprovalToken, 'bytes' | 'timestamp'> & {
  readonly timestamp: Pick<Timestamp, 'time' | 'keyLabel' | 'signatureElement'> | null;
};

/**
 * The bytes of an approval token (SKA.md 5.3). A token that was read is written to the bytes it was read from.
 *
 * The signature element is written as it is given: only reading checks it.
 *
 * @throws ApprovalError `input-too-large` when a value or the whole is beyond the format; what the policy's writer throws
 * @throws TypeError when payload and policy do not go with the operation, when a label has an unpaired surrogate, when
 *   the time is not a whole number of seconds from 1970 to the year 9999
 */
export function encodeToken(fields: TokenFields, options: PolicyTlvOptions = {}): Uint8Array {
  const content = encodeContent(fields, options);
  const elements = [encodeTlvU32(Element.OPERATION, OPERATION_CODES[fields.operation]), encodeLabel(fields.keyLabel)];
  if (fields.timestamp !== null) {
    elements.push(encodeTlv(Element.TIMESTAMP, encodeTimestamp(fields.timestamp, content)));
    elements.push(encodeTlv(Element.SIGNATURE, bounded(fields.timestamp.signatureElement)));
  }
  const token = encodeTlvLevel(...elements, ...content);
  if (token.length > TOKEN_MAX_BYTES) throw new ApprovalError('input-too-large', { limit: TOKEN_MAX_BYTES });
  return token;
}

/**
 * The bytes that an HSM signs when it timestamps this content: the value of element 0x1054 (SKA.md 4.5).
 *
 * @throws as {@link encodeToken}
 */
export function timestampBytes(
  fields: Pick<TokenFields, 'operation' | 'payload' | 'policy'>,
  timestamp: Pick<Timestamp, 'time' | 'keyLabel'>,
  options: PolicyTlvOptions = {},
): Uint8Array {
  return encodeTimestamp(timestamp, encodeContent(fields, options));
}

function encodeTimestamp(timestamp: Pick<Timestamp, 'time' | 'keyLabel'>, content: readonly Uint8Array[]): Uint8Array {
  const { time, keyLabel } = timestamp;
  if (time > LATEST_TIME) throw new TypeError('a time beyond the year 9999');
  return bounded(encodeTlvLevel(...content, encodeTlvU64(Element.TIME, time), encodeLabel(keyLabel)));
}

function encodeContent(
  fields: Pick<TokenFields, 'operation' | 'payload' | 'policy'>,
  options: PolicyTlvOptions,
): Uint8Array[] {
  const { operation, payload, policy } = fields;
  if (operation === 'modify') {
    if (policy === null || payload !== null) throw new TypeError('a modify token carries a policy and no payload');
    return [encodeTlv(Element.POLICY, writePolicyTlv(policy, options))];
  }
  if (policy !== null) throw new TypeError('only a modify token carries a policy');
  if (payload === null) {
    if (operation === 'use') throw new TypeError('a use token carries a payload');
    return [];
  }
  return [encodeTlv(Element.PAYLOAD, bounded(payload))];
}

function encodeLabel(label: string): Uint8Array {
  if (/\p{Surrogate}/u.test(label)) throw new TypeError('a label with an unpaired surrogate has no UTF-8 form');
  return encodeTlv(Element.LABEL, bounded(encodeUtf8(label)));
}

function bounded(value: Uint8Array): Uint8Array {
  if (value.length > TLV_MAX_VALUE) throw new ApprovalError('input-too-large', { limit: TLV_MAX_VALUE });
  return value;
}
