import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const inhibitAnyPolicyCritical: Rule = defineRule({
  id: 'inhibit-any-policy-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'inhibitAnyPolicy is critical',
  description:
    'A constraint that may be overlooked is none: who does not understand inhibitAnyPolicy must refuse the ' +
    'certificate, so a CA marks it as critical.',
  citation: 'RFC 5280, 4.2.1.14',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'mark inhibitAnyPolicy as critical',
  applies: (object) => extensionOf(object, 'inhibitAnyPolicy') !== null,
  finds: (object) => findCriticality(object, 'inhibitAnyPolicy', true),
});
