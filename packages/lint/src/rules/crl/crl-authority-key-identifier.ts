import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlAuthorityKeyIdentifier: Rule = defineRule({
  id: 'crl-authority-key-identifier',
  kinds: ['crl'],
  severity: 'error',
  title: 'a CRL has an authorityKeyIdentifier',
  description:
    'Every CRL of a conforming CA says by authorityKeyIdentifier which key signed it. A CA with two keys, as during a ' +
    'renewal, is otherwise only to be told from itself by trying both.',
  citation: 'RFC 5280, 5.2.1',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'issue the CRL with the key identifier of the CA',
  applies: () => true,
  finds: (crl) => {
    if (extensionOf(crl, 'authorityKeyIdentifier') !== null) return [];
    return [{ message: 'the CRL has no authorityKeyIdentifier', where: 'crlExtensions', at: crl.tbs }];
  },
});
