import { digest } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { encodeBase64, encodeUtf8, type JsonValue } from '@quorate/syntax';
import { canonicalJson } from '../manifest/canonical-json.ts';
import { manifestJson, policyValue } from '../manifest/write-manifest.ts';
import type { PendingDigests, PendingIssuance } from './pending.ts';
import { demandSealed } from './pending.ts';
import { approvalJson } from './pending-approval.ts';

export const PENDING_FORMAT = 'quorate-pending-issuance';
export const PENDING_VERSION = 1;

/** What never changes, as JSON; the TBS apart. */
export type FixedJson = Readonly<Record<'keyLabel' | 'manifest' | 'onboarded' | 'policy', JsonValue>>;

/** The parts of a pending issuance that never change. */
export function fixedJson({
  keyLabel,
  manifest,
  onboarded,
  policy,
}: Pick<PendingIssuance, 'keyLabel' | 'manifest' | 'onboarded' | 'policy'>): FixedJson {
  return {
    keyLabel,
    manifest: manifestJson(manifest),
    onboarded: Object.fromEntries([...onboarded].map(([name, key]) => [name, encodeBase64(key)])),
    policy: policyValue(policy),
  };
}

/** The digests of the parts that never change. */
export function digestsOf(fixed: FixedJson, tbs: Uint8Array): PendingDigests {
  return {
    keyLabel: sha256(fixed.keyLabel),
    manifest: sha256(fixed.manifest),
    onboarded: sha256(fixed.onboarded),
    policy: sha256(fixed.policy),
    tbs: hexOf(digest('SHA-256', tbs)),
  };
}

/** What two copies of one issuance have in common. */
export function identityOf(digests: PendingDigests): string {
  return sha256({ ...digests });
}

/** SHA-256 of canonical JSON. */
function sha256(value: JsonValue): string {
  return hexOf(digest('SHA-256', encodeUtf8(canonicalJson(value))));
}

/**
 * A pending issuance as the text of a `*.quorate.json` file, in its one form (RFC 8785): equal content gives equal bytes.
 *
 * @throws TypeError for an object that was put together elsewhere
 */
export function writePending(pending: PendingIssuance): string {
  demandSealed(pending);
  const { tbs, approvals, signatures, certificate, digests } = pending;
  return canonicalJson({
    format: PENDING_FORMAT,
    version: PENDING_VERSION,
    ...fixedJson(pending),
    tbs: encodeBase64(tbs),
    digests: { ...digests },
    approvals: approvals.map((approval) => ({ ...approvalJson(approval) })),
    signatures: signatures.map(encodeBase64),
    certificate: certificate === null ? null : encodeBase64(certificate),
  });
}
