import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlIssuerAltNameNotCritical: Rule = defineRule({
  id: 'crl-issuer-alt-name-not-critical',
  kinds: ['crl'],
  severity: 'warning',
  title: 'the issuerAltName of a CRL is not critical',
  description:
    'Further names of the issuer should not be critical: the CRL is matched by its issuer, and who ignores the others ' +
    'loses nothing.',
  citation: 'RFC 5280, 5.2.2',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'leave the mark out',
  applies: (crl) => extensionOf(crl, 'issuerAltName') !== null,
  finds: (crl) => findCriticality(crl, 'issuerAltName', false),
});
