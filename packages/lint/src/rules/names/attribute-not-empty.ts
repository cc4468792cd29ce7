import { namesOf, placedAttributes } from '../../find/distinguished-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const attributeNotEmpty: Rule = defineRule({
  id: 'attribute-not-empty',
  kinds: ['certificate', 'tbs', 'csr', 'crl'],
  severity: 'error',
  title: 'no attribute of a name is empty',
  description:
    'The strings of names have at least one character. An empty attribute is what is left of a form field that ' +
    'nobody filled in.',
  citation: 'RFC 5280, A.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the attribute out',
  applies: (object) => namesOf(object).some(({ name }) => name.rdns.length > 0),
  finds: (object) =>
    placedAttributes(object).flatMap(({ where, attribute: { text, error, content, value } }) =>
      content.length === 0 && (text !== null || error !== null)
        ? [{ message: `${where} is empty`, where, at: value }]
        : [],
    ),
});
