import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlAuthorityKeyIdentifierKeyIdentifier: Rule = defineRule({
  id: 'crl-authority-key-identifier-key-identifier',
  kinds: ['crl'],
  severity: 'error',
  title: 'the authorityKeyIdentifier of a CRL has a keyIdentifier',
  description:
    'A CRL names the key that signed it by the identifier of that key, the subjectKeyIdentifier of the CA. Issuer and ' +
    'serial number name one certificate of the CA, which a renewed one no longer is.',
  citation: 'RFC 5280, 5.2.1',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'put the subjectKeyIdentifier of the CA certificate into keyIdentifier',
  applies: (crl) => extensionOf(crl, 'authorityKeyIdentifier') !== null,
  finds: (crl) => {
    if (extensionValue(crl, 'authorityKeyIdentifier')?.keyIdentifier !== null) return [];
    const at = extensionOf(crl, 'authorityKeyIdentifier')?.bytes ?? crl.tbs;
    const message = 'authorityKeyIdentifier has no keyIdentifier';
    return [{ message, where: 'crlExtensions.authorityKeyIdentifier', at }];
  },
});
