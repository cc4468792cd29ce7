import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const extendedKeyUsageRepeatedPurpose: Rule = defineRule({
  id: 'extended-key-usage-repeated-purpose',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'notice',
  title: 'no purpose stands twice in extKeyUsage',
  description:
    'A purpose that stands twice allows no more than one that stands once. It is a sign that two templates were ' +
    'joined, and of two lists that differ a reader may have expected but one.',
  citation: 'no standard',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'name each purpose once',
  applies: (object) => extensionOf(object, 'extKeyUsage') !== null,
  finds: (object) => {
    const purposes = extensionValue(object, 'extKeyUsage')?.purposes ?? [];
    if (new Set(purposes).size === purposes.length) return [];
    const at = extensionOf(object, 'extKeyUsage')?.bytes;
    const message = 'a purpose stands twice in extKeyUsage';
    return [{ message, where: 'extensions.extKeyUsage', ...(at === undefined ? {} : { at }) }];
  },
});
