import { extensionItems } from '../../object/extension-items.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

const ISSUER = 'authorityCertIssuer';
const SERIAL = 'authorityCertSerialNumber';

export const authorityKeyIdentifierIssuerWithSerial: Rule = defineRule({
  id: 'authority-key-identifier-issuer-with-serial',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'authorityKeyIdentifier has both issuer and serial number, or neither',
  description:
    'authorityCertIssuer and authorityCertSerialNumber name one certificate together. One of them alone names ' +
    'none.',
  citation: 'RFC 5280, A.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave both out, and name the key by keyIdentifier',
  applies: (object) => extensionOf(object, 'authorityKeyIdentifier') !== null,
  finds: (object) => {
    const extension = extensionOf(object, 'authorityKeyIdentifier');
    const tags = extension === null ? [] : extensionItems(extension, 'authorityKeyIdentifier').map(({ tag }) => tag);
    if (extension === null || tags.includes(0xa1) === tags.includes(0x82)) return [];
    const [has, lacks] = tags.includes(0xa1) ? [ISSUER, SERIAL] : [SERIAL, ISSUER];
    const message = `authorityKeyIdentifier has ${has} without ${lacks}`;
    return [{ message, where: 'extensions.authorityKeyIdentifier', at: extension.bytes }];
  },
});
