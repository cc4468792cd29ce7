import { keyIdentifierOf } from '../../find/key-identifiers.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

const NAMES = ['subjectKeyIdentifier', 'authorityKeyIdentifier'] as const;

export const keyIdentifierNotEmpty: Rule = defineRule({
  id: 'key-identifier-not-empty',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'a key identifier has an octet',
  description:
    'An OCTET STRING may be empty by its type, but an empty identifier tells no key from another, and two of them ' +
    'match.',
  citation: 'no standard',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'make the identifier from the public key',
  applies: (object) =>
    extensionOf(object, 'subjectKeyIdentifier') !== null || extensionOf(object, 'authorityKeyIdentifier') !== null,
  finds: (object) =>
    NAMES.flatMap((name) => {
      if (keyIdentifierOf(object, name)?.length !== 0) return [];
      const at = extensionOf(object, name)?.bytes;
      const where = `extensions.${name}`;
      return [{ message: `the identifier in ${name} is empty`, where, ...(at === undefined ? {} : { at }) }];
    }),
});
