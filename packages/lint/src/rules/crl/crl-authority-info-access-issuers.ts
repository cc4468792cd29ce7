import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

const CA_ISSUERS = '1.3.6.1.5.5.7.48.2';

export const crlAuthorityInfoAccessIssuers: Rule = defineRule({
  id: 'crl-authority-info-access-issuers',
  kinds: ['crl'],
  severity: 'error',
  title: 'the authorityInfoAccess of a CRL has the access method caIssuers and no other',
  description:
    'In a CRL authorityInfoAccess tells where certificates are with which its signature can be checked: the method ' +
    'caIssuers. No other method stands there, OCSP least of all.',
  citation: 'RFC 5280, 5.2.7',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'keep the descriptions with caIssuers alone',
  applies: (crl) => extensionOf(crl, 'authorityInfoAccess') !== null,
  finds: (crl) => {
    const descriptions = extensionValue(crl, 'authorityInfoAccess')?.descriptions ?? [];
    const at = extensionOf(crl, 'authorityInfoAccess')?.bytes ?? crl.tbs;
    return descriptions.flatMap(({ method }, i) => {
      if (method === CA_ISSUERS) return [];
      const message = `the access method \`${method}\` has no place in a CRL`;
      return [{ message, where: `crlExtensions.authorityInfoAccess[${i}]`, at, expected: CA_ISSUERS }];
    });
  },
});
