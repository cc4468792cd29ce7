import type { ConstrainedName } from './constrained-name.ts';
import type { Side, Subtree, SubtreeList } from './subtree.ts';

/**
 * A subtree of a list that a name is within, or `null`. A wildcard is within a permitted one when all that it matches is,
 * and within an excluded one when anything that it matches is.
 */
export function subtreeAround(name: ConstrainedName, list: SubtreeList, side: Side): Subtree | null {
  if (name.kind !== 'directory') return list.subtrees.find((subtree) => isWithin(name, subtree, side)) ?? null;
  const { whole, ends } = side === 'excluded' ? name.broadKeys : name.keys;
  for (const end of [0, ...ends]) {
    const subtree = list.directories.get(whole.slice(0, end));
    if (subtree !== undefined) return subtree;
  }
  return null;
}

function isWithin(name: ConstrainedName, subtree: Subtree, side: Side): boolean {
  switch (subtree.kind) {
    case 'everything':
      return true;
    case 'host':
      return (name.kind === 'host' || name.kind === 'mailbox') && isHostWithin(name, subtree, side);
    case 'mailbox':
      return name.kind === 'mailbox' && name.local === subtree.local && name.host === subtree.host;
    case 'subnet':
      return name.kind === 'address' && isAddressWithin(name.address, subtree.address, subtree.mask);
    default:
      return false;
  }
}

function isHostWithin(
  name: { readonly host: string; readonly wildcard?: boolean },
  subtree: { readonly host: string; readonly self: boolean; readonly below: boolean },
  side: Side,
): boolean {
  if (name.wildcard === true) {
    if (subtree.below && (name.host === subtree.host || isBelow(name.host, subtree.host))) return true;
    return side === 'excluded' && subtree.self && isChild(subtree.host, name.host);
  }
  return (subtree.self && name.host === subtree.host) || (subtree.below && isBelow(name.host, subtree.host));
}

/** Whether a host has labels before those of another. */
function isBelow(host: string, other: string): boolean {
  return host.length > other.length && host.endsWith(other) && host[host.length - other.length - 1] === '.';
}

/** Whether a host has exactly one label before those of another. */
function isChild(host: string, other: string): boolean {
  return isBelow(host, other) && host.indexOf('.') === host.length - other.length - 1;
}

/** An address of the other family is in no subnet, though it may map one (RFC 4291, 2.5.5.2). */
function isAddressWithin(address: Uint8Array, base: Uint8Array, mask: Uint8Array): boolean {
  if (address.length !== base.length) return false;
  for (let i = 0; i < address.length; i++) {
    const differing = (address[i] as number) ^ (base[i] as number);
    if ((differing & (mask[i] as number)) !== 0) return false;
  }
  return true;
}
