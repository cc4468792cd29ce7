import type { Policy } from '@quorate/policy';
import type { Context } from '../context.ts';
import { Unusable } from '../unusable.ts';
import { loadPolicy } from './policy.ts';

/** Reads a policy that must be one: a document that says that a key has none is refused. */
export async function loadRealPolicy(context: Context, file: string): Promise<Policy> {
  const { policy } = await loadPolicy(context, file);
  if (policy === null)
    throw new Unusable(`${file}: it says that the key has no policy, so there is nothing to look at`);
  return policy;
}
