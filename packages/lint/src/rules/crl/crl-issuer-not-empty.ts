import { defineRule, type Rule } from '../../rule.ts';

export const crlIssuerNotEmpty: Rule = defineRule({
  id: 'crl-issuer-not-empty',
  kinds: ['crl'],
  severity: 'error',
  title: 'a CRL names its issuer',
  description:
    'The issuer of a CRL is a distinguished name with something in it. It is by this name that a CRL is found and ' +
    'matched with the certificates that it is about.',
  citation: 'RFC 5280, 5.1.2.3',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'issue the CRL with the subject of the CA certificate as issuer',
  applies: () => true,
  finds: ({ issuer }) => {
    if (issuer.rdns.some((rdn) => rdn.length > 0)) return [];
    return [{ message: 'the issuer is an empty name', where: 'issuer', at: issuer.bytes }];
  },
});
