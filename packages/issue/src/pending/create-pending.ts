import type { WithAlgorithms } from '@quorate/crypto';
import { approvalIdentity, comparePolicies, type Policy, PolicyError } from '@quorate/policy';
import { joinPath } from '@quorate/syntax';
import { IssueError } from '../error.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { rebuildTbs } from '../manifest/rebuild-tbs.ts';
import { approversOf } from './named-approvers.ts';
import { type PendingIssuance, seal } from './pending.ts';
import { digestsOf, fixedJson, identityOf } from './pending-json.ts';

/** What a pending issuance begins with. With `algorithms`: more kinds of key and signature. */
export interface PendingParts extends WithAlgorithms {
  readonly manifest: Manifest;
  /** Of the key that is to sign; `null` for an ordinary key. Take it from the HSM's attestation. */
  readonly policy: Policy | null;
  /** The label of that key at the HSM. Default `null`: approvals for any label are taken, with a warning. */
  readonly keyLabel?: string | null;
  /** SubjectPublicKeyInfo of onboarded approvers by name, so that their approvals can be counted. Default none. */
  readonly onboarded?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Begins an issuance: makes the TBS of the manifest. Nobody has approved yet. A self-signed certificate's key is judged by
 * the policy given here, as `buildTbs` judges that of a certified key.
 *
 * @throws IssueError the codes of `buildTbs`; `pending-malformed` for an onboarded approver whom the rule `use` does not
 *   name, or whose key cannot be read, for an empty key label, and for a self-signed certificate whose manifest has another
 *   policy
 */
export function createPending(parts: PendingParts): PendingIssuance {
  const { manifest, policy, keyLabel = null, onboarded = new Map(), algorithms } = parts;
  demandOnboarded(policy, onboarded);
  if (keyLabel === '') {
    throw new IssueError('pending-malformed', {
      path: 'keyLabel',
      expected: 'a label, or null',
      actual: 'an empty one',
    });
  }
  demandOnePolicy(manifest, policy);
  // The key of a self-signed certificate is the one that signs it: its policy is known, whatever the manifest knows.
  const known = manifest.issuer === 'self' ? { ...manifest, policy } : manifest;
  const { tbs, decisions } = rebuildTbs(known, { algorithms });
  const digests = digestsOf(fixedJson({ keyLabel, manifest, onboarded, policy }), tbs);
  return seal({
    manifest,
    tbs,
    decisions,
    keyLabel,
    policy,
    onboarded: new Map(onboarded),
    approvals: [],
    signatures: [],
    certificate: null,
    digests,
    identity: identityOf(digests),
  });
}

/** The key of a self-signed certificate is the one that signs it: what is said of its policy must be one thing. */
function demandOnePolicy(manifest: Manifest, policy: Policy | null): void {
  if (manifest.issuer !== 'self' || manifest.policy === undefined) return;
  const [difference] = comparePolicies(manifest.policy, policy);
  if (difference === undefined) return;
  const path = difference.path === '' ? 'policy' : `policy.${difference.path}`;
  const expected = `${difference.expected}, as in the manifest, since the certificate is self-signed`;
  throw new IssueError('pending-malformed', { path, expected, actual: difference.actual });
}

function demandOnboarded(policy: Policy | null, onboarded: ReadonlyMap<string, Uint8Array>): void {
  const names = new Set(
    approversOf(policy).flatMap(({ type, name }) => (type === 'onboarded_approver_certificate' ? [name] : [])),
  );
  for (const [name, key] of onboarded) {
    const path = joinPath('onboarded', name);
    if (!names.has(name)) {
      const expected = 'an onboarded approver whom the rule `use` names';
      throw new IssueError('pending-malformed', { path, expected });
    }
    try {
      approvalIdentity(key, path);
    } catch (cause) {
      if (cause instanceof PolicyError) throw new IssueError('pending-malformed', { path, cause });
      throw cause;
    }
  }
}
