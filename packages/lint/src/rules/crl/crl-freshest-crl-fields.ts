import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlFreshestCrlFields: Rule = defineRule({
  id: 'crl-freshest-crl-fields',
  kinds: ['crl'],
  severity: 'error',
  title: 'the freshestCRL of a CRL says where and nothing else',
  description:
    'In a CRL only the field distributionPoint of freshestCRL has a meaning; reasons and cRLIssuer are left out. The ' +
    'delta CRLs have the issuer and the scope of the complete one.',
  citation: 'RFC 5280, 5.2.6',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'leave reasons and cRLIssuer out of freshestCRL',
  applies: (crl) => extensionOf(crl, 'freshestCRL') !== null,
  finds: (crl) => {
    const points = extensionValue(crl, 'freshestCRL')?.points ?? [];
    const at = extensionOf(crl, 'freshestCRL')?.bytes ?? crl.tbs;
    return points.flatMap(({ reasons, cRLIssuer }, i) => {
      if (reasons === null && cRLIssuer === null) return [];
      const message = 'a point of freshestCRL has reasons or cRLIssuer';
      return [{ message, where: `crlExtensions.freshestCRL[${i}]`, at }];
    });
  },
});
