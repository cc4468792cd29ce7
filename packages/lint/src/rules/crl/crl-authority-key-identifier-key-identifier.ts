import { Tag } from '@quorate/der';
import { extensionOf } from '../../object/extension-value.ts';
import { inside, readerOf } from '../../object/fields.ts';
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
    const extension = extensionOf(crl, 'authorityKeyIdentifier');
    if (extension === null) return [];
    const where = 'crlExtensions.authorityKeyIdentifier';
    // Not by the strict reader, which refuses an issuer without a serial number.
    const fields = inside(readerOf(extension.value).element(Tag.SEQUENCE), where).all();
    if (fields.some(({ tag }) => tag === 0x80)) return [];
    return [{ message: 'authorityKeyIdentifier has no keyIdentifier', where, at: extension.bytes }];
  },
});
