import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const nameConstraintsCritical: Rule = defineRule({
  id: 'name-constraints-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'nameConstraints are critical',
  description:
    'A constraint that may be overlooked is none: who does not understand nameConstraints must refuse the ' +
    'certificate, so a CA marks them as critical.',
  citation: 'RFC 5280, 4.2.1.10',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark nameConstraints as critical',
  applies: (object) => extensionOf(object, 'nameConstraints') !== null,
  finds: (object) => findCriticality(object, 'nameConstraints', true),
});
