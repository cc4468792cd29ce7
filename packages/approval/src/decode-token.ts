import { CryptoError, type SignatureAlgorithm, signatureAlgorithmOfDer } from '@quorate/crypto';
import { bytesOf, DerError, readSequence, sameBytes } from '@quorate/der';
import { type Policy, PolicyError, type PolicyTlvOptions, readPolicyTlv } from '@quorate/policy';
import { TlvError, TlvReader } from '@quorate/syntax';
import { ApprovalError } from './error.ts';
import { type Operation, operationOf } from './operation.ts';
import { type ApprovalToken, Element, type Timestamp } from './token.ts';

/** The most bytes of a token: a request to the HSM holds 64 KB in all (SKA.md 2.1). */
export const TOKEN_MAX_BYTES = 65536;

/** 9999-12-31T23:59:59Z, the last second that ISO 8601 text of four-digit years has. */
export const LATEST_TIME = 253402300799;

/**
 * Reads an approval token: strict order of elements, exact lengths, zero padding, the timestamped payload equal to the
 * payload. Every token that is read is written back to the same bytes. No signature is checked here.
 *
 * @param bytes the token, at most 64 KiB
 * @param options how to read a policy's certificate approvers, whose element is not documented
 * @throws ApprovalError any code about tokens
 */
export function decodeToken(bytes: Uint8Array, options: PolicyTlvOptions = {}): ApprovalToken {
  if (bytes.length > TOKEN_MAX_BYTES) throw new ApprovalError('input-too-large', { limit: TOKEN_MAX_BYTES });
  try {
    return readToken(bytes, options);
  } catch (cause) {
    throw wrap(cause);
  }
}

function wrap(cause: unknown): unknown {
  if (cause instanceof TlvError) return new ApprovalError('token-malformed', { offset: cause.offset, cause });
  if (cause instanceof PolicyError) return new ApprovalError('policy-invalid', { path: cause.path, cause });
  return cause;
}

function readToken(bytes: Uint8Array, options: PolicyTlvOptions): ApprovalToken {
  const reader = TlvReader.of(bytes);
  const operation = readOperation(reader);
  const keyLabel = reader.text(Element.LABEL);
  const contentType = operation === 'modify' ? Element.POLICY : Element.PAYLOAD;
  const required = operation === 'use' || operation === 'modify';
  const stamped = reader.peek() === Element.TIMESTAMP ? readTimestamp(reader, contentType, required) : null;
  const offset = reader.offset;
  const content = required ? reader.value(contentType) : reader.optional(contentType);
  reader.finish();
  if (stamped !== null && !sameContent(stamped.content, content))
    throw new ApprovalError('payload-mismatch', { offset });
  return {
    bytes,
    operation,
    keyLabel,
    timestamp: stamped?.timestamp ?? null,
    payload: operation === 'modify' ? null : content,
    policy: operation === 'modify' && content !== null ? readPolicy(content, options) : null,
  };
}

function readOperation(reader: TlvReader): Operation {
  const offset = reader.offset;
  const code = reader.u32(Element.OPERATION);
  const operation = operationOf(code);
  if (operation === null) throw new ApprovalError('operation-unknown', { offset, actual: code });
  return operation;
}

function readTimestamp(
  reader: TlvReader,
  contentType: number,
  required: boolean,
): { timestamp: Timestamp; content: Uint8Array | null } {
  const start = reader.offset + 4;
  const inside = reader.container(Element.TIMESTAMP);
  const bytes = reader.source.subarray(start, inside.end);
  const content = required ? inside.value(contentType) : inside.optional(contentType);
  const timeOffset = inside.offset;
  const time = inside.u64(Element.TIME);
  if (time > LATEST_TIME) throw new ApprovalError('time-invalid', { offset: timeOffset });
  const keyLabel = inside.text(Element.LABEL);
  inside.finish();
  const signatureOffset = reader.offset;
  const signatureElement = reader.value(Element.SIGNATURE);
  const signed = readSignature(signatureElement, signatureOffset);
  return { timestamp: { bytes, time, keyLabel, signatureElement, ...signed }, content };
}

/** The HSM writes NULL parameters for ECDSA too, which RFC 5758 forbids in certificates (SKA.md 4.3). */
function readSignature(
  element: Uint8Array,
  offset: number,
): { signatureAlgorithm: SignatureAlgorithm; signature: Uint8Array } {
  try {
    return readSequence(element, (fields) => ({
      signatureAlgorithm: signatureAlgorithmOfDer(bytesOf(fields.element()), { nullParameters: 'tolerate' }),
      signature: fields.bitStringBytes(),
    }));
  } catch (cause) {
    if (!(cause instanceof DerError || cause instanceof CryptoError)) throw cause;
    throw new ApprovalError('signature-malformed', { offset, cause });
  }
}

function sameContent(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b;
  return sameBytes(a, b);
}

function readPolicy(content: Uint8Array, options: PolicyTlvOptions): Policy {
  return readPolicyTlv(content, options);
}
