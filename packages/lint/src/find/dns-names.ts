import type { LintCertificate } from '../object/lint-certificate.ts';
import type { LintRequest } from '../object/lint-request.ts';
import type { RuleFinding } from '../rule.ts';
import { namesOfForm } from './alternative-names.ts';
import { quote } from './quote.ts';

/** Whether subjectAltName or issuerAltName has a dNSName. */
export function hasDnsName(object: LintCertificate | LintRequest): boolean {
  return namesOfForm(object, 'dNSName').length > 0;
}

/**
 * One finding for each dNSName that `isWrong` says so of.
 *
 * @param message what is wrong, to stand behind the name
 * @param isWrong takes the octets of the name as ISO 8859-1
 */
export function findDnsNames(
  object: LintCertificate | LintRequest,
  message: string,
  isWrong: (name: string) => boolean,
): readonly RuleFinding[] {
  return namesOfForm(object, 'dNSName')
    .filter(({ name }) => isWrong(name.text))
    .map(({ where, name }) => ({ message: `dNSName ${quote(name.text)} ${message}`, where, at: name.bytes }));
}

/** As `findDnsNames`, when a label of the name is wrong. */
export function findDnsLabels(
  object: LintCertificate | LintRequest,
  message: string,
  isWrong: (label: string) => boolean,
): readonly RuleFinding[] {
  return findDnsNames(object, message, (name) => name.split('.').some(isWrong));
}
