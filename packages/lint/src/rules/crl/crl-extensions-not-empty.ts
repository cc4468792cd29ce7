import { defineRule, type Rule } from '../../rule.ts';

export const crlExtensionsNotEmpty: Rule = defineRule({
  id: 'crl-extensions-not-empty',
  kinds: ['crl'],
  severity: 'error',
  title: 'the list of extensions of a CRL has something in it',
  description:
    'crlExtensions, when it is there, is a sequence of at least one extension. Every conforming CRL has two, its number ' +
    'and the identifier of the key that signed it.',
  citation: 'RFC 5280, 5.1.2.7',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'issue the CRL with cRLNumber and authorityKeyIdentifier',
  applies: ({ extensions }) => extensions !== null,
  finds: ({ extensions, tbs }) =>
    extensions?.length === 0 ? [{ message: 'crlExtensions is there and empty', where: 'crlExtensions', at: tbs }] : [],
});
