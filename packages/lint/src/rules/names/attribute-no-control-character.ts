import { lenientText, namesOf, placedAttributes } from '../../find/distinguished-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const attributeNoControlCharacter: Rule = defineRule({
  id: 'attribute-no-control-character',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'names have no control characters',
  description:
    'Control characters are not seen, move the cursor of a terminal, and end the text for software that takes ' +
    'a zero octet for its end. They come from a form that was pasted into, or from somebody who means to ' +
    'deceive.',
  citation: 'RFC 4518, 2.2',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'take the control characters out of the name',
  applies: (object) => namesOf(object).some(({ name }) => name.rdns.length > 0),
  finds: (object) =>
    placedAttributes(object).flatMap(({ where, attribute }) => {
      const text = lenientText(attribute);
      if (text === null || !/\p{Cc}/u.test(text)) return [];
      return [{ message: `${quote(text)} has a control character`, where, at: attribute.value }];
    }),
});
