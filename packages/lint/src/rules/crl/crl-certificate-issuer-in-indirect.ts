import { findInEntries, hasEntryExtension } from '../../find/crl-entries.ts';
import { crlExtensionValue, entryExtensionOf } from '../../object/crl-extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlCertificateIssuerInIndirect: Rule = defineRule({
  id: 'crl-certificate-issuer-in-indirect',
  kinds: ['crl'],
  severity: 'error',
  title: 'certificateIssuer stands in indirect CRLs alone',
  description:
    'A CRL with entries about certificates of other CAs says so, by indirectCRL in its issuingDistributionPoint. Without ' +
    'that, all its entries are about certificates of the issuer of the CRL, and no entry names another.',
  citation: 'RFC 5280, 5.2.5 and 5.3.3',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'set indirectCRL in a critical issuingDistributionPoint, or take the entries out',
  applies: (crl) => hasEntryExtension(crl, 'certificateIssuer'),
  finds: (crl) => {
    if (crlExtensionValue(crl, 'issuingDistributionPoint')?.indirectCRL === true) return [];
    return findInEntries(crl, 'extensions.certificateIssuer', (entry) => {
      const extension = entryExtensionOf(entry, 'certificateIssuer');
      return extension === null ? null : { message: 'the CRL is not indirect', at: extension.bytes };
    });
  },
});
