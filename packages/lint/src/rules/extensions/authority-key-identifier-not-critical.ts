import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const authorityKeyIdentifierNotCritical: Rule = defineRule({
  id: 'authority-key-identifier-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'authorityKeyIdentifier is not critical',
  description:
    'The identifier helps to find the issuer and restricts nothing, so there is nothing in it that a reader must ' +
    'understand; a CA marks it as not critical.',
  citation: 'RFC 5280, 4.2.1.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark authorityKeyIdentifier as not critical',
  applies: (object) => extensionOf(object, 'authorityKeyIdentifier') !== null,
  finds: (object) => findCriticality(object, 'authorityKeyIdentifier', false),
});
