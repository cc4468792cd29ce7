import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf, findLongAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const organizationName64: Rule = defineRule({
  id: 'organization-name-64',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'organizationName in the subject has at most 64 characters',
  description:
    'The upper bound of organizationName (ub-organization-name) is 64 characters, counted as characters and ' +
    'not as octets. Readers with buffers or database columns of that length cut a longer one off, or refuse ' +
    'the certificate.',
  citation: 'RFC 5280, A.1 (ub-organization-name)',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'shorten the attribute, or leave it out',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.organizationName).length > 0,
  finds: ({ subject }) => findLongAttributes(subject, attributeTypes.organizationName, 'subject.organizationName', 64),
});
