import { lenientText, namesOf, placedAttributes } from '../../find/distinguished-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const attributeStringValid: Rule = defineRule({
  id: 'attribute-string-valid',
  kinds: ['certificate', 'tbs', 'csr', 'crl'],
  severity: 'error',
  title: 'the characters of a name are those of its string types',
  description:
    'Each string type has its characters: PrintableString has no at sign, asterisk, ampersand or underscore, ' +
    'IA5String ends with ASCII, UTF8String is well-formed UTF-8. Readers that check refuse the name, and those ' +
    'that do not may read another one.',
  citation: 'RFC 5280, A.1; X.680, 41',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'encode the attribute as UTF8String',
  applies: (object) => namesOf(object).some(({ name }) => name.rdns.length > 0),
  finds: (object) =>
    placedAttributes(object).flatMap(({ where, attribute }) => {
      if (attribute.error === null) return [];
      const message = `${quote(lenientText(attribute) ?? '')} has characters that its string type does not have`;
      return [{ message, where, at: attribute.value }];
    }),
});
