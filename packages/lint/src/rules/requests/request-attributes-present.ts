import { defineRule, type Rule } from '../../rule.ts';

export const requestAttributesPresent: Rule = defineRule({
  id: 'request-attributes-present',
  kinds: ['csr'],
  severity: 'error',
  title: 'a request has the field attributes',
  description:
    'attributes is no optional field: a request that asks for nothing has it empty. Some tools leave it out, and ' +
    'strict readers then find the request cut off.',
  citation: 'RFC 2986, 4.1',
  source: 'RFC 2986',
  effective: null,
  until: null,
  remedy: 'write the empty field (A0 00) and sign again',
  applies: () => true,
  finds: ({ attributes, info }) =>
    attributes === null ? [{ message: 'the field attributes is left out', where: 'attributes', at: info }] : [],
});
