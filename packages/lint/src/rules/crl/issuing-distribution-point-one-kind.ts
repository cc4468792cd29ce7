import { crlExtensionValue } from '../../object/crl-extension-value.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const issuingDistributionPointOneKind: Rule = defineRule({
  id: 'issuing-distribution-point-one-kind',
  kinds: ['crl'],
  severity: 'error',
  title: 'a CRL is narrowed to one kind of certificates at most',
  description:
    'Of onlyContainsUserCerts, onlyContainsCACerts and onlyContainsAttributeCerts at most one is true. With two of them ' +
    'the CRL is about nothing: no certificate is of both kinds.',
  citation: 'RFC 5280, 5.2.5',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'keep the one that is true of the CRL, or none when it covers all kinds',
  applies: (crl) => extensionOf(crl, 'issuingDistributionPoint') !== null,
  finds: (crl) => {
    const point = crlExtensionValue(crl, 'issuingDistributionPoint');
    const all = ['onlyContainsUserCerts', 'onlyContainsCACerts', 'onlyContainsAttributeCerts'] as const;
    const set = all.filter((name) => point?.[name] === true);
    if (set.length <= 1) return [];
    const message = 'the CRL says of two kinds of certificates that it has no others';
    const at = extensionOf(crl, 'issuingDistributionPoint')?.bytes ?? crl.tbs;
    return [{ message, where: 'crlExtensions.issuingDistributionPoint', at, actual: set.join(', ') }];
  },
});
