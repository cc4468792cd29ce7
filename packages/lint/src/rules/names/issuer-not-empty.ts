import { defineRule, type Rule } from '../../rule.ts';

export const issuerNotEmpty: Rule = defineRule({
  id: 'issuer-not-empty',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the issuer has a name',
  description:
    'The issuer field is a distinguished name that is not empty: path building goes by it, and an empty one is ' +
    'the same for every CA.',
  citation: 'RFC 5280, 4.1.2.4',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'issue the certificate under a CA that has a name',
  applies: () => true,
  finds: ({ issuer }) =>
    issuer.rdns.length > 0 ? [] : [{ message: 'the issuer is an empty name', where: 'issuer', at: issuer.bytes }],
});
