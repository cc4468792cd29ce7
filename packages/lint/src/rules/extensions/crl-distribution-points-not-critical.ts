import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlDistributionPointsNotCritical: Rule = defineRule({
  id: 'crl-distribution-points-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'cRLDistributionPoints are not critical',
  description:
    'The extension should not be critical: it says where CRLs are, and who has other means to learn of ' +
    'revocations need not understand it.',
  citation: 'RFC 5280, 4.2.1.13',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark cRLDistributionPoints as not critical',
  applies: (object) => extensionOf(object, 'cRLDistributionPoints') !== null,
  finds: (object) => findCriticality(object, 'cRLDistributionPoints', false),
});
