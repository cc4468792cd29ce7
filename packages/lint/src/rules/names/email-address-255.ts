import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf, findLongAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const emailAddress255: Rule = defineRule({
  id: 'email-address-255',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'emailAddress in the subject has at most 255 characters',
  description:
    'The upper bound of emailAddress (ub-emailaddress-length) is 255 characters, counted as characters and not ' +
    'as octets. Addresses stand better in subjectAltName, where there is no bound.',
  citation: 'RFC 5280, A.1 (ub-emailaddress-length)',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'shorten the attribute, or leave it out',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.emailAddress).length > 0,
  finds: ({ subject }) => findLongAttributes(subject, attributeTypes.emailAddress, 'subject.emailAddress', 255),
});
