import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const keyUsageCritical: Rule = defineRule({
  id: 'key-usage-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'keyUsage is critical',
  description: 'keyUsage should be critical: who does not understand it would use the key for what it is not for.',
  citation: 'RFC 5280, 4.2.1.3',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark keyUsage as critical',
  applies: (object) => extensionOf(object, 'keyUsage') !== null,
  finds: (object) => findCriticality(object, 'keyUsage', true),
});
