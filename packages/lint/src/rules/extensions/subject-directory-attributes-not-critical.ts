import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const subjectDirectoryAttributesNotCritical: Rule = defineRule({
  id: 'subject-directory-attributes-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'subjectDirectoryAttributes are not critical',
  description:
    'The attributes describe the subject, for instance its nationality, and restrict nothing; a CA marks them as ' +
    'not critical.',
  citation: 'RFC 5280, 4.2.1.8',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark subjectDirectoryAttributes as not critical',
  applies: (object) => extensionOf(object, 'subjectDirectoryAttributes') !== null,
  finds: (object) => findCriticality(object, 'subjectDirectoryAttributes', false),
});
