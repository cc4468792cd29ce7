import type { ApprovalToken, Credential } from '@quorate/approval';
import type { Policy } from '@quorate/policy';
import type { Finding } from '@quorate/report';
import type { Manifest } from '../manifest/manifest.ts';

/** One approver's approval, verified: a signature over an approval token (SKA.md 4.3) for this TBS. */
export interface PendingApproval {
  readonly token: ApprovalToken;
  readonly approver: Credential;
  /** For instance `SHA-256`, or `EdDSA`. */
  readonly digestAlgorithm: string;
  readonly signature: Uint8Array;
  /** Whether the HSM's signature over the token's timestamp was checked; `false` also without timestamp. */
  readonly timestampVerified: boolean;
  /** What the policy calls the approver, fit for the eyes; the beginning of the key's identity when it has no name. */
  readonly name: string;
}

/** SHA-256 of each part that never changes: of its canonical JSON, of the TBS of its bytes. 64 hexadecimal digits. */
export interface PendingDigests {
  readonly keyLabel: string;
  readonly manifest: string;
  readonly onboarded: string;
  readonly policy: string;
  readonly tbs: string;
}

/**
 * A certificate that is being issued: what is to be signed, who must approve, who has, and the signature when it comes.
 * Only `createPending`, `readPending` and what is made of theirs give one: all that is in it has been verified. It never
 * changes; adding to it gives another.
 */
export interface PendingIssuance {
  readonly manifest: Manifest;
  /** TBSCertificate, DER, as the manifest makes it. */
  readonly tbs: Uint8Array;
  /** What a reader should know that the bytes do not say, as `buildTbs` tells it. */
  readonly decisions: readonly Finding[];
  /** The label of the key that is to sign, at the HSM; `null` when it is not known: then approvals for any are taken. */
  readonly keyLabel: string | null;
  /** Of the key that is to sign; `null` for an ordinary key, which nobody approves. */
  readonly policy: Policy | null;
  /** SubjectPublicKeyInfo of onboarded approvers, by their names in the policy. */
  readonly onboarded: ReadonlyMap<string, Uint8Array>;
  /** In one order, at most one of an approver for a token. */
  readonly approvals: readonly PendingApproval[];
  /** Different signatures that all verify, as a certificate has them, in the order of their octets. Mostly one. */
  readonly signatures: readonly Uint8Array[];
  /** DER, with the first of the signatures; `null` without any. */
  readonly certificate: Uint8Array | null;
  readonly digests: PendingDigests;
  /** SHA-256 over the digests, 64 hexadecimal digits: two copies of one issuance have the same. */
  readonly identity: string;
}

/** Most approvals: a rule holds about 500 approvers at most (SKA.md 2.1). */
export const MAX_APPROVALS = 500;
/** Most signatures. */
export const MAX_SIGNATURES = 16;

const verified = new WeakSet<PendingIssuance>();

/** Marks a pending issuance as verified, and closes it. */
export function seal(pending: PendingIssuance): PendingIssuance {
  verified.add(Object.freeze(pending));
  return pending;
}

/** @throws TypeError for an object that was put together elsewhere */
export function demandSealed(pending: PendingIssuance): void {
  if (verified.has(pending)) return;
  throw new TypeError('a pending issuance comes from `createPending` or `readPending`');
}
