import { extensionOf } from '../../object/extension-value.ts';
import { isEndEntity } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const subjectKeyIdentifierEndEntity: Rule = defineRule({
  id: 'subject-key-identifier-end-entity',
  kinds: ['certificate', 'tbs'],
  severity: 'notice',
  title: 'the certificate of an end entity has a subjectKeyIdentifier',
  description:
    'The standard recommends the identifier in every certificate, so that those of one key can be found together. ' +
    'For servers of the public web the CA/Browser Forum advises against it, so this is worth a look and no more.',
  citation: 'RFC 5280, 4.2.1.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'add a subjectKeyIdentifier, unless a profile says otherwise',
  applies: (object) => isEndEntity(object),
  finds: (object) => {
    const { bytes: at } = object.publicKey;
    if (extensionOf(object, 'subjectKeyIdentifier') !== null) return [];
    return [{ message: 'the certificate has no subjectKeyIdentifier', where: 'extensions', at }];
  },
});
