import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf } from '../../find/attributes.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { rawGeneralNames } from '../../object/raw-general-name.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const subjectEmailInAltName: Rule = defineRule({
  id: 'subject-email-in-alt-name',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'an emailAddress in the subject stands in subjectAltName too',
  description:
    'New certificates name e-mail addresses by rfc822Name in subjectAltName. The old attribute emailAddress ' +
    'may stand beside it; alone it is not enough, because readers of today, and name constraints on addresses, ' +
    'look into subjectAltName first.',
  citation: 'RFC 5280, 4.1.2.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'put the address into subjectAltName as rfc822Name, and leave the attribute out',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.emailAddress).length > 0,
  finds: (object) => {
    const extension = extensionOf(object, 'subjectAltName');
    const names = extension === null ? [] : rawGeneralNames(extension.value, 'extensions.subjectAltName');
    if (names.some(({ form }) => form === 'rfc822Name')) return [];
    return attributesOf(object.subject, attributeTypes.emailAddress).map(({ value }) => ({
      message: 'the e-mail address of the subject is not in subjectAltName',
      where: 'subject.emailAddress',
      at: value,
    }));
  },
});
