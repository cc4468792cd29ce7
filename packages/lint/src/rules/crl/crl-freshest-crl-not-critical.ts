import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlFreshestCrlNotCritical: Rule = defineRule({
  id: 'crl-freshest-crl-not-critical',
  kinds: ['crl'],
  severity: 'error',
  title: 'the freshestCRL of a CRL is not critical',
  description:
    'freshestCRL offers newer knowledge and takes nothing from the CRL that it stands in, so it is marked as not ' +
    'critical: readers without delta CRLs use the complete one.',
  citation: 'RFC 5280, 5.2.6',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'leave the mark out',
  applies: (crl) => extensionOf(crl, 'freshestCRL') !== null,
  finds: (crl) => findCriticality(crl, 'freshestCRL', false),
});
