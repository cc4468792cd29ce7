import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf, findLongAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const streetAddress128: Rule = defineRule({
  id: 'street-address-128',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'streetAddress in the subject has at most 128 characters',
  description:
    'The upper bound of streetAddress (ub-street-address) is 128 characters. RFC 5280 does not define the ' +
    'attribute; X.520 does, and its later editions have made the bounds advice.',
  citation: 'X.520 (02/2001), Annex C (ub-street-address)',
  source: 'X.520',
  effective: '2001-02-01',
  until: null,
  remedy: 'shorten the attribute, or leave it out',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.streetAddress).length > 0,
  finds: ({ subject }) => findLongAttributes(subject, attributeTypes.streetAddress, 'subject.streetAddress', 128),
});
