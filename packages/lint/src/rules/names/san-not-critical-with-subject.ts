import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const sanNotCriticalWithSubject: Rule = defineRule({
  id: 'san-not-critical-with-subject',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'beside a subject, subjectAltName is not critical',
  description:
    'A certificate whose subject has a name should have a subjectAltName that is not critical: marked so, ' +
    'readers that know only subject refuse a certificate which they could use.',
  citation: 'RFC 5280, 4.2.1.6',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'leave the mark out, or leave the subject empty',
  applies: (object) => extensionOf(object, 'subjectAltName') !== null && object.subject.rdns.length > 0,
  finds: (object) => findCriticality(object, 'subjectAltName', false),
});
