import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlNumberNotCritical: Rule = defineRule({
  id: 'crl-number-not-critical',
  kinds: ['crl'],
  severity: 'error',
  title: 'the number of a CRL is not critical',
  description:
    'cRLNumber is marked as not critical: a reader that knows nothing of numbers can use the CRL all the same.',
  citation: 'RFC 5280, 5.2.3',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the mark out',
  applies: (crl) => extensionOf(crl, 'cRLNumber') !== null,
  finds: (crl) => findCriticality(crl, 'cRLNumber', false),
});
