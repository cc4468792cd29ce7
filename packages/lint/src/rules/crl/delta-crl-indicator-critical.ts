import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const deltaCrlIndicatorCritical: Rule = defineRule({
  id: 'delta-crl-indicator-critical',
  kinds: ['crl'],
  severity: 'error',
  title: 'deltaCRLIndicator is critical',
  description:
    'A delta CRL lists what changed since its base and nothing else. Who does not see that takes it for complete, and ' +
    'revoked certificates for good: so the indicator is critical.',
  citation: 'RFC 5280, 5.2.4',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark deltaCRLIndicator as critical',
  applies: (crl) => extensionOf(crl, 'deltaCRLIndicator') !== null,
  finds: (crl) => findCriticality(crl, 'deltaCRLIndicator', true),
});
