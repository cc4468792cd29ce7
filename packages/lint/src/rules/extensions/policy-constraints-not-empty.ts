import { extensionItems } from '../../object/extension-items.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const policyConstraintsNotEmpty: Rule = defineRule({
  id: 'policy-constraints-not-empty',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'policyConstraints have a field',
  description:
    'policyConstraints demand an explicit policy, inhibit mappings, or both. Empty, they demand nothing, and what ' +
    'readers make of that is not defined.',
  citation: 'RFC 5280, 4.2.1.11',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'set requireExplicitPolicy or inhibitPolicyMapping, or leave the extension out',
  applies: (object) => extensionOf(object, 'policyConstraints') !== null,
  finds: (object) => {
    const extension = extensionOf(object, 'policyConstraints');
    if (extension === null || extensionItems(extension, 'policyConstraints').length > 0) return [];
    return [{ message: 'policyConstraints are empty', where: 'extensions.policyConstraints', at: extension.bytes }];
  },
});
