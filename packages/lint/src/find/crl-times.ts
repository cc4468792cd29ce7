import type { LintCrl } from '../object/lint-crl.ts';
import type { RawTime } from '../object/raw-time.ts';
import type { RuleFinding } from '../rule.ts';
import { entriesOf } from './crl-entries.ts';

/**
 * One finding for each time of a CRL that this function refuses: thisUpdate, nextUpdate, and those of the entries.
 *
 * @param expected what it should be, in words
 */
export function findTimes(
  crl: LintCrl,
  message: string,
  expected: string,
  refuses: (time: RawTime) => boolean,
): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  const look = (where: string, time: RawTime): void => {
    if (refuses(time)) findings.push({ message, where, at: time.bytes, expected, actual: `\`${time.text}\`` });
  };
  look('thisUpdate', crl.thisUpdate);
  if (crl.nextUpdate !== null) look('nextUpdate', crl.nextUpdate);
  for (const [i, entry] of entriesOf(crl).entries()) {
    look(`revokedCertificates[${i}].revocationDate`, entry.revocationDate);
  }
  return findings;
}
