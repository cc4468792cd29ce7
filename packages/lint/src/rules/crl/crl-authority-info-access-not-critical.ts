import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlAuthorityInfoAccessNotCritical: Rule = defineRule({
  id: 'crl-authority-info-access-not-critical',
  kinds: ['crl'],
  severity: 'error',
  title: 'the authorityInfoAccess of a CRL is not critical',
  description:
    'authorityInfoAccess in a CRL says where the certificate of its issuer can be had. It is an offer, and marked as not ' +
    'critical.',
  citation: 'RFC 5280, 5.2.7',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'leave the mark out',
  applies: (crl) => extensionOf(crl, 'authorityInfoAccess') !== null,
  finds: (crl) => findCriticality(crl, 'authorityInfoAccess', false),
});
