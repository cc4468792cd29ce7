import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlNumberPresent: Rule = defineRule({
  id: 'crl-number-present',
  kinds: ['crl'],
  severity: 'error',
  title: 'a CRL has a number',
  description:
    'Every CRL of a conforming CA has cRLNumber, which grows from one to the next: so anybody can tell which of two is ' +
    'the newer, and to which complete CRL a delta CRL belongs.',
  citation: 'RFC 5280, 5.2.3',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'count the CRLs of the CA, and issue each with its number',
  applies: () => true,
  finds: (crl) => {
    if (extensionOf(crl, 'cRLNumber') !== null) return [];
    return [{ message: 'the CRL has no cRLNumber', where: 'crlExtensions', at: crl.tbs }];
  },
});
