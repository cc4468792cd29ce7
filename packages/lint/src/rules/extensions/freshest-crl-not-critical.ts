import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const freshestCrlNotCritical: Rule = defineRule({
  id: 'freshest-crl-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'freshestCRL is not critical',
  description:
    'The extension says where delta CRLs are. Who does not use delta CRLs can take the full ones, so a CA marks ' +
    'it as not critical.',
  citation: 'RFC 5280, 4.2.1.15',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'mark freshestCRL as not critical',
  applies: (object) => extensionOf(object, 'freshestCRL') !== null,
  finds: (object) => findCriticality(object, 'freshestCRL', false),
});
