import type { CrlReason, ReasonFlag } from '@quorate/x509';
import { findInEntries, hasEntryExtension } from '../../find/crl-entries.ts';
import { crlExtensionValue, entryExtensionOf, entryExtensionValue } from '../../object/crl-extension-value.ts';
import type { LintCrl } from '../../object/lint-crl.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** It takes an entry back and is no revocation, so there is no flag of it. */
const ALWAYS: ReadonlySet<CrlReason> = new Set(['removeFromCRL']);

export const crlReasonInScope: Rule = defineRule({
  id: 'crl-reason-in-scope',
  kinds: ['crl'],
  severity: 'error',
  title: 'a CRL for some reasons has entries with no others',
  description:
    'With onlySomeReasons in its issuingDistributionPoint a CRL is about revocations for these reasons and no others, and ' +
    'none of them is unspecified. An entry with another reason belongs on another CRL, where it may be missing.',
  citation: 'RFC 5280, 5.2.5',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'list the certificate on the CRL for its reason, or widen onlySomeReasons',
  applies: (crl) => reasonsOf(crl) !== null && hasEntryExtension(crl, 'reasonCode'),
  finds: (crl) => {
    const reasons = reasonsOf(crl) ?? [];
    return findInEntries(crl, 'extensions.reasonCode', (entry) => {
      const reason = entryExtensionValue(entry, 'reasonCode')?.reason ?? null;
      if (reason === null || ALWAYS.has(reason) || reasons.includes(reason as ReasonFlag)) return null;
      const at = entryExtensionOf(entry, 'reasonCode')?.bytes ?? entry.bytes;
      const message = 'the reason is not in the scope of the CRL';
      return { message, at, expected: reasons.join(', '), actual: reason };
    });
  },
});

function reasonsOf(crl: LintCrl): readonly ReasonFlag[] | null {
  return crlExtensionValue(crl, 'issuingDistributionPoint')?.onlySomeReasons ?? null;
}
