import { extensionOf } from '../../object/extension-value.ts';
import { hasPurpose, isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const caAnyExtendedKeyUsage: Rule = defineRule({
  id: 'ca-any-extended-key-usage',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'a CA does not name anyExtendedKeyUsage',
  description:
    'HSM services ask for anyExtendedKeyUsage in their samples. In the certificate of a CA it narrows nothing, and marked ' +
    'critical it makes readers refuse the certificate that look for the purpose they know.',
  citation: 'RFC 5280, 4.2.1.12; SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'leave extKeyUsage out, or name the purposes that the CA issues for',
  applies: (object) => isCa(object) && extensionOf(object, 'extKeyUsage') !== null,
  finds: (object) => {
    const extension = extensionOf(object, 'extKeyUsage');
    if (extension === null || !hasPurpose(object, 'anyExtendedKeyUsage')) return [];
    const message = 'the CA names anyExtendedKeyUsage';
    return [{ message, where: 'extensions.extKeyUsage', at: extension.bytes }];
  },
});
