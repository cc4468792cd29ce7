import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const issuingDistributionPointCritical: Rule = defineRule({
  id: 'issuing-distribution-point-critical',
  kinds: ['crl'],
  severity: 'error',
  title: 'issuingDistributionPoint is critical',
  description:
    'issuingDistributionPoint narrows what a CRL is about. Who does not see it takes every certificate that is not on the ' +
    'CRL for good, also those that it does not cover: so it is critical.',
  citation: 'RFC 5280, 5.2.5',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark issuingDistributionPoint as critical',
  applies: (crl) => extensionOf(crl, 'issuingDistributionPoint') !== null,
  finds: (crl) => findCriticality(crl, 'issuingDistributionPoint', true),
});
