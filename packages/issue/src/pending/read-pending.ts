import type { WithAlgorithms } from '@quorate/crypto';
import { hexOf, sameBytes } from '@quorate/der';
import { comparePolicies, type Policy } from '@quorate/policy';
import { readShape, ShapeError } from '@quorate/syntax';
import { IssueError } from '../error.ts';
import { compareTbs } from '../manifest/check-tbs-against-manifest.ts';
import { demandKnownMembers, demandNoList } from '../manifest/known-members.ts';
import { readBytes, readManifest, readPolicy } from '../manifest/read-manifest.ts';
import { withApprovals } from './add-approval.ts';
import { signedWith, withSigned } from './add-signature.ts';
import { createPending } from './create-pending.ts';
import { namedApprovers } from './named-approvers.ts';
import type { PendingIssuance } from './pending.ts';
import { APPROVAL_MEMBERS, readApprovalJson } from './pending-approval.ts';
import { digestsOf, fixedJson } from './pending-json.ts';
import { DIGEST_MEMBERS, PENDING_MEMBERS, type PendingJson, pendingShape } from './pending-shape.ts';
import { type ApprovalOptions, verifyPendingApproval } from './verify-approval.ts';

export interface ReadPendingOptions extends ApprovalOptions, WithAlgorithms {
  /** The policy that the key has, as the HSM attests it: the one in the file must be the same. */
  readonly policy?: Policy | null;
  /** The identity that the issuance must have, as another copy gives it. */
  readonly identity?: string;
}

/**
 * A pending issuance from parsed JSON. Nothing in the file is believed: the TBS is made anew of the manifest and compared
 * byte for byte, every digest is computed, every approval and signature is verified, and the certificate is assembled
 * again. Order and repetition of approvals and signatures count for nothing.
 *
 * What a file cannot prove by itself: that its policy is the key's. Whoever writes a file anew can put any in; then its
 * identity is another. Give the policy or the identity that you know by `options`.
 *
 * @param value from `parseJson`, which bounds it and refuses duplicate members
 * @throws IssueError `pending-malformed`, `manifest-malformed`; `pending-altered` with the path of what does not go with
 *   the rest; the codes of `buildTbs`, of `addApproval` below `approvals[…]`, and of `assemble` below `signatures[…]`
 */
export function readPending(value: unknown, options: ReadPendingOptions = {}): PendingIssuance {
  const json = shapeOf(value);
  // As they came: the shape leaves out members with certain names, which their own readers are to refuse.
  const { manifest, policy, onboarded } = value as PendingJson;
  const begun = readFixed({ ...json, manifest, policy, onboarded }, options);
  demandExpected(begun, options);
  const named = namedApprovers(begun.policy, begun.onboarded);
  const approvals = json.approvals.map((entry, i) => {
    const path = `approvals[${i}]`;
    return verifyPendingApproval(begun, named, readApprovalJson(entry, path), options, path).approval;
  });
  const pending = json.signatures.reduce(
    (so, text, i) => {
      const path = `signatures[${i}]`;
      const signature = readBytes(text, path, 'pending-malformed');
      return withSigned(
        so,
        at(path, () => signedWith(begun, signature, 'der', options)),
      );
    },
    withApprovals(begun, approvals),
  );
  demandCertificate(json, pending);
  return pending;
}

function shapeOf(value: unknown): PendingJson {
  demandKnownMembers(value, PENDING_MEMBERS, '', 'pending-malformed');
  if (typeof value === 'object' && value !== null) {
    const { digests, approvals, onboarded } = value as Readonly<Record<string, unknown>>;
    demandNoList(onboarded, 'onboarded', 'pending-malformed');
    demandKnownMembers(digests, DIGEST_MEMBERS, 'digests', 'pending-malformed');
    if (Array.isArray(approvals)) {
      approvals.forEach((entry, i) => {
        demandKnownMembers(entry, APPROVAL_MEMBERS, `approvals[${i}]`, 'pending-malformed');
      });
    }
  }
  try {
    return readShape(pendingShape, value);
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    const { path, expected, actual } = cause;
    throw new IssueError('pending-malformed', { path, expected, actual, cause });
  }
}

/** What never changes. Each part is held against its digest before anything is made of it. */
function readFixed(json: PendingJson, { algorithms }: WithAlgorithms): PendingIssuance {
  const manifest = readManifest(json.manifest, { algorithms, path: 'manifest' });
  const policy = readPolicy(json.policy, 'policy', 'pending-malformed');
  const onboarded = new Map(
    Object.entries(json.onboarded).map(([name, text]): [string, Uint8Array] => [
      name,
      readBytes(text, `onboarded.${name}`, 'pending-malformed'),
    ]),
  );
  const tbs = readBytes(json.tbs, 'tbs', 'pending-malformed');
  const { keyLabel } = json;
  const digests = digestsOf(fixedJson({ manifest, policy, keyLabel, onboarded }), tbs);
  for (const part of DIGEST_MEMBERS) {
    if (digests[part] === json.digests[part]) continue;
    const expected = `what \`digests\` states, SHA-256 ${json.digests[part]}`;
    throw new IssueError('pending-altered', { path: part, expected, actual: `SHA-256 ${digests[part]}` });
  }
  const begun = createPending({ manifest, policy, keyLabel, onboarded, algorithms });
  if (!sameBytes(tbs, begun.tbs)) throw alteredTbs(tbs, begun.tbs);
  return begun;
}

function alteredTbs(tbs: Uint8Array, expected: Uint8Array): IssueError {
  const [first, field] = compareTbs(tbs, expected);
  const finding = field?.id === 'manifest.field' ? field : first;
  return new IssueError('pending-altered', {
    path: finding === first ? 'tbs' : `tbs.${finding?.where}`,
    expected: `${finding?.expected}, as the manifest makes it`,
    actual: `${finding?.actual}`,
  });
}

function demandExpected(pending: PendingIssuance, { policy, identity }: ReadPendingOptions): void {
  if (policy !== undefined) {
    const [difference] = comparePolicies(policy, pending.policy).filter(({ kind }) => kind === 'content');
    if (difference !== undefined) {
      const { path, expected, actual } = difference;
      throw new IssueError('pending-altered', { path: path === '' ? 'policy' : `policy.${path}`, expected, actual });
    }
  }
  if (identity !== undefined && identity !== pending.identity) {
    throw new IssueError('pending-altered', { path: 'identity', expected: identity, actual: pending.identity });
  }
}

function demandCertificate(json: PendingJson, { certificate }: PendingIssuance): void {
  const path = 'certificate';
  if (json.certificate === null || certificate === null) {
    if (json.certificate === null && certificate === null) return;
    const [expected, actual] =
      certificate === null ? ['no certificate: nothing is signed', 'one'] : ['a certificate', 'none'];
    throw new IssueError('pending-altered', { path, expected, actual });
  }
  const given = readBytes(json.certificate, path, 'pending-malformed');
  if (sameBytes(given, certificate)) return;
  const expected = 'the TBS with the first of the signatures';
  throw new IssueError('pending-altered', { path, expected, actual: `other bytes: ${hexOf(given.subarray(0, 16))}…` });
}

/** Runs `assemble`, whose paths are names of its arguments, and says which signature it was about. */
function at<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (!(cause instanceof IssueError)) throw cause;
    const { code, expected, actual } = cause;
    const facts = { ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }) };
    throw new IssueError(code, { path, ...facts, cause });
  }
}
