import { crlExtensionValue } from '../../object/crl-extension-value.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const deltaCrlNumberAboveBase: Rule = defineRule({
  id: 'delta-crl-number-above-base',
  kinds: ['crl'],
  severity: 'error',
  title: 'the number of a delta CRL is above that of its base',
  description:
    'A delta CRL is joined with a complete CRL whose number is at least that of the base and less than that of the delta ' +
    'CRL. When its own number is not above that of its base, there is none that it can be joined with.',
  citation: 'RFC 5280, 5.2.4',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'number complete and delta CRLs in one sequence, and name an earlier complete one as the base',
  applies: (crl) => extensionOf(crl, 'deltaCRLIndicator') !== null && extensionOf(crl, 'cRLNumber') !== null,
  finds: (crl) => {
    const base = crlExtensionValue(crl, 'deltaCRLIndicator')?.number ?? 0n;
    const own = crlExtensionValue(crl, 'cRLNumber')?.number ?? 0n;
    if (own > base) return [];
    const at = extensionOf(crl, 'deltaCRLIndicator')?.bytes ?? crl.tbs;
    const message = 'the number of the delta CRL is not above that of its base';
    return [{ message, where: 'crlExtensions.deltaCRLIndicator', at, expected: `below ${own}`, actual: String(base) }];
  },
});
