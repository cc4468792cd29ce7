import { findInEntries, hasEntryExtension } from '../../find/crl-entries.ts';
import { entryExtensionOf } from '../../object/crl-extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlReasonKnown: Rule = defineRule({
  id: 'crl-reason-known',
  kinds: ['crl'],
  severity: 'error',
  title: 'the reason of a revocation is one that RFC 5280 has',
  description:
    'CRLReason is an ENUMERATED of 0 to 6 and 8 to 10; the number 7 was never given a meaning. What another number says ' +
    'is up to each reader.',
  citation: 'RFC 5280, 5.3.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'use a reason of the list, or leave reasonCode out',
  applies: (crl) => hasEntryExtension(crl, 'reasonCode'),
  finds: (crl) =>
    findInEntries(crl, 'extensions.reasonCode', (entry) => {
      const value = entryExtensionOf(entry, 'reasonCode')?.value;
      if (value === undefined) return null;
      if (value.length !== 3 || value[0] !== 0x0a || value[1] !== 1) {
        return { message: 'reasonCode is no ENUMERATED of one octet', at: value };
      }
      const code = value[2] as number;
      if (code <= 10 && code !== 7) return null;
      return { message: 'there is no such reason', at: value, expected: '0 to 6 or 8 to 10', actual: String(code) };
    }),
});
