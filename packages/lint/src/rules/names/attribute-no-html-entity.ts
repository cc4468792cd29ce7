import { lenientText, namesOf, placedAttributes } from '../../find/distinguished-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const attributeNoHtmlEntity: Rule = defineRule({
  id: 'attribute-no-html-entity',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'names have no HTML entities',
  description:
    'An `&amp;` in a name is the mark of a web form that escaped its input before it was put into the ' +
    'certificate. The name is then not the one that was asked for.',
  citation: 'HTML, 13.5',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'write the character itself in place of the entity',
  applies: (object) => namesOf(object).some(({ name }) => name.rdns.length > 0),
  finds: (object) =>
    placedAttributes(object).flatMap(({ where, attribute }) => {
      const text = lenientText(attribute);
      if (text === null || !/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i.test(text)) return [];
      return [{ message: `${quote(text)} has an HTML entity`, where, at: attribute.value }];
    }),
});
