import type { SignatureAlgorithm } from '@quorate/crypto';
import type { Policy } from '@quorate/policy';
import type { Operation } from './operation.ts';

/** The element types of an approval token (SKA.md 5.2). */
export const Element = {
  OPERATION: 0x003b,
  TIME: 0x0107,
  LABEL: 0x1002,
  TIMESTAMP: 0x1054,
  SIGNATURE: 0x1056,
  PAYLOAD: 0x1057,
  POLICY: 0x1058,
} as const;

/** What the HSM said of the time at which it was asked, and its signature over that. */
export interface Timestamp {
  /** The bytes the HSM signed: the value of element 0x1054 with its length word (SKA.md 4.5). */
  readonly bytes: Uint8Array;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** The label of the timestamp key. It names the key and proves nothing about it. */
  readonly keyLabel: string;
  /** The algorithm and signature as they stand in element 0x1056: SEQUENCE { AlgorithmIdentifier, BIT STRING }. */
  readonly signatureElement: Uint8Array;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
}

/** An approval token: the bytes an approver signs, and what they say (SKA.md 5.3). */
export interface ApprovalToken {
  /** The exact bytes, length word and padding included: the approver's signature covers all of them (SKA.md 4.3). */
  readonly bytes: Uint8Array;
  readonly operation: Operation;
  /** The label of the key to be used. An empty one binds the approval to no key (SKA.md 5.3). */
  readonly keyLabel: string;
  /** `null` when there is none: then the approval never expires (SKA.md 4.1). */
  readonly timestamp: Timestamp | null;
  /** What is to be signed, decrypted or unwrapped; `null` in a modify token, and where a block carries none. */
  readonly payload: Uint8Array | null;
  /** The policy that a modify token would put in force; `null` in all others. */
  readonly policy: Policy | null;
}
