import { hexOf } from '@quorate/der';
import { IssueError } from '../error.ts';
import type { CrlEntry } from './entry.ts';

/**
 * The entries in the order of the CRL: first those of the CRL's own issuer, then the others issuer by issuer in the order of
 * their encoded names, each by serial number. It does not depend on the order in which they were given.
 *
 * @throws IssueError `crl-entry-repeated` when two are about one certificate
 */
export function sortEntries(entries: readonly CrlEntry[]): readonly CrlEntry[] {
  const places = new Map<string, CrlEntry>();
  for (const entry of entries) {
    const other = places.get(entry.key);
    if (other !== undefined) {
      throw new IssueError('crl-entry-repeated', {
        path: `revoked[${entry.index}]`,
        expected: 'each certificate once',
        actual: `serial number ${entry.serialNumber}, as in revoked[${other.index}]`,
      });
    }
    places.set(entry.key, entry);
  }
  const groups = new Map<string, CrlEntry[]>();
  for (const entry of entries) {
    const issuer = entry.certificateIssuer === null ? '' : issuerOrder(entry.certificateIssuer.bytes);
    const group = groups.get(issuer);
    if (group === undefined) groups.set(issuer, [entry]);
    else group.push(entry);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => group.sort((a, b) => (a.serialNumber < b.serialNumber ? -1 : 1)));
}

const ORDERS = new WeakMap<Uint8Array, string>();

function issuerOrder(name: Uint8Array): string {
  const known = ORDERS.get(name);
  if (known !== undefined) return known;
  const order = hexOf(name);
  ORDERS.set(name, order);
  return order;
}
