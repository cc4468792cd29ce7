import { Tag } from '@quorate/der';
import { attributeName, attributeTypes } from '../../find/attribute-types.ts';
import { flatAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

const TYPES: ReadonlySet<string> = new Set([attributeTypes.domainComponent, attributeTypes.emailAddress]);

export const attributeIa5String: Rule = defineRule({
  id: 'attribute-ia5-string',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'domainComponent and emailAddress in the subject are IA5Strings',
  description:
    'The type of both attributes is IA5String and no other: the at sign of an address is not in ' +
    'PrintableString, and what is beyond ASCII has its own form. Written as UTF8String they make other names ' +
    'for readers that compare bytes.',
  citation: 'RFC 5280, A.1 (DomainComponent, EmailAddress)',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'encode the attribute as IA5String',
  applies: ({ subject }) => flatAttributes(subject).some(({ type }) => TYPES.has(type)),
  finds: ({ subject }) =>
    flatAttributes(subject)
      .filter(({ type, tag }) => TYPES.has(type) && tag !== Tag.IA5_STRING)
      .map(({ type, value, tag }) => ({
        message: `${attributeName(type)} is no IA5String`,
        where: `subject.${attributeName(type)}`,
        at: value,
        expected: 'tag 0x16',
        actual: `tag 0x${tag.toString(16).padStart(2, '0')}`,
      })),
});
