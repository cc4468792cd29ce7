import { crlExtensionValue } from '../../object/crl-extension-value.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const issuingDistributionPointNoAttributeCerts: Rule = defineRule({
  id: 'issuing-distribution-point-no-attribute-certs',
  kinds: ['crl'],
  severity: 'error',
  title: 'a CRL of a CA is not about attribute certificates',
  description:
    'A conforming issuer leaves onlyContainsAttributeCerts false: the profile is of certificates of public keys. A ' +
    'verifier finds nothing for them on a CRL that is about attribute certificates alone.',
  citation: 'RFC 5280, 5.2.5',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'leave onlyContainsAttributeCerts out',
  applies: (crl) => extensionOf(crl, 'issuingDistributionPoint') !== null,
  finds: (crl) => {
    if (crlExtensionValue(crl, 'issuingDistributionPoint')?.onlyContainsAttributeCerts !== true) return [];
    const at = extensionOf(crl, 'issuingDistributionPoint')?.bytes ?? crl.tbs;
    const message = 'onlyContainsAttributeCerts is true';
    return [{ message, where: 'crlExtensions.issuingDistributionPoint', at }];
  },
});
