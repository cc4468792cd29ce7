import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const requestAttributeValuesNotEmpty: Rule = defineRule({
  id: 'request-attribute-values-not-empty',
  kinds: ['csr'],
  severity: 'error',
  title: 'every attribute of a request has a value',
  description:
    'The values of an attribute are a SET of one or more. An attribute without a value asks for nothing and is ' +
    'malformed.',
  citation: 'RFC 2986, 4.1',
  source: 'RFC 2986',
  effective: null,
  until: null,
  remedy: 'give the attribute its value, or leave it out',
  applies: ({ attributes }) => attributes !== null && attributes.length > 0,
  finds: ({ attributes }) =>
    (attributes ?? [])
      .filter(({ values }) => values.length === 0)
      .map(({ type, bytes }) => ({ message: `attribute ${quote(type)} has no value`, where: 'attributes', at: bytes })),
});
