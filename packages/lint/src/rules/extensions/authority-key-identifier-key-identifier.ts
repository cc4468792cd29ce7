import { extensionItems } from '../../object/extension-items.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { isSelfIssued } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const authorityKeyIdentifierKeyIdentifier: Rule = defineRule({
  id: 'authority-key-identifier-key-identifier',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'a certificate names the key of its issuer by its identifier',
  description:
    'Every certificate has authorityKeyIdentifier with keyIdentifier, so that the key that signed it is found at ' +
    'once. Only a certificate that is signed by its own key may do without; here, one whose issuer is its ' +
    'subject.',
  citation: 'RFC 5280, 4.2.1.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'add authorityKeyIdentifier with the subjectKeyIdentifier of the CA',
  applies: (object) => !isSelfIssued(object),
  finds: (object) => {
    const extension = extensionOf(object, 'authorityKeyIdentifier');
    if (extension === null) {
      return [{ message: 'the certificate has no authorityKeyIdentifier', where: 'extensions', at: object.tbs }];
    }
    if (extensionItems(extension, 'authorityKeyIdentifier').some(({ tag }) => tag === 0x80)) return [];
    const message = 'authorityKeyIdentifier has no keyIdentifier';
    return [{ message, where: 'extensions.authorityKeyIdentifier', at: extension.bytes }];
  },
});
