import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const policyConstraintsCritical: Rule = defineRule({
  id: 'policy-constraints-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'policyConstraints are critical',
  description:
    'A constraint that may be overlooked is none: who does not understand policyConstraints must refuse the ' +
    'certificate, so a CA marks them as critical.',
  citation: 'RFC 5280, 4.2.1.11',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'mark policyConstraints as critical',
  applies: (object) => extensionOf(object, 'policyConstraints') !== null,
  finds: (object) => findCriticality(object, 'policyConstraints', true),
});
