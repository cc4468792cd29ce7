import { findCriticality } from '../../find/criticality.ts';
import { isSubordinateServerCa } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubCaInfoAccessNotCritical: Rule = defineRule({
  id: 'cabf-sub-ca-info-access-not-critical',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the authorityInfoAccess of a subordinate CA is not critical',
  description:
    'authorityInfoAccess says where the certificate of the issuer and its OCSP responder are. It is an offer to those who ' +
    'understand it, and never critical.',
  citation: 'CABF BR, 7.1.2.6.1 and 7.1.2.10.3',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the CA certificate without the mark on authorityInfoAccess',
  applies: (certificate) =>
    isSubordinateServerCa(certificate) && extensionOf(certificate, 'authorityInfoAccess') !== null,
  finds: (certificate) => findCriticality(certificate, 'authorityInfoAccess', false),
});
