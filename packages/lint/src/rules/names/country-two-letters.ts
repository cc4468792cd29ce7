import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf } from '../../find/attributes.ts';
import { lenientText } from '../../find/distinguished-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const countryTwoLetters: Rule = defineRule({
  id: 'country-two-letters',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'countryName in the subject is two letters',
  description:
    'countryName is a code of two letters by ISO 3166. The name of the country, or a code of three letters, is ' +
    'not allowed, and readers with a bound of two refuse it.',
  citation: 'RFC 5280, A.1 (X520countryName)',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the code of ISO 3166-1 of two letters, for instance CH',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.countryName).length > 0,
  finds: ({ subject }) =>
    attributesOf(subject, attributeTypes.countryName).flatMap((attribute) => {
      const text = lenientText(attribute) ?? '';
      if (/^[A-Za-z]{2}$/.test(text)) return [];
      const message = 'countryName is not a code of two letters';
      return [
        { message, where: 'subject.countryName', at: attribute.value, expected: 'two letters', actual: quote(text) },
      ];
    }),
});
