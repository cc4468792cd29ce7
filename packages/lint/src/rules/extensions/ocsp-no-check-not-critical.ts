import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const ocspNoCheckNotCritical: Rule = defineRule({
  id: 'ocsp-no-check-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'ocsp-nocheck is not critical',
  description: 'ocsp-nocheck should not be critical: many readers of certificates do not know it, and have no need to.',
  citation: 'RFC 6960, 4.2.2.2.1',
  source: 'RFC 6960',
  effective: '2013-06-01',
  until: null,
  remedy: 'mark ocsp-nocheck as not critical',
  applies: (object) => extensionOf(object, 'ocspNoCheck') !== null,
  finds: (object) => findCriticality(object, 'ocspNoCheck', false),
});
