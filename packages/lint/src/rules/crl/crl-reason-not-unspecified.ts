import { findInEntries, hasEntryExtension } from '../../find/crl-entries.ts';
import { entryExtensionOf, entryExtensionValue } from '../../object/crl-extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlReasonNotUnspecified: Rule = defineRule({
  id: 'crl-reason-not-unspecified',
  kinds: ['crl'],
  severity: 'warning',
  title: 'a revocation without a reason has no reasonCode',
  description:
    'reasonCode should be left out when there is nothing to say, in place of the value unspecified (0): both mean the ' +
    'same, and the extension only makes the CRL longer.',
  citation: 'RFC 5280, 5.3.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'give the true reason, or leave reasonCode out',
  applies: (crl) => hasEntryExtension(crl, 'reasonCode'),
  finds: (crl) =>
    findInEntries(crl, 'extensions.reasonCode', (entry) => {
      if (entryExtensionValue(entry, 'reasonCode')?.code !== 0) return null;
      return { message: 'the reason is unspecified', at: entryExtensionOf(entry, 'reasonCode')?.bytes ?? entry.bytes };
    }),
});
