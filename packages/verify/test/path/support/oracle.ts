/**
 * The rules of RFC 5280, 6.1 for small certificates, stated as plainly as can be, and a search that tries every sequence
 * of certificates there is: an oracle for small pools. It shares nothing with what it judges.
 */
export interface Small {
  readonly id: number;
  readonly subject: string;
  readonly issuer: string;
  readonly key: number;
  /** The key that signed it. */
  readonly by: number;
  readonly validAt: boolean;
  readonly ca: boolean | null;
  readonly pathLen: number | null;
  /** `null`: no keyUsage. */
  readonly certSign: boolean | null;
  readonly unknownCritical: boolean;
  /** `null`: no certificatePolicies. */
  readonly policies: readonly string[] | null;
  readonly requireExplicit: number | null;
  /** DNS names without dots that the certificate has. */
  readonly dns: readonly string[];
  readonly permitted: readonly string[] | null;
  readonly excluded: readonly string[] | null;
  /** `null`: no extKeyUsage. */
  readonly purposes: readonly string[] | null;
}

export interface SmallAnchor {
  readonly name: string;
  readonly key: number;
  readonly permitted: readonly string[] | null;
  readonly excluded: readonly string[] | null;
  readonly pathLen: number | null;
}

export interface SmallCase {
  readonly target: Small;
  readonly pool: readonly Small[];
  readonly anchors: readonly SmallAnchor[];
  readonly distrusted: readonly number[];
  readonly maxDepth: number;
  readonly explicitPolicy: boolean;
  readonly userPolicies: readonly string[] | null;
  readonly purpose: string | null;
  readonly nestedPurpose: boolean;
  /** Whether pathLen of an anchor counts. */
  readonly anchorConstraints: boolean;
}

/** Whether this sequence, from the certificate that the anchor issued to the target, is a valid path. */
export function isPath(anchor: SmallAnchor, path: readonly Small[], asked: SmallCase): boolean {
  const n = path.length;
  const target = path[n - 1] as Small;
  if (path.some(({ id }) => asked.distrusted.includes(id))) return false;
  if (!fits(target, asked.purpose)) return false;
  if (asked.nestedPurpose && path.some((certificate) => !fits(certificate, asked.purpose))) return false;

  for (const [index, certificate] of path.entries()) {
    const above = path.slice(0, index);
    const last = index === n - 1;
    const parent = above.at(-1);
    // (a) (1) and (4)
    if (certificate.by !== (parent?.key ?? anchor.key)) return false;
    if (certificate.issuer !== (parent?.subject ?? anchor.name)) return false;
    // (a) (2), and what is critical and unknown
    if (!certificate.validAt || certificate.unknownCritical) return false;
    // (b) and (c): by all that stand above
    if (last || certificate.subject !== certificate.issuer) {
      for (const name of certificate.dns) {
        for (const { permitted, excluded } of [anchor, ...above]) {
          if (permitted !== null && !permitted.includes(name)) return false;
          if (excluded?.includes(name)) return false;
        }
      }
    }
    if (last) continue;
    // 6.1.4 (k), (n)
    if (certificate.ca !== true || certificate.certSign === false) return false;
    // (l), (m): how many that are not self-issued stand between it and the target
    const below = path.slice(index + 1, n - 1).filter(({ subject, issuer }) => subject !== issuer).length;
    if (certificate.pathLen !== null && below > certificate.pathLen) return false;
  }
  const between = path.slice(0, n - 1).filter(({ subject, issuer }) => subject !== issuer).length;
  if (between > asked.maxDepth) return false;
  if (asked.anchorConstraints && anchor.pathLen !== null && between > anchor.pathLen) return false;
  return policiesAreGood(path, asked);
}

function fits({ purposes }: Small, purpose: string | null): boolean {
  return purpose === null || purposes === null || purposes.includes(purpose);
}

/** Without mappings, any-policy and inhibitions the valid policies are those that every certificate has. */
function policiesAreGood(path: readonly Small[], asked: SmallCase): boolean {
  const n = path.length;
  const common = path.reduce<readonly string[] | null>((left, { policies }) => {
    if (policies === null) return [];
    return left === null ? policies : left.filter((policy) => policies.includes(policy));
  }, null);
  const acceptable = (common ?? []).filter((policy) => asked.userPolicies?.includes(policy) ?? true);
  return !isPolicyRequired(path, asked.explicitPolicy, n) || acceptable.length > 0;
}

/** explicit_policy is 0 at the end: (h) (1), (i) (1), 6.1.5 (a) and (b). */
function isPolicyRequired(path: readonly Small[], initial: boolean, n: number): boolean {
  let explicit = initial ? 0 : n + 1;
  for (const { subject, issuer, requireExplicit } of path.slice(0, n - 1)) {
    if (subject !== issuer && explicit > 0) explicit -= 1;
    if (requireExplicit !== null && requireExplicit < explicit) explicit = requireExplicit;
  }
  if (explicit > 0) explicit -= 1;
  if (path[n - 1]?.requireExplicit === 0) explicit = 0;
  return explicit === 0;
}

/**
 * The lengths of all valid paths: every sequence of different certificates that ends with the target, and in which each
 * bears the name of the next one's issuer, under every anchor.
 */
export function pathLengths(asked: SmallCase): number[] {
  const lengths: number[] = [];
  const extend = (path: readonly Small[]): void => {
    for (const anchor of asked.anchors) if (isPath(anchor, path, asked)) lengths.push(path.length);
    for (const next of asked.pool) {
      const names = next.subject === path[0]?.issuer;
      if (names && !path.some(({ id }) => id === next.id)) extend([next, ...path]);
    }
  };
  extend([asked.target]);
  return lengths;
}
