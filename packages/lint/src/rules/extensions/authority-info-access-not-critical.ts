import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const authorityInfoAccessNotCritical: Rule = defineRule({
  id: 'authority-info-access-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'authorityInfoAccess is not critical',
  description:
    'The extension says where more is to be had about the issuer. It restricts nothing, so a CA marks it as not ' +
    'critical.',
  citation: 'RFC 5280, 4.2.2.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark authorityInfoAccess as not critical',
  applies: (object) => extensionOf(object, 'authorityInfoAccess') !== null,
  finds: (object) => findCriticality(object, 'authorityInfoAccess', false),
});
