import { type Policy, PolicyError } from '@quorate/policy';
import { type EffectiveUse, effectiveUse } from '@quorate/policy/analysis';
import type { CertificateProfile } from '../profile.ts';
import type { Waivers } from '../waivers.ts';

const WHERE = 'policy';

/**
 * Checks the policy of a key that is to sign as a CA (keyCertSign, cRLSign), or for which the profile states a quorum: the
 * fewest distinct keys that are enough to use it, over all ways, changing or unblocking first included, must be at least
 * that quorum, without one at least 1. What the analysis cannot decide counts as too low.
 *
 * @param policy `null`: an ordinary key, on which nothing is asked unless a quorum is stated; `undefined`: not known
 * @throws IssueError `policy-unguarded`, `quorum-too-low`
 */
export function demandKeyPolicy(
  profile: CertificateProfile,
  policy: Policy | null | undefined,
  waivers: Waivers,
): void {
  const { quorum, keyUsage } = profile;
  const signs = keyUsage?.some((usage) => usage === 'keyCertSign' || usage === 'cRLSign') ?? false;
  if (quorum === undefined && (policy === undefined || policy === null || !signs)) return;
  const least = quorum ?? 1;
  const expected = `a key whose every use needs ${least === 1 ? 'an approval' : `${least} approvals`}`;
  if (policy === undefined) {
    waivers.note({
      id: 'issue.quorum-not-checked',
      outcome: 'not-checked',
      where: WHERE,
      message: `the policy of the key is not known here, so the quorum of ${least} was not compared with it`,
      action: 'give the policy of the key, as its attestation states it',
    });
    return;
  }
  const use = policy === null ? null : analyzed(policy);
  const fewest = policy === null ? 0 : use === null ? null : use.minimumApprovals;
  if (fewest === 0) {
    const way = use?.path.map(({ words }) => words).join('; then ') ?? 'an ordinary key, without policy';
    const actual = way === '' ? 'one that anybody may use' : way;
    waivers.refuse('policy-unguarded', { path: WHERE, expected, actual });
    return;
  }
  if (use === null || !use.decided) {
    const actual = 'a policy that is too large to say';
    waivers.refuse('quorum-too-low', { path: WHERE, expected, actual });
    return;
  }
  if (fewest === null) {
    waivers.note({
      id: 'issue.key-unusable',
      outcome: 'warn',
      where: WHERE,
      message: 'no approvals are enough to use this key, so it can sign nothing',
    });
    return;
  }
  if (fewest >= least) return;
  const actual = `${fewest} enough: ${use.path.map(({ words }) => words).join('; then ')}`;
  waivers.refuse('quorum-too-low', { path: WHERE, expected, actual });
}

function analyzed(policy: Policy): EffectiveUse | null {
  try {
    return effectiveUse(policy);
  } catch (cause) {
    if (cause instanceof PolicyError) return null;
    throw cause;
  }
}
