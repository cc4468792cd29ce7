import type { GeneralName } from '../general-name.ts';
import type { GeneralSubtree, NameConstraints } from '../path-extensions.ts';
import { readSubtree, type Side, type Subtree, type SubtreeList } from './subtree.ts';

/** The subtrees that one certificate permits or excludes, by the type of their bases. */
export type SubtreeSet = ReadonlyMap<GeneralName['type'], SubtreeList>;

/**
 * The state variables permitted_subtrees and excluded_subtrees (RFC 5280, 6.1.1 (b), (c)), one set for each certificate
 * that added to them. A name must be in some subtree of its type in each permitted set that has its type, and in none of
 * the excluded ones.
 */
export interface NameSubtrees {
  readonly permitted: readonly SubtreeSet[];
  readonly excluded: readonly SubtreeSet[];
}

/** The state at the start: every name is permitted and none excluded. */
export const noSubtrees: NameSubtrees = { permitted: [], excluded: [] };

/** Read once for each extension, whichever path it is in. */
const READ = new WeakMap<NameConstraints, NameSubtrees>();

/** The state after a certificate with these constraints (RFC 5280, 6.1.4 (g)). The one given stays as it is. */
export function addNameConstraints(state: NameSubtrees, constraints: NameConstraints): NameSubtrees {
  let added = READ.get(constraints);
  if (added === undefined) {
    added = {
      permitted: readSubtrees(constraints.permitted, 'permitted'),
      excluded: readSubtrees(constraints.excluded, 'excluded'),
    };
    READ.set(constraints, added);
  }
  return {
    permitted: [...state.permitted, ...added.permitted],
    excluded: [...state.excluded, ...added.excluded],
  };
}

interface GrowingList {
  readonly subtrees: Subtree[];
  readonly directories: Map<string, Subtree>;
}

/** One set, or none when there are no subtrees. */
function readSubtrees(subtrees: readonly GeneralSubtree[], side: Side): readonly SubtreeSet[] {
  if (subtrees.length === 0) return [];
  const set = new Map<GeneralName['type'], GrowingList>();
  for (const { base } of subtrees) {
    const list: GrowingList = set.get(base.type) ?? { subtrees: [], directories: new Map() };
    const subtree = readSubtree(base, side);
    list.subtrees.push(subtree);
    if (subtree.kind === 'directory') list.directories.set(subtree.key, subtree);
    set.set(base.type, list);
  }
  return [set];
}
