import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlFreshestCrlNotInDelta: Rule = defineRule({
  id: 'crl-freshest-crl-not-in-delta',
  kinds: ['crl'],
  severity: 'error',
  title: 'a delta CRL has no freshestCRL',
  description:
    'freshestCRL says where the delta CRLs of a complete CRL are. In a delta CRL, which has none of its own, it leads ' +
    'readers round in a circle.',
  citation: 'RFC 5280, 5.2.6',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'leave freshestCRL out of delta CRLs',
  applies: (crl) => extensionOf(crl, 'freshestCRL') !== null,
  finds: (crl) => {
    const extension = extensionOf(crl, 'freshestCRL');
    if (extension === null || extensionOf(crl, 'deltaCRLIndicator') === null) return [];
    return [{ message: 'a delta CRL has freshestCRL', where: 'crlExtensions.freshestCRL', at: extension.bytes }];
  },
});
