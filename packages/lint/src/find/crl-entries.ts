import { type EntryExtensionName, entryExtensionOf } from '../object/crl-extension-value.ts';
import type { LintCrl, RawRevoked } from '../object/lint-crl.ts';
import type { RuleFinding } from '../rule.ts';

/** The entries of a CRL; none without the list. */
export function entriesOf(crl: LintCrl): readonly RawRevoked[] {
  return crl.revoked ?? [];
}

/** Whether any entry has this extension. */
export function hasEntryExtension(crl: LintCrl, name: EntryExtensionName): boolean {
  return entriesOf(crl).some((entry) => entryExtensionOf(entry, name) !== null);
}

/** What is wrong with an entry; where it stands is added. */
export type EntryFault = Omit<RuleFinding, 'where'>;

/**
 * One finding for each entry in which this function sees a fault, in their order.
 *
 * @param field in the entry, for instance `revocationDate`
 */
export function findInEntries(
  crl: LintCrl,
  field: string,
  fault: (entry: RawRevoked) => EntryFault | null,
): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const [i, entry] of entriesOf(crl).entries()) {
    const found = fault(entry);
    if (found !== null) findings.push({ ...found, where: `revokedCertificates[${i}].${field}` });
  }
  return findings;
}

/** One finding for each entry whose first extension of this name is not marked as it should be. */
export function findEntryCriticality(
  crl: LintCrl,
  name: EntryExtensionName,
  expected: boolean,
): readonly RuleFinding[] {
  return findInEntries(crl, `extensions.${name}`, (entry) => {
    const extension = entryExtensionOf(entry, name);
    if (extension === null || extension.critical === expected) return null;
    return { message: expected ? `${name} is not critical` : `${name} is critical`, at: extension.bytes };
  });
}
