import { extensionOf, extensionsOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const requestAuthorityKeyIdentifierAbsent: Rule = defineRule({
  id: 'request-authority-key-identifier-absent',
  kinds: ['csr'],
  severity: 'notice',
  title: 'a request does not ask for an authorityKeyIdentifier',
  description:
    'authorityKeyIdentifier names the key of the CA that issues the certificate, which the one who asks may not ' +
    'know. A CA that copies what was asked for would name the wrong key.',
  citation: 'no standard',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'leave the extension out of the request',
  applies: (object) => extensionsOf(object).length > 0,
  finds: (object) => {
    const extension = extensionOf(object, 'authorityKeyIdentifier');
    const message = 'the request asks for an authorityKeyIdentifier';
    return extension === null ? [] : [{ message, where: 'extensions.authorityKeyIdentifier', at: extension.bytes }];
  },
});
