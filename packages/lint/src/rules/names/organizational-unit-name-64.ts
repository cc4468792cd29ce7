import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf, findLongAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const organizationalUnitName64: Rule = defineRule({
  id: 'organizational-unit-name-64',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'organizationalUnitName in the subject has at most 64 characters',
  description:
    'The upper bound of organizationalUnitName (ub-organizational-unit-name) is 64 characters, counted as ' +
    'characters and not as octets. Readers with buffers or database columns of that length cut a longer one ' +
    'off, or refuse the certificate.',
  citation: 'RFC 5280, A.1 (ub-organizational-unit-name)',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'shorten the attribute, or leave it out',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.organizationalUnitName).length > 0,
  finds: ({ subject }) =>
    findLongAttributes(subject, attributeTypes.organizationalUnitName, 'subject.organizationalUnitName', 64),
});
