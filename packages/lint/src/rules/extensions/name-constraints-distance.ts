import { extensionOf } from '../../object/extension-value.ts';
import { rawSubtrees } from '../../object/raw-subtrees.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const nameConstraintsDistance: Rule = defineRule({
  id: 'name-constraints-distance',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'a name constraint has minimum 0 and no maximum',
  description:
    'minimum and maximum count levels of a subtree. This profile uses them with no form of name: minimum is 0, ' +
    'maximum absent. Readers that meet others refuse the certificate.',
  citation: 'RFC 5280, 4.2.1.10',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave minimum and maximum out',
  applies: (object) => extensionOf(object, 'nameConstraints') !== null,
  finds: (object) =>
    rawSubtrees(object).flatMap(({ list, bytes, minimum, maximum }) => {
      const isZero = minimum?.every((octet) => octet === 0) ?? true;
      if (isZero && maximum === null) return [];
      const message = isZero ? 'a name constraint has a maximum' : 'a name constraint has a minimum other than 0';
      return [{ message, where: `extensions.nameConstraints.${list}`, at: bytes }];
    }),
});
