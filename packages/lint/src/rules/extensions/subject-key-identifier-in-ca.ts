import { extensionOf } from '../../object/extension-value.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const subjectKeyIdentifierInCa: Rule = defineRule({
  id: 'subject-key-identifier-in-ca',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the certificate of a CA has a subjectKeyIdentifier',
  description:
    'Certificates and CRLs that a CA issues name its key by this identifier. Without it, whoever builds a path ' +
    'tries every certificate of a CA of that name.',
  citation: 'RFC 5280, 4.2.1.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'add a subjectKeyIdentifier made from the public key',
  applies: (object) => isCa(object),
  finds: (object) => {
    if (extensionOf(object, 'subjectKeyIdentifier') !== null) return [];
    return [{ message: 'the certificate of a CA has no subjectKeyIdentifier', where: 'extensions', at: object.tbs }];
  },
});
