import { type PolicyTlvOptions, writePolicyTlv } from '@quorate/policy';
import {
  encodeTlv,
  encodeTlvLevel,
  encodeTlvText,
  encodeTlvU32,
  encodeTlvU64,
  encodeUtf8,
  TLV_MAX_VALUE,
} from '@quorate/syntax';
import { TOKEN_MAX_BYTES } from './decode-token.ts';
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
 * @throws ApprovalError `input-too-large` when a value or the whole is beyond the format; what the policy's writer throws
 * @throws TypeError when payload and policy do not go with the operation
 */
export function encodeToken(fields: TokenFields, options: PolicyTlvOptions = {}): Uint8Array {
  const content = encodeContent(fields, options);
  const elements = [
    encodeTlvU32(Element.OPERATION, OPERATION_CODES[fields.operation]),
    encodeTlvText(Element.LABEL, bounded(fields.keyLabel)),
  ];
  if (fields.timestamp !== null) {
    elements.push(encodeTlv(Element.TIMESTAMP, encodeTimestamp(fields.timestamp, content)));
    elements.push(encodeTlv(Element.SIGNATURE, fields.timestamp.signatureElement));
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
  const level = encodeTlvLevel(
    ...content,
    encodeTlvU64(Element.TIME, timestamp.time),
    encodeTlvText(Element.LABEL, bounded(timestamp.keyLabel)),
  );
  if (level.length > TLV_MAX_VALUE) throw new ApprovalError('input-too-large', { limit: TLV_MAX_VALUE });
  return level;
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
  if (payload.length > TLV_MAX_VALUE) throw new ApprovalError('input-too-large', { limit: TLV_MAX_VALUE });
  return [encodeTlv(Element.PAYLOAD, payload)];
}

function bounded(label: string): string {
  if (encodeUtf8(label).length > TLV_MAX_VALUE) throw new ApprovalError('input-too-large', { limit: TLV_MAX_VALUE });
  return label;
}
