import { findInEntries, hasEntryExtension } from '../../find/crl-entries.ts';
import { entryExtensionOf, entryExtensionValue } from '../../object/crl-extension-value.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlReasonRemoveInDelta: Rule = defineRule({
  id: 'crl-reason-remove-in-delta',
  kinds: ['crl'],
  severity: 'error',
  title: 'removeFromCRL stands in delta CRLs alone',
  description:
    'The reason removeFromCRL (8) takes an entry of the base CRL back: it is no revocation. A complete CRL just leaves ' +
    'the certificate out; with this reason in it, some readers take the certificate for revoked and some do not.',
  citation: 'RFC 5280, 5.3.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the certificate off the complete CRL',
  applies: (crl) => hasEntryExtension(crl, 'reasonCode') && extensionOf(crl, 'deltaCRLIndicator') === null,
  finds: (crl) =>
    findInEntries(crl, 'extensions.reasonCode', (entry) => {
      if (entryExtensionValue(entry, 'reasonCode')?.reason !== 'removeFromCRL') return null;
      const at = entryExtensionOf(entry, 'reasonCode')?.bytes ?? entry.bytes;
      return { message: 'removeFromCRL stands in a CRL that is no delta CRL', at };
    }),
});
