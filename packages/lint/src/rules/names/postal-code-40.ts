import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf, findLongAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const postalCode40: Rule = defineRule({
  id: 'postal-code-40',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'postalCode in the subject has at most 40 characters',
  description:
    'The upper bound of postalCode (ub-postal-code) is 40 characters. RFC 5280 does not define the attribute; ' +
    'X.520 does. The bound of 16 in RFC 5280 is about postal addresses of X.400.',
  citation: 'X.520 (02/2001), Annex C (ub-postal-code)',
  source: 'X.520',
  effective: '2001-02-01',
  until: null,
  remedy: 'shorten the attribute, or leave it out',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.postalCode).length > 0,
  finds: ({ subject }) => findLongAttributes(subject, attributeTypes.postalCode, 'subject.postalCode', 40),
});
