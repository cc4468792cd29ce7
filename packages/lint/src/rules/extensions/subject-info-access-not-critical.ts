import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const subjectInfoAccessNotCritical: Rule = defineRule({
  id: 'subject-info-access-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'subjectInfoAccess is not critical',
  description:
    'The extension says which services the subject offers. It restricts nothing, so a CA marks it as not ' +
    'critical.',
  citation: 'RFC 5280, 4.2.2.2',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'mark subjectInfoAccess as not critical',
  applies: (object) => extensionOf(object, 'subjectInfoAccess') !== null,
  finds: (object) => findCriticality(object, 'subjectInfoAccess', false),
});
