import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const subjectKeyIdentifierNotCritical: Rule = defineRule({
  id: 'subject-key-identifier-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'subjectKeyIdentifier is not critical',
  description:
    'The identifier helps to find certificates and restricts nothing, so there is nothing in it that a reader ' +
    'must understand; a CA marks it as not critical.',
  citation: 'RFC 5280, 4.2.1.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark subjectKeyIdentifier as not critical',
  applies: (object) => extensionOf(object, 'subjectKeyIdentifier') !== null,
  finds: (object) => findCriticality(object, 'subjectKeyIdentifier', false),
});
