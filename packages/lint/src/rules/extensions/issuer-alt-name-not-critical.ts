import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const issuerAltNameNotCritical: Rule = defineRule({
  id: 'issuer-alt-name-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'issuerAltName is not critical',
  description:
    'The names of the issuer play no part in the validation of a path, so the extension should not be critical.',
  citation: 'RFC 5280, 4.2.1.7',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark issuerAltName as not critical',
  applies: (object) => extensionOf(object, 'issuerAltName') !== null,
  finds: (object) => findCriticality(object, 'issuerAltName', false),
});
