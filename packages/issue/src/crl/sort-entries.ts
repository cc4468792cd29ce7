import { hexOf } from '@quorate/der';
import { nameKey } from '@quorate/x509';
import { IssueError } from '../error.ts';
import type { CrlEntry } from './entry.ts';

/** Entries about certificates of one issuer. */
interface Group {
  /** Octets of the issuer's name; empty for the issuer of the CRL. */
  order: string;
  readonly entries: CrlEntry[];
}

/**
 * The entries in the order of the CRL: first those of the CRL's own issuer, then the others issuer by issuer in the order of
 * their encoded names, each by serial number. It does not depend on the order in which they were given.
 *
 * @throws IssueError `crl-entry-repeated` when two are about one certificate; names of issuers are compared by RFC 5280, 7.1
 */
export function sortEntries(entries: readonly CrlEntry[]): readonly CrlEntry[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const { certificateIssuer } = entry;
    const key = certificateIssuer === null ? '' : nameKey(certificateIssuer);
    const order = certificateIssuer === null ? '' : issuerOrder(certificateIssuer.bytes);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { order, entries: [entry] });
    else {
      group.entries.push(entry);
      if (order < group.order) group.order = order;
    }
  }
  return [...groups.values()]
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .flatMap((group) => {
      const sorted = group.entries.sort(byNumber);
      demandOnce(sorted);
      return sorted;
    });
}

function byNumber(a: CrlEntry, b: CrlEntry): number {
  if (a.serialNumber === b.serialNumber) return a.index - b.index;
  return a.serialNumber < b.serialNumber ? -1 : 1;
}

function demandOnce(sorted: readonly CrlEntry[]): void {
  sorted.forEach((entry, i) => {
    const before = sorted[i - 1];
    if (before === undefined || before.serialNumber !== entry.serialNumber) return;
    throw new IssueError('crl-entry-repeated', {
      path: `revoked[${entry.index}]`,
      expected: 'each certificate once',
      actual: `serial number ${entry.serialNumber}, as in revoked[${before.index}]`,
    });
  });
}

const ORDERS = new WeakMap<Uint8Array, string>();

function issuerOrder(name: Uint8Array): string {
  const known = ORDERS.get(name);
  if (known !== undefined) return known;
  const order = hexOf(name);
  ORDERS.set(name, order);
  return order;
}
