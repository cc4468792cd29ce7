import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const policyMappingsCritical: Rule = defineRule({
  id: 'policy-mappings-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'policyMappings are critical',
  description:
    'policyMappings should be critical since RFC 5280; RFC 3280 before it wanted the opposite. Who does not ' +
    'understand them takes policies for other ones than the CA meant.',
  citation: 'RFC 5280, 4.2.1.5',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'mark policyMappings as critical',
  applies: (object) => extensionOf(object, 'policyMappings') !== null,
  finds: (object) => findCriticality(object, 'policyMappings', true),
});
