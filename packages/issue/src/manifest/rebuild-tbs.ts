import { type BuiltTbs, buildTbs, type TbsRequest } from '../build-tbs.ts';
import type { Manifest } from './manifest.ts';

/**
 * Makes the TBS of a manifest anew, with all that `buildTbs` refuses and reports: the same bytes wherever it is done.
 *
 * @param options further lint rules of whoever rebuilds
 * @throws IssueError the codes of `buildTbs`
 */
export function rebuildTbs(manifest: Manifest, options: Pick<TbsRequest, 'lint' | 'algorithms'> = {}): BuiltTbs {
  const { profile, issuer, publicKey, csr, randomBytes, policy } = manifest;
  return buildTbs({
    profile,
    issuer,
    ...(publicKey === null ? {} : { publicKey }),
    ...(csr === null ? {} : { csr }),
    ...(randomBytes === null ? {} : { randomBytes }),
    ...(policy === undefined ? {} : { policy }),
    ...options,
  });
}
