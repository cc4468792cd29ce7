import { lenientText, namesOf, placedAttributes } from '../../find/distinguished-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const attributeNoOuterWhiteSpace: Rule = defineRule({
  id: 'attribute-no-outer-white-space',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'names do not begin or end with white space',
  description:
    'White space at the ends is not seen, and comparison by RFC 5280 ignores it, so two names that look and ' +
    'compare alike have other bytes: software that compares bytes takes them for two.',
  citation: 'RFC 5280, 7.1',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'take the white space off the ends',
  applies: (object) => namesOf(object).some(({ name }) => name.rdns.length > 0),
  finds: (object) =>
    placedAttributes(object).flatMap(({ where, attribute }) => {
      const text = lenientText(attribute);
      if (text === null || !/^\s|\s$/u.test(text)) return [];
      return [{ message: `${quote(text)} begins or ends with white space`, where, at: attribute.value }];
    }),
});
