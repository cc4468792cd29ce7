import { purposeOid } from '@quorate/x509';
import { IssueError } from './error.ts';
import { demandDistinct } from './key-usage.ts';
import { isOid, quoted } from './text.ts';

/**
 * The object identifiers of a list of purposes, in their order.
 *
 * @param purposes names of RFC 5280, 4.2.1.12, as `serverAuth`, or object identifiers
 * @throws IssueError `usage-empty`, `usage-unknown`, `usage-repeated` (by name and by number counts as well)
 */
export function purposeOids(purposes: readonly string[], path: string): readonly string[] {
  const oids = purposes.map((purpose, i) => {
    const oid = purposeOid(purpose) ?? purpose;
    if (!isOid(oid)) {
      const expected = 'an object identifier or a name of RFC 5280, 4.2.1.12, as `serverAuth`';
      throw new IssueError('usage-unknown', { path: `${path}[${i}]`, expected, actual: quoted(String(purpose)) });
    }
    return oid;
  });
  demandDistinct(oids, path);
  return oids;
}
